import {
  COMMENT_MARKER,
  renderAllWell,
  renderComment,
  renderFailedOtherwise,
  renderStopped,
} from '../../src/content/report/render-comment.ts';
import type {Report} from '../../src/content/schemas/report-schema.ts';
import {connectToGitHub, tellFailure} from '../github-client.ts';
import type {Io} from '../io.ts';
import {ExitError} from '../io.ts';
import type {Pace} from '../pace.ts';
import {putComment} from '../put-comment.ts';
import {readReport} from '../read-report.ts';
import {findPullRequest} from './find-pull-request.ts';
import type {WorkflowRunEvent} from './read-event.ts';
import {readEvent} from './read-event.ts';

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
    return tellFailure(error, {stderr});
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
  if (report.problems.length > 0) return renderComment(report, context);
  if (!isThere) return undefined;
  return run.conclusion === 'failure' ? renderFailedOtherwise(context) : renderAllWell();
}

if (import.meta.main) {
  process.exitCode = await commentOnPullRequest(process.argv[2], process.env, process);
}
