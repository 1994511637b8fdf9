import {ExitError, reportFailure} from '../../../fs/exit-error.ts';
import type {Git} from '../../../fs/git/merge-base.ts';
import type {Io} from '../../../fs/io.ts';
import {loadToolkit} from '../../../fs/load-toolkit.ts';
import {connectToGitHub} from '../../github-client.ts';
import {jobGit} from '../../job-git.ts';
import {openPullRequest} from '../../open-pull-request.ts';
import type {PatchedFile} from '../../read-patch.ts';
import {takePatch} from '../../read-patch.ts';
import {readPublication} from './read-publication.ts';
import {renderBody} from './render-body.ts';

/** All that publishing does: what is on record never changes, and a note that was published goes. */
const ALLOWED: readonly {path: RegExp; statuses: string}[] = [
  {path: /^blog\/_pending\/[^/]+\.md$/, statuses: 'D'},
  {path: /^blog\/(?!_pending\/)/, statuses: 'A'},
  {path: /^versioned_(docs|sidebars)\//, statuses: 'A'},
  {path: /^versions\.json$/, statuses: 'AM'},
  {path: /^ledgers\//, statuses: 'AM'},
];

/** The files of a patch that publishing would not have written so; the patch may come from anybody. */
export function judgePatch(files: readonly PatchedFile[]): PatchedFile[] {
  return files.filter((file) => !isAllowed(file));
}

function isAllowed({path, status, mode}: PatchedFile): boolean {
  // A file that begins with a dot may be an instruction to a tool; a link or a program is no content.
  if (/(^|\/)\./.test(path) || mode !== (status === 'D' ? '000000' : '100644')) return false;
  return ALLOWED.some((allowed) => allowed.path.test(path) && allowed.statuses.includes(status));
}

const MAIN = 'main';

/**
 * Opens the pull request that publishes, from a patch that another job left. That job ran the content, and this one may
 * write: so it runs the files of the main branch alone, and takes the patch only where it does what publishing does.
 *
 * @returns the exit code: 0 opened; 1 the patch is refused; 2 could not run
 */
export async function openPublishRequest(
  patch: string | undefined,
  env: NodeJS.ProcessEnv,
  {stdout, stderr, ...world}: Pick<Io, 'cwd' | 'stdout' | 'stderr' | 'pace'>,
): Promise<number> {
  try {
    if (!patch) throw new ExitError('no patch is named, expected the file that holds it', 'Name it.');
    const {number, url} = await open(patch, env, world);
    stdout.write(`Pull request ${number} was opened, to be read and merged: ${url}\n`);
    return 0;
  } catch (error) {
    return reportFailure(error, {stderr});
  }
}

async function open(patch: string, env: NodeJS.ProcessEnv, {cwd, pace}: Pick<Io, 'cwd' | 'pace'>) {
  const github = connectToGitHub(env, pace);
  const git = jobGit(cwd, env);
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  await requireBase(git, env.BASE);
  const files = await takePatch(git, patch, {judgePatch, expected: 'only what publishing writes'});
  const publication = await readPublication(files, await loadToolkit(cwd), (path) => git('show', `:${path}`));
  const branch = `publish/${publication.name}`;
  const title = `Publish: ${publication.title}`;
  const runUrl = `${env.GITHUB_SERVER_URL}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}`;
  const body = renderBody(publication, {actor: env.GITHUB_ACTOR ?? '', runUrl});
  await push(git, branch, title);
  try {
    return await openPullRequest(github, {owner, repo, title, head: branch, base: MAIN, body});
  } catch (error) {
    // Left there, it would keep the next attempt from beginning; where it stays, that attempt says so.
    await git('push', '--quiet', 'origin', `:refs/heads/${branch}`).catch(() => undefined);
    throw error;
  }
}

/** What was checked, built and tested must be what is published. */
async function requireBase(git: Git, base: string | undefined): Promise<void> {
  if ((await git('rev-parse', 'HEAD')).trim() === base) return;
  throw new ExitError(
    'the main branch has changed since the checks, expected the commit that was checked',
    'Start the workflow again.',
  );
}

/** Commits the index and pushes it as a new branch; no folder is touched and no hook runs. */
async function push(git: Git, branch: string, message: string): Promise<void> {
  const ref = `refs/heads/${branch}`;
  if ((await git('ls-remote', 'origin', ref)).trim() !== '') {
    throw new ExitError(
      `the branch \`${branch}\` exists, expected none of this name`,
      'Merge its pull request, or close it and delete the branch; then start the workflow again.',
    );
  }
  const tree = (await git('write-tree')).trim();
  const commit = (await git('commit-tree', tree, '-p', 'HEAD', '-m', message)).trim();
  await git('push', '--quiet', '--no-verify', 'origin', `${commit}:${ref}`).catch(() => {
    throw new ExitError(
      `the repository refused the branch \`${branch}\`, expected it to take one`,
      'Look whether a rule of the repository keeps workflows from making branches.',
    );
  });
}

if (import.meta.main) {
  const io = {cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr};
  process.exitCode = await openPublishRequest(process.argv[2], process.env, io);
}
