import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import {z} from 'zod';
import {ExitError} from '../cli/exit-error.ts';
import type {Io} from '../cli/io.ts';
import {failedStatus, type GitHub, listAll, type Repository} from './github-client.ts';
import type {Conversation} from './upsert-comment.ts';

/**
 * An issue, as far as it is used here: as the API and events give it, and as `gh issue list --json` exports it.
 * https://docs.github.com/en/rest/issues/issues#get-an-issue
 */
const issueSchema = z.object({
  number: z.int().positive(),
  title: z.string().default(''),
  body: z.string().nullish(),
  state: z.string().default('open'),
  created_at: z.string().optional(),
  createdAt: z.string().optional(),
  labels: z.array(z.union([z.string(), z.object({name: z.string().nullish()})])).default([]),
  // Pull requests are issues too.
  pull_request: z.unknown().optional(),
});

export type Issue = z.infer<typeof issueSchema>;

/** The event of a workflow that runs when an issue is opened or edited. */
const issueEventSchema = z.object({issue: issueSchema});

/** The names of an issue's labels. */
export function labelNames({labels}: Pick<Issue, 'labels'>): string[] {
  return labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? [])));
}

/** What an issue says, and the day when it was opened, `2026-11-24`. */
export function messageOf({title, body, created_at: created, createdAt}: Issue) {
  const received = (created ?? createdAt)?.slice(0, 'yyyy-mm-dd'.length);
  return {
    title,
    body: body ?? '',
    received: received !== undefined && /^\d{4}-\d\d-\d\d$/.test(received) ? received : undefined,
  };
}

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

/** An export may hold thousands of issues. */
const MOST_BYTES = 50_000_000;

/** What GitHub sent, from a JSON file named on the command line; `-` is the standard input. */
async function readInput(io: Io, file: string): Promise<unknown> {
  const bytes =
    file === '-'
      ? await buffer(io.stdin ?? process.stdin)
      : await readFile(path.resolve(io.cwd, file)).catch((error: NodeJS.ErrnoException) => {
          throw new ExitError(`${nameInput(file)} ${whyUnread(error)}, expected a file`, 'Name another one.');
        });
  if (bytes.length > MOST_BYTES) {
    throw new ExitError(
      `${nameInput(file)} has ${bytes.length} bytes, expected at most ${MOST_BYTES}`,
      'Name a smaller one.',
    );
  }
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ExitError(`${nameInput(file)} cannot be read as JSON, expected what GitHub sent`, 'Save it again.');
  }
}

function whyUnread({code, message}: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  return code === 'EISDIR' ? 'is a folder' : `cannot be read (${code ?? message})`;
}

function nameInput(file: string): string {
  return file === '-' ? 'the standard input' : `\`${file}\``;
}

const MOST_PAGES = 10;

/** The open issues with a label, oldest first; at most a thousand. */
export async function listOpenIssues({github, place}: Repository, label: string): Promise<Issue[]> {
  const listed = listAll(
    (page) => github.request('GET /repos/{owner}/{repo}/issues', {...place, labels: label, ...page}),
    MOST_PAGES,
  );
  const issues = await Array.fromAsync(listed, (issue) => issueSchema.parse(issue));
  return issues.filter(({pull_request: pull}) => !pull).reverse();
}

/** The current issue, which may be newer than an event. */
export async function getIssue({github, place}: Repository, number: number): Promise<Issue> {
  const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number: number,
  });
  return issueSchema.parse(data);
}

/** Adds labels to an issue and removes others; all further labels belong to people. */
export async function setLabels(
  github: GitHub,
  place: Conversation,
  {added, removed}: {added: readonly string[]; removed: readonly string[]},
): Promise<void> {
  if (added.length > 0) {
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {...place, labels: [...added]});
  }
  for (const name of removed) {
    await github
      .request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {...place, name})
      .catch((error) => {
        // An editor removed it, or an earlier attempt succeeded.
        if (failedStatus(error) !== 404) throw error;
      });
  }
}
