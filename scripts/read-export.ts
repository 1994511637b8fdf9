import {z} from 'zod';
import type {Io} from './io.ts';
import {ExitError} from './io.ts';
import type {Issue} from './issue-schema.ts';
import {issueSchema} from './issue-schema.ts';
import {nameInput, parseInput, readInput} from './read-input.ts';

/** What exports all feedback as a list. */
export const EXPORT_COMMAND =
  'gh issue list --label feedback --state all --limit 1000 --json number,title,body,state,createdAt,labels';

/** Reads issues that were exported as a list. */
export async function readExport(io: Io, file: string): Promise<Issue[]> {
  const parsed = z.array(issueSchema).safeParse(parseInput(new TextDecoder().decode(await readInput(io, file)), file));
  if (parsed.success) return parsed.data.filter(({pull_request: pull}) => !pull);
  throw new ExitError(
    `${nameInput(file)} holds no list of issues, expected one as GitHub exports it`,
    `Make it with \`${EXPORT_COMMAND}\`.`,
  );
}
