import {readFileSync} from 'node:fs';
import {z} from 'zod';
import {ExitError} from '../../../fs/exit-error.ts';

/**
 * What GitHub sends to a workflow when an issue is opened, edited or labelled, as far as it is used here.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#issues
 */
export const issuesEventSchema = z.object({
  action: z.enum(['opened', 'edited', 'labeled']),
  issue: z.object({number: z.int().positive()}),
  repository: z.object({name: z.string(), owner: z.object({login: z.string()})}),
});

/** Which issue of which repository a job is about. */
export interface IssuePlace {
  owner: string;
  repo: string;
  issue_number: number;
}

/** Reads which issue started the job, from the file that GitHub wrote. */
export function readEvent(file: string | undefined): IssuePlace {
  const fix = 'Run this in a workflow that starts when an issue is opened, edited or labelled.';
  if (!file) throw new ExitError('`GITHUB_EVENT_PATH` is not set, expected the file of the event', fix);
  const {data} = issuesEventSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!data) throw new ExitError('this is another event, expected an issue that was opened, edited or labelled', fix);
  return {owner: data.repository.owner.login, repo: data.repository.name, issue_number: data.issue.number};
}

/** The branch with the draft page of a proposal. */
export function branchOf(issue: number): string {
  return `proposal/${issue}`;
}
