import {ExitError} from '../cli/exit-error.ts';
import {type Git, gitIn} from '../git/merge-base.ts';
import {WORKFLOW_AUTHOR} from './upsert-comment.ts';

/** Commands that ask the server and change nothing there. */
const ASKS_SERVER = ['fetch', 'ls-remote'];

/**
 * Git for a job. The token reaches it through the environment, which other processes of the job do not see: it is
 * neither in the checkout nor on a command line. If the server does not answer, git throws {ExitError}.
 */
export function jobGit(cwd: string, env: NodeJS.ProcessEnv): Git {
  const credentials = Buffer.from(`x-access-token:${env.GITHUB_TOKEN}`).toString('base64');
  const jobEnv: NodeJS.ProcessEnv = {
    ...env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: '3',
    GIT_CONFIG_KEY_0: `http.${env.GITHUB_SERVER_URL ?? 'https://github.com'}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
    // A server that sends nothing for a minute is down.
    GIT_CONFIG_KEY_1: 'http.lowSpeedLimit',
    GIT_CONFIG_VALUE_1: '1',
    GIT_CONFIG_KEY_2: 'http.lowSpeedTime',
    GIT_CONFIG_VALUE_2: '60',
    // The account under which GitHub shows what a workflow commits.
    GIT_AUTHOR_NAME: WORKFLOW_AUTHOR,
    GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
    GIT_COMMITTER_NAME: WORKFLOW_AUTHOR,
    GIT_COMMITTER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
  };
  const git = gitIn(cwd, jobEnv);
  return (...args) =>
    git(...args).catch((error) => {
      if (!ASKS_SERVER.includes(args[0] ?? '')) throw error;
      throw new ExitError(
        `the repository did not answer to \`git ${args[0]}\`, expected success`,
        'Start the job again later.',
      );
    });
}

/**
 * Commits git's index on top of the checkout and pushes it to a branch, without touching files or running hooks.
 *
 * @param options of `git push`
 */
export async function pushIndex(git: Git, branch: string, message: string, fix: string, ...options: readonly string[]) {
  const tree = (await git('write-tree')).trim();
  const commit = (await git('commit-tree', tree, '-p', 'HEAD', '-m', message)).trim();
  const ref = `${commit}:refs/heads/${branch}`;
  await git('push', '--quiet', '--no-verify', ...options, 'origin', ref).catch(() => {
    throw new ExitError(`the repository rejected the branch \`${branch}\``, fix);
  });
}
