import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** The day every test builds on. */
export const TODAY = '2026-11-24';

/** A build that ended without a site. */
export interface FailedBuild {
  code: number;
  output: string;
}

/**
 * Runs `npm run build` in a folder, as its user would.
 *
 * @returns what was printed; `code` is 0 where the site was built.
 */
export async function tryBuild(folder: string, env: Record<string, string> = {}): Promise<FailedBuild> {
  try {
    const {stdout, stderr} = await run('npm', ['run', 'build'], {
      shell: process.platform === 'win32',
      cwd: folder,
      env: {...process.env, NODE_ENV: 'production', TOOLKIT_TODAY: TODAY, NO_COLOR: '1', ...env},
      maxBuffer: 64 * 1024 * 1024,
    });
    return {code: 0, output: stdout + stderr};
  } catch (error) {
    const {code, stdout, stderr} = error as {code: number; stdout: string; stderr: string};
    return {code, output: `${stdout}${stderr}`};
  }
}

/**
 * Builds the toolkit in a folder; gives the folder of the site.
 *
 * @throws {Error} with all that was printed, where the build fails.
 */
export async function build(folder: string, env: Record<string, string> = {}): Promise<string> {
  const {code, output} = await tryBuild(folder, env);
  if (code !== 0) throw new Error(`the build in ${folder} ended with ${code}:\n${output}`);
  return `${folder}/build`;
}
