import {ExitError, reportFailure} from '../../../fs/exit-error.ts';
import type {Git} from '../../../fs/git/merge-base.ts';
import type {Io} from '../../../fs/io.ts';
import {loadToolkit} from '../../../fs/load-toolkit.ts';
import {connectToGitHub} from '../../github-client.ts';
import {jobGit} from '../../job-git.ts';
import {openPullRequest} from '../../open-pull-request.ts';
import {type PatchedFile, readPatch} from '../../read-patch.ts';
import {readPublication} from './read-publication.ts';
import {renderPublicationBody} from './render-body.ts';

/** All that publishing does: records never change, and published notes are removed. */
const ALLOWED: readonly {path: RegExp; statuses: string}[] = [
  {path: /^blog\/_pending\/[^/]+\.md$/, statuses: 'D'},
  {path: /^blog\/(?!_pending\/)/, statuses: 'A'},
  {path: /^versioned_(docs|sidebars)\//, statuses: 'A'},
  {path: /^versions\.json$/, statuses: 'AM'},
  {path: /^ledgers\//, statuses: 'AM'},
];

/** The files of a patch that publishing would not write; the patch is not trusted. */
export function rejectedPublicationFiles(files: readonly PatchedFile[]): PatchedFile[] {
  return files.filter((file) => !isAllowed(file));
}

function isAllowed({path, status, mode}: PatchedFile): boolean {
  // A file that begins with a dot may configure a tool; links and programs are not content.
  if (/(^|\/)\./.test(path) || mode !== (status === 'D' ? '000000' : '100644')) return false;
  return ALLOWED.some((allowed) => allowed.path.test(path) && allowed.statuses.includes(status));
}

const MAIN = 'main';

/**
 * Opens the pull request that publishes, from the patch of another job. That job ran the content; this one may write, so
 * it only runs the code of the main branch, and accepts only a patch that does what publishing does.
 *
 * @returns the exit code: 0 opened; 1 the patch is refused; 2 could not run
 */
export async function openPublishRequest(
  patch: string | undefined,
  env: NodeJS.ProcessEnv,
  {stdout, stderr, ...world}: Pick<Io, 'cwd' | 'stdout' | 'stderr' | 'pace'>,
): Promise<number> {
  try {
    if (!patch) throw new ExitError('no patch was named, expected its file', 'Name it.');
    const {number, url} = await open(patch, env, world);
    stdout.write(`Pull request ${number} was opened. Review and merge it: ${url}\n`);
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
  const files = await readPatch(git, patch, {
    rejectedFiles: rejectedPublicationFiles,
    expected: 'only what publishing writes',
  });
  const publication = await readPublication(files, await loadToolkit(cwd), (path) => git('show', `:${path}`));
  const branch = `publish/${publication.name}`;
  const title = `Publish: ${publication.title}`;
  const runUrl = `${env.GITHUB_SERVER_URL}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}`;
  const body = renderPublicationBody(publication, {actor: env.GITHUB_ACTOR ?? '', runUrl});
  await push(git, branch, title);
  try {
    return await openPullRequest(github, {owner, repo, title, head: branch, base: MAIN, body});
  } catch (error) {
    // The branch would stop the next attempt, which reports it if this fails.
    await git('push', '--quiet', 'origin', `:refs/heads/${branch}`).catch(() => undefined);
    throw error;
  }
}

/** The tested commit must be the one that is published. */
async function requireBase(git: Git, base: string | undefined): Promise<void> {
  if ((await git('rev-parse', 'HEAD')).trim() === base) return;
  throw new ExitError(
    'the main branch has changed since the checks, expected the commit that was checked',
    'Start the workflow again.',
  );
}

/** Commits git's index and pushes it as a new branch, without touching files or running hooks. */
async function push(git: Git, branch: string, message: string): Promise<void> {
  const ref = `refs/heads/${branch}`;
  if ((await git('ls-remote', 'origin', ref)).trim() !== '') {
    throw new ExitError(
      `the branch \`${branch}\` exists, expected no such branch`,
      'Merge its pull request, or close it and delete the branch; then start the workflow again.',
    );
  }
  const tree = (await git('write-tree')).trim();
  const commit = (await git('commit-tree', tree, '-p', 'HEAD', '-m', message)).trim();
  await git('push', '--quiet', '--no-verify', 'origin', `${commit}:${ref}`).catch(() => {
    throw new ExitError(
      `the repository rejected the branch \`${branch}\``,
      'Check whether a rule of the repository keeps workflows from creating branches.',
    );
  });
}
