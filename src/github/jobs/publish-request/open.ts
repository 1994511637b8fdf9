import {ExitError} from '../../../fs/exit-error.ts';
import type {Git} from '../../../fs/git/merge-base.ts';
import type {Io} from '../../../fs/io.ts';
import {loadToolkit} from '../../../fs/load-toolkit.ts';
import {connectToRepository} from '../../feedback-repository.ts';
import {jobGit, pushIndex, requireBase} from '../../job-git.ts';
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
 * @returns a sentence for the log
 * @throws {ExitError} with code 1 where the patch is refused.
 */
export async function openPublishRequest(
  patch: string,
  env: NodeJS.ProcessEnv,
  {cwd, today, pace}: Pick<Io, 'cwd' | 'today' | 'pace'>,
): Promise<string> {
  const {github, place} = connectToRepository({env, pace});
  const git = jobGit(cwd, env);
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
    const fix = 'Allow GitHub Actions to push to it, or set `scheduled_publishing` to `pull-request`.';
    await pushIndex(git, MAIN, title, fix);
    return `Published on the main branch: ${publication.title}. The next daily run of Deploy builds the site.`;
  }
  const runUrl = `${env.GITHUB_SERVER_URL}/${place.owner}/${place.repo}/actions/runs/${env.GITHUB_RUN_ID}`;
  const actor = env.GITHUB_EVENT_NAME === SCHEDULE ? undefined : env.GITHUB_ACTOR;
  const body = renderPublicationBody(publication, {actor, runUrl});
  await requireNoBranch(git, branch);
  const fix = 'Check whether a rule of the repository keeps workflows from creating branches.';
  await pushIndex(git, branch, title, fix);
  try {
    const {number, url} = await openPullRequest(github, {...place, title, head: branch, base: MAIN, body});
    return `Pull request ${number} was opened. Review and merge it: ${url}`;
  } catch (error) {
    // The branch would stop the next attempt, which reports it if this fails.
    await git('push', '--quiet', 'origin', `:refs/heads/${branch}`).catch(() => undefined);
    throw error;
  }
}

async function requireNoBranch(git: Git, branch: string): Promise<void> {
  if ((await git('ls-remote', 'origin', `refs/heads/${branch}`)).trim() === '') return;
  throw new ExitError(
    `the branch \`${branch}\` exists, expected no such branch`,
    'Merge its pull request, or close it and delete the branch; then start the workflow again.',
  );
}
