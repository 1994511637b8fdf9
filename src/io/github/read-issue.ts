import {ExitError} from '../cli/exit-error.ts';
import type {Io} from '../cli/io.ts';
import {nameInput, readInput} from '../cli/read-input.ts';
import {type Issue, issueEventSchema, issueSchema} from './issue-schema.ts';

/**
 * Reads an issue, or the event of one, from a file named on the command line; `-` is the standard input.
 *
 * @throws {ExitError} if the file contains neither.
 */
export async function readIssue(io: Io, file: string): Promise<Issue> {
  const value = await readInput(io, file);
  const event = issueEventSchema.safeParse(value);
  const issue = event.success ? event.data.issue : issueSchema.safeParse(value).data;
  if (issue) return issue;
  throw new ExitError(
    `${nameInput(file)} does not contain an issue, expected an issue as GitHub exports it, or its event`,
    'Save it with `gh issue view NUMBER --json number,title,body,state,createdAt,labels > issue.json`.',
  );
}
