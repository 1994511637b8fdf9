import {readFile} from 'node:fs/promises';
import {z} from 'zod';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Repository} from '../../io/github/github-client.ts';

const labelSchema = z.union([z.string(), z.object({name: z.string().nullish()}).transform(({name}) => name ?? '')]);

/**
 * An issue, as far as it is used here: as the API and events give it.
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
  labels: z.array(labelSchema).default([]),
  // Pull requests are issues too.
  pull_request: z.unknown().optional(),
});

export type Issue = z.infer<typeof issueSchema>;

const eventSchema = z.object({issue: issueSchema});

/** The issue of the event that started the job, from the file that GitHub wrote. */
export async function readIssue({GITHUB_EVENT_PATH: file}: NodeJS.ProcessEnv): Promise<Issue> {
  const fix = 'Run this in a workflow that starts on `issues`.';
  if (!file) throw new ExitError('`GITHUB_EVENT_PATH` is not set, expected the file of the event', fix);
  const {data} = eventSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (data) return data.issue;
  throw new ExitError('the event is another one, expected one of an issue', fix);
}

/** The current issue, which may be newer than an event. */
export async function getIssue({github, place}: Repository, number: number): Promise<Issue> {
  const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number: number,
  });
  return issueSchema.parse(data);
}
