import {ExitError, reportFailure} from '../../../fs/exit-error.ts';
import type {Git} from '../../../fs/git/merge-base.ts';
import type {Io} from '../../../fs/io.ts';
import {loadToolkit} from '../../../fs/load-toolkit.ts';
import {connectToGitHub} from '../../github-client.ts';
import {jobGit} from '../../job-git.ts';
import {openPullRequest} from '../../open-pull-request.ts';
import {type PatchedFile, readPatch} from '../../read-patch.ts';
import {publishesDirectly, SCHEDULE} from './publish-mode.ts';
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
 * Opens the pull request that publishes, from the patch of another job; a daily run may be configured to publish
 * directly. That job ran the content; this one may write, so it only runs the code of the main branch, and accepts only a
 * patch that does what publishing does.
 *
 * @returns the exit code: 0 opened or published; 1 the patch is refused; 2 could not run
 */
export async function openPublishRequest(
  patch: string | undefined,
  env: NodeJS.ProcessEnv,
  {stdout, stderr, ...world}: Pick<Io, 'cwd' | 'today' | 'stdout' | 'stderr' | 'pace'>,
): Promise<number> {
  try {
    if (!patch) throw new ExitError('no patch was named, expected its file', 'Name it.');
    stdout.write(`${await open(patch, env, world)}\n`);
    return 0;
  } catch (error) {
    return reportFailure(error, {stderr});
  }
}

async function open(
  patch: string,
  env: NodeJS.ProcessEnv,
  {cwd, today, pace}: Pick<Io, 'cwd' | 'today' | 'pace'>,
): Promise<string> {
  const github = connectToGitHub(env, pace);
  const git = jobGit(cwd, env);
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  await requireBase(git, env.BASE);
  const files = await readPatch(git, patch, {
    rejectedFiles: rejectedPublicationFiles,
    expected: 'only what publishing writes',
  });
  const toolkit = await loadToolkit(cwd);
  const publication = await readPublication(files, toolkit, (path) => git('show', `:${path}`));
  const branch = `publish/${publication.name}`;
  const title = `Publish: ${publication.title}`;
  if (publishesDirectly(toolkit, today, env)) {
    await push(git, MAIN, title);
    return `Published on the main branch: ${publication.title}. The next daily run of Deploy builds the site.`;
  }
  const runUrl = `${env.GITHUB_SERVER_URL}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}`;
  const actor = env.GITHUB_EVENT_NAME === SCHEDULE ? undefined : env.GITHUB_ACTOR;
  const body = renderPublicationBody(publication, {actor, runUrl});
  await requireNoBranch(git, branch);
  await push(git, branch, title);
  try {
    const {number, url} = await openPullRequest(github, {owner, repo, title, head: branch, base: MAIN, body});
    return `Pull request ${number} was opened. Review and merge it: ${url}`;
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

async function requireNoBranch(git: Git, branch: string): Promise<void> {
  if ((await git('ls-remote', 'origin', `refs/heads/${branch}`)).trim() === '') return;
  throw new ExitError(
    `the branch \`${branch}\` exists, expected no such branch`,
    'Merge its pull request, or close it and delete the branch; then start the workflow again.',
  );
}

/** Commits git's index and pushes it to a branch, without touching files or running hooks. */
async function push(git: Git, branch: string, message: string): Promise<void> {
  const tree = (await git('write-tree')).trim();
  const commit = (await git('commit-tree', tree, '-p', 'HEAD', '-m', message)).trim();
  await git('push', '--quiet', '--no-verify', 'origin', `${commit}:refs/heads/${branch}`).catch(() => {
    throw new ExitError(
      `the repository rejected the branch \`${branch}\``,
      branch === MAIN
        ? 'Allow GitHub Actions to push to it, or set `scheduled_publishing` to `pull-request`.'
        : 'Check whether a rule of the repository keeps workflows from creating branches.',
    );
  });
}
