import {lstatSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {z} from 'zod';
import {isCode} from '../../../content/files/loaded-files.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import type {Io} from '../../../io/cli/io.ts';
import {connectToGitHub, type GitHub, listAll} from '../../../io/github/github-client.ts';
import {upsertComment} from '../../../io/github/upsert-comment.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {COMMENT_MARKER, type CommentContext, renderComment} from '../../../rules/report/render-comment.ts';
import {MAX_REPORT_BYTES, type Report, reportSchema} from '../../../rules/report/report-schema.ts';

const repositorySchema = z.object({
  id: z.int(),
  name: z.string(),
  owner: z.object({login: z.string()}),
});

/**
 * The parts that are used here of the event that starts a workflow when another one has ended.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
 */
const workflowRunEventSchema = z.object({
  workflow_run: z.object({
    id: z.int(),
    event: z.string(),
    conclusion: z.string().nullable(),
    html_url: z.string(),
    head_sha: z.string(),
    head_branch: z.string().nullable(),
    // Null if the fork has been deleted; without an owner if the account has.
    head_repository: repositorySchema.extend({owner: repositorySchema.shape.owner.nullable()}).nullable(),
  }),
  repository: repositorySchema,
});

export type WorkflowRunEvent = z.infer<typeof workflowRunEventSchema>;

const MAX_PAGES = 30;

/** GitHub lists no more files of a pull request. */
export const MAX_FILES = 3000;

interface PullRequest {
  owner: string;
  repo: string;
  number: number;
  /** Whether a program opened it, which nobody has to thank. */
  isBot: boolean;
  /** The repository of its branch, `https://github.com/owner/name`. */
  headUrl: string;
  branch: string;
}

/** Reads the event that started the job from the file GitHub wrote. */
function readEvent(file: string | undefined): WorkflowRunEvent {
  const fix = 'Run this in a workflow that starts on `workflow_run`.';
  if (!file) throw new ExitError('`GITHUB_EVENT_PATH` is not set, expected the file of the event', fix);
  const parsed = workflowRunEventSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success && parsed.data.workflow_run.event === 'pull_request') return parsed.data;
  throw new ExitError('the event is another one, expected the end of a run for a pull request', fix);
}

/**
 * Answers a pull request: a comment with what its checks found and what happens next. The report comes from another job, which ran untrusted files; this one may write, so it runs
 * none of them and does not trust the report.
 *
 * @returns sentences for the log
 * @throws {ExitError} with code 1 where the report is rejected.
 */
export async function commentOnPullRequest(
  folder: string,
  env: NodeJS.ProcessEnv,
  {cwd, pace}: Pick<Io, 'cwd' | 'pace'>,
): Promise<string[]> {
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const report = readReport(path.join(folder, 'report.json'));
  const github = connectToGitHub(env, pace);
  const pull = await findPullRequest(github, event);
  if (typeof pull === 'string') return [`There is no comment: ${pull}.`];
  if (!report && event.workflow_run.conclusion !== 'failure') return ['There is no comment: the run has no report.'];
  const toolkit = await loadToolkit(cwd);
  const {owner, repo, number} = pull;
  const listed = listAll(
    (page) =>
      github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        owner,
        repo,
        pull_number: number,
        ...page,
      }),
    MAX_PAGES,
  );
  const files = await Array.fromAsync(listed);
  const {usual_reply: usualReply, preview} = toolkit.config;
  const {workflow_run: run} = event;
  const context: CommentContext = {
    headUrl: pull.headUrl,
    branch: pull.branch,
    removed: new Set(files.filter(({status}) => status === 'removed').map(({filename}) => filename)),
    runUrl: run.html_url,
    hasFailed: run.conclusion === 'failure',
    previewUrl: preview ? preview.address.replaceAll('{number}', String(number)) : await findPreview(github, pull, run),
    code: files
      .flatMap(({filename, previous_filename = filename}) => [...new Set([filename, previous_filename])])
      .filter(isCode),
    hasMoreFiles: files.length >= MAX_FILES,
    usualReply,
  };
  const isAnswered = (isThere: boolean) =>
    isThere || !pull.isBot || context.hasFailed || (report?.problems.length ?? 0) > 0;
  const done = await upsertComment(github, {owner, repo, issue_number: number}, COMMENT_MARKER, (isThere) =>
    isAnswered(isThere) ? renderComment(report, context) : undefined,
  );
  return [`The comment on pull request ${number} was ${done}.`];
}

/**
 * The report that another job left; `undefined` if there is none. It is not trusted: messages quote nothing from it,
 * because the log of a job understands commands.
 *
 * @throws {ExitError} with code 1 if it is not a plain file within its limits.
 */
function readReport(file: string): Report | undefined {
  const fix = 'Check the run that made it before you use it: its files are not trusted.';
  const refusal = (found: string) => new ExitError(`the report ${found}`, fix, {code: 1});
  const stats = lstatSync(file, {throwIfNoEntry: false});
  if (!stats) return undefined;
  if (!stats.isFile()) throw refusal('is not a plain file');
  if (stats.size > MAX_REPORT_BYTES) throw refusal(`has ${stats.size} bytes, expected at most ${MAX_REPORT_BYTES}`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(readFileSync(file)));
  } catch {
    throw refusal('cannot be read, expected JSON in UTF-8');
  }
  const {success, data, error} = reportSchema.safeParse(json);
  if (success) return data;
  const places = error.issues.slice(0, 5).map((issue) => `\`${['report', ...issue.path].join('.')}\` (${issue.code})`);
  throw refusal(`breaks its schema at ${places.join(', ')}, expected one written by \`npm run check\``);
}

/** The name of the file, and so of the artefact, that shows the changed pages. */
const PREVIEW_FILE = 'changed-pages.html';

/** The address of the file that shows the changed pages; `undefined` where the run made none. */
async function findPreview(
  github: GitHub,
  {owner, repo}: PullRequest,
  {id, html_url}: WorkflowRunEvent['workflow_run'],
): Promise<string | undefined> {
  const {data} = await github.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
    owner,
    repo,
    run_id: id,
    name: PREVIEW_FILE,
  });
  // A run that was started again has one of each attempt.
  const ids = data.artifacts.filter(({name, expired}) => name === PREVIEW_FILE && !expired).map(({id}) => id);
  return ids.length === 0 ? undefined : `${html_url}/artifacts/${Math.max(...ids)}`;
}

/**
 * Finds the pull request of a run from GitHub's data only, never from the artefact. The event and the list of a commit
 * leave out pull requests from forks, so this lists open ones by branch and compares their commit. https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 *
 * @returns the pull request, or why there is none to comment on
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
  // If GitHub cannot read `head` it lists all, and an owner may have several repositories with such a branch.
  const ofBranch = data.filter(({head: {ref, repo}}) => ref === run.head_branch && repo?.id === head.id);
  const [found, ...others] = ofBranch.filter(({head: {sha}}) => sha === run.head_sha);
  if (others.length > 0) {
    throw new ExitError(
      `${others.length + 1} open pull requests have the head of the run, expected one`,
      'Close all but one of them, or read the report in the run.',
      {code: 1},
    );
  }
  if (found) {
    return {
      owner: repository.owner.login,
      repo: repository.name,
      number: found.number,
      isBot: found.user?.type === 'Bot',
      headUrl: found.head.repo.html_url,
      branch: run.head_branch,
    };
  }
  return ofBranch.length > 0 ? 'the branch has moved on since, and has a newer run' : 'no open pull request has it';
}
