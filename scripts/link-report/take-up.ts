import {LINK_FOLDER} from '../../src/content/link-ledger/link-ledger.ts';
import {connectToGitHub, tellFailure} from '../github-client.ts';
import type {Io} from '../io.ts';
import {gitIn} from '../job-git.ts';
import {findOpenPullRequest} from '../open-pull-request.ts';
import {LEDGER_BRANCH} from './ledger-branch.ts';

/**
 * Takes up the ledger that waits in a pull request, so that a week in which nobody merged it is not forgotten: strikes
 * would never add up.
 *
 * @returns the exit code: 0 taken up, or none waits; 2 could not run
 */
export async function takeUpLedger(
  env: NodeJS.ProcessEnv,
  {cwd, stdout, stderr, pace}: Pick<Io, 'cwd' | 'stdout' | 'stderr' | 'pace'>,
): Promise<number> {
  try {
    const github = connectToGitHub(env, pace);
    const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    const waiting = await findOpenPullRequest(github, {owner, repo, head: LEDGER_BRANCH});
    if (!waiting) {
      stdout.write('No ledger waits: that of the main branch is the newest.\n');
      return 0;
    }
    const git = gitIn(cwd, env);
    await git('fetch', '--quiet', '--depth=1', 'origin', `refs/heads/${LEDGER_BRANCH}`);
    await git('restore', '--source=FETCH_HEAD', '--worktree', '--', LINK_FOLDER);
    stdout.write(`The ledger of pull request ${waiting.number} was taken up.\n`);
    return 0;
  } catch (error) {
    return tellFailure(error, {stderr});
  }
}

if (import.meta.main) {
  const io = {cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr};
  process.exitCode = await takeUpLedger(process.env, io);
}
