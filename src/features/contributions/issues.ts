import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import {z} from 'zod';
import {issueUrl} from '../../content/addresses/editor-links.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {link, text} from '../../format/markdown-nodes.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {connectToRepository, listAll, type Repository} from '../../io/github/github-client.ts';
import {ENGLISH} from '../../language/text.ts';
import type {ReviewSection} from '../../site/feature-hooks.ts';
import {FEEDBACK_LABEL, PROPOSAL_LABEL} from './labels.ts';

const labelSchema = z.union([z.string(), z.object({name: z.string().nullish()}).transform(({name}) => name ?? '')]);

/**
 * An issue, as far as it is used here: as the API and events give it, and as `gh issue list --json` exports it.
 * https://docs.github.com/en/rest/issues/issues#get-an-issue
 */
const issueSchema = z.object({
  number: z.int().positive(),
  title: z.string().default(''),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  state: z.string().default('open'),
  created_at: z.iso.datetime().optional(),
  labels: z.array(labelSchema).default([]),
  // Pull requests are issues too.
  pull_request: z.unknown().optional(),
});

export type Issue = z.infer<typeof issueSchema>;

/** An issue, or the event of a workflow that runs when one is opened or edited. */
const issueFileSchema = z.union([z.object({issue: issueSchema}).transform(({issue}) => issue), issueSchema]);

/**
 * Reads an issue, or the event of one, from a file named on the command line; `-` is the standard input.
 *
 * @throws {ExitError} if the file contains neither.
 */
export async function readIssue(io: Io, file: string): Promise<Issue> {
  const {data: issue} = issueFileSchema.safeParse(await readInput(io, file));
  if (issue) return issue;
  throw new ExitError(
    `${nameInput(file)} does not contain an issue, expected an issue as GitHub exports it, or its event`,
    'Save it with `gh issue view NUMBER --json number,title,body,state,createdAt,labels > issue.json`.',
  );
}

/** What GitHub sent, from a JSON file named on the command line; `-` is the standard input. */
async function readInput(io: Io, file: string): Promise<unknown> {
  const bytes =
    file === '-'
      ? await buffer(io.stdin ?? process.stdin)
      : await readFile(path.resolve(io.cwd, file)).catch((error: NodeJS.ErrnoException) => {
          throw new ExitError(`${nameInput(file)} ${whyUnread(error)}, expected a file`, 'Name another one.');
        });
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

/** The current issue, which may be newer than an event. */
export async function getIssue({github, place}: Repository, number: number): Promise<Issue> {
  const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number: number,
  });
  return issueSchema.parse(data);
}

const MAX_PAGES = 10;

/** The open feedback and proposals, the oldest first, at most a thousand of each. What readers wrote is only on GitHub. */
export async function openIssues({config}: Toolkit, io: Io): Promise<ReviewSection[]> {
  const {github, place} = connectToRepository(io, config.repository);
  const sections = [
    ['Feedback', FEEDBACK_LABEL],
    ['Proposals', PROPOSAL_LABEL],
  ] as const;
  const list = async (label: string) => {
    const listed = listAll(
      (page) => github.request('GET /repos/{owner}/{repo}/issues', {...place, labels: label, ...page}),
      MAX_PAGES,
    );
    const issues = await Array.fromAsync(listed, (issue) => issueSchema.parse(issue));
    return issues.filter(({pull_request: pull}) => !pull).reverse();
  };
  const itemOf = ({number, created_at: created}: Issue) => [
    link(issueUrl(config, number) ?? '', [text(`Number ${number}`)]),
    ...(created ? [text(`, since ${ENGLISH.format.day(created.slice(0, 'yyyy-mm-dd'.length))}`)] : []),
  ];
  return Promise.all(
    sections.map(async ([title, label]) => ({
      title,
      about: 'Read and answer each on GitHub.',
      items: (await list(label)).map(itemOf),
    })),
  );
}
