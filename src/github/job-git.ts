import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {ExitError} from '../fs/exit-error.ts';

/** Runs git on words, and gives what it prints; where a server does not answer, the failure is no bug. */
export type Git = (...words: string[]) => Promise<string>;

/** What asks the server, and changes nothing there. */
const ASKS_SERVER = ['fetch', 'ls-remote'];

/**
 * Git in a folder. The token of the job is lent to it through the environment, where no other process of the job sees
 * it: it stands neither in the checkout nor on a command line.
 */
export function gitIn(cwd: string, env: NodeJS.ProcessEnv): Git {
  const credentials = Buffer.from(`x-access-token:${env.GITHUB_TOKEN}`).toString('base64');
  const lent: NodeJS.ProcessEnv = {
    ...env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: '3',
    GIT_CONFIG_KEY_0: `http.${env.GITHUB_SERVER_URL ?? 'https://github.com'}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
    // A server that says nothing for a minute has gone.
    GIT_CONFIG_KEY_1: 'http.lowSpeedLimit',
    GIT_CONFIG_VALUE_1: '1',
    GIT_CONFIG_KEY_2: 'http.lowSpeedTime',
    GIT_CONFIG_VALUE_2: '60',
    // The account under which GitHub shows what a workflow commits.
    GIT_AUTHOR_NAME: 'github-actions[bot]',
    GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
    GIT_COMMITTER_NAME: 'github-actions[bot]',
    GIT_COMMITTER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
  };
  return async (...words) => {
    const options = {cwd, env: lent, maxBuffer: 256 * 1024 * 1024};
    const {stdout} = await promisify(execFile)('git', words, options).catch((error) => {
      if (!ASKS_SERVER.includes(words[0] ?? '')) throw error;
      throw new ExitError(
        `the repository did not answer to \`git ${words[0]}\`, expected success`,
        'Start the job again later.',
      );
    });
    return stdout;
  };
}
