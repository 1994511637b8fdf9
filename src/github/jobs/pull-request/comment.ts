import {lstatSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {z} from 'zod';
import {
  COMMENT_MARKER,
  renderCheckComment,
  renderFailedOtherwise,
  renderNoProblems,
  renderStopped,
} from '../../../checks/report/render-comment.ts';
import type {Report} from '../../../checks/report/report-schema.ts';
import {MAX_REPORT_BYTES, reportSchema} from '../../../checks/report/report-schema.ts';
import {ExitError, reportFailure} from '../../../fs/exit-error.ts';
import type {Io, Pace} from '../../../fs/io.ts';
import type {GitHub} from '../../github-client.ts';
import {connectToGitHub} from '../../github-client.ts';
import {putComment} from '../../upsert-comment.ts';

const repositorySchema = z.object({
  id: z.int(),
  name: z.string(),
  owner: z.object({login: z.string()}),
});

/**
 * What GitHub tells a workflow that runs when another has ended, as far as it is used here.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
 */
const workflowRunEventSchema = z.object({
  workflow_run: z.object({
    event: z.string(),
    conclusion: z.string().nullable(),
    html_url: z.string(),
    head_sha: z.string(),
    head_branch: z.string().nullable(),
    // Gone where the fork has been deleted since, and without an owner where the account has.
    head_repository: repositorySchema.extend({owner: repositorySchema.shape.owner.nullable()}).nullable(),
  }),
  repository: repositorySchema,
});

export type WorkflowRunEvent = z.infer<typeof workflowRunEventSchema>;

/** Reads the event that started the job from the file GitHub wrote. */
function readEvent(file: string | undefined): WorkflowRunEvent {
  const fix = 'Run this in a workflow that starts on `workflow_run`.';
  if (!file) throw new ExitError('`GITHUB_EVENT_PATH` is not set, expected the file of the event', fix);
  const parsed = workflowRunEventSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success && parsed.data.workflow_run.event === 'pull_request') return parsed.data;
  throw new ExitError('the event is another one, expected the end of a run for a pull request', fix);
}

const FIX = 'Look at the run that made the report before you do anything with it: its files may come from anybody.';

/**
 * Reads the report from the artefact of another run; `undefined` where that run made none. No word of the file gets
 * into a message, because the log of a job takes commands.
 *
 * @throws {ExitError} where the file is anything but a report within its limits.
 */
function readReport(folder: string): Report | undefined {
  const file = path.join(folder, 'report.json');
  const stats = lstatSync(file, {throwIfNoEntry: false});
  if (!stats) return undefined;
  if (!stats.isFile()) throw refusal('is no plain file, expected one');
  if (stats.size > MAX_REPORT_BYTES) throw refusal(`has ${stats.size} bytes, expected at most ${MAX_REPORT_BYTES}`);
  const {success, data, error} = reportSchema.safeParse(parse(readFileSync(file)));
  if (success) return data;
  const places = error.issues.slice(0, 5).map((issue) => `\`${['report', ...issue.path].join('.')}\` (${issue.code})`);
  throw refusal(`breaks its schema at ${places.join(', ')}, expected a report as \`npm run check\` writes it`);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    throw refusal('cannot be read, expected JSON in UTF-8');
  }
}

function refusal(found: string): ExitError {
  return new ExitError(`the report ${found}`, FIX, {code: 1});
}

/**
 * Says on a pull request what the checks of it found, from the report that another job left in a folder. That job ran
 * files that may come from anybody; this one may write, so it runs nothing of theirs and believes nothing of it.
 *
 * @returns the exit code: 0 all said, or rightly nothing; 1 the report is refused; 2 could not run
 */
export async function commentOnPullRequest(
  folder: string | undefined,
  env: NodeJS.ProcessEnv,
  {stdout, stderr, pace}: Pick<Io, 'stdout' | 'stderr' | 'pace'>,
): Promise<number> {
  try {
    if (!folder) throw new ExitError('no folder is named, expected the one with the report', 'Name it.');
    stdout.write(`${await comment(folder, env, pace)}\n`);
    return 0;
  } catch (error) {
    return reportFailure(error, {stderr});
  }
}

async function comment(folder: string, env: NodeJS.ProcessEnv, pace: Pace | undefined): Promise<string> {
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const report = readReport(folder);
  const github = connectToGitHub(env, pace);
  const found = await findPullRequest(github, event);
  if (typeof found === 'string') return `Nothing is said: ${found}.`;
  const {name: repo, owner} = event.repository;
  const place = {owner: owner.login, repo, issue_number: found.number};
  const done = await putComment(github, place, COMMENT_MARKER, (isThere) =>
    wordsOf(report, event, found.headUrl, isThere),
  );
  return `The comment on pull request ${found.number} was ${done}.`;
}

function wordsOf(
  report: Report | undefined,
  {workflow_run: run}: WorkflowRunEvent,
  headUrl: string,
  isThere: boolean,
): string | undefined {
  const context = {headUrl, headSha: run.head_sha, runUrl: run.html_url};
  if (!report) return run.conclusion === 'failure' ? renderStopped(context) : undefined;
  if (report.problems.length > 0) return renderCheckComment(report, context);
  if (!isThere) return undefined;
  return run.conclusion === 'failure' ? renderFailedOtherwise(context) : renderNoProblems();
}

if (import.meta.main) {
  process.exitCode = await commentOnPullRequest(process.argv[2], process.env, process);
}

/** The open pull request that a run was for. */
interface PullRequest {
  number: number;
  /** The repository that holds its branch, `https://github.com/owner/name`. */
  headUrl: string;
}

/**
 * Finds the pull request of a run by what GitHub itself says of the run: the artefact is never asked. The event names
 * none where the branch lies in a fork, and a commit's own list holds none of forks, so open ones are listed by branch
 * and held against the commit. https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 *
 * @returns the pull request, or why there is nothing to say to it
 */
async function findPullRequest(github: GitHub, event: WorkflowRunEvent): Promise<PullRequest | string> {
  const {workflow_run: run, repository} = event;
  const {head_repository: head} = run;
  if (!head?.owner || run.head_branch === null) return 'the branch of the run is gone';
  const {data} = await github.request('GET /repos/{owner}/{repo}/pulls', {
    owner: repository.owner.login,
    repo: repository.name,
    state: 'open',
    head: `${head.owner.login}:${run.head_branch}`,
    per_page: 100,
  });
  // GitHub lists all where it cannot read `head`, and an owner may have several repositories with such a branch.
  const ofBranch = data.filter(({head: {ref, repo}}) => ref === run.head_branch && repo?.id === head.id);
  const [found, ...others] = ofBranch.filter(({head: {sha}}) => sha === run.head_sha);
  if (others.length > 0) {
    throw new ExitError(
      `${others.length + 1} open pull requests have the head of the run, expected one`,
      'Close all but one of them, or read the report in the run.',
      {code: 1},
    );
  }
  if (found) return {number: found.number, headUrl: found.head.repo.html_url};
  return ofBranch.length > 0 ? 'the branch has moved on since, and has a newer run' : 'no open pull request has it';
}
