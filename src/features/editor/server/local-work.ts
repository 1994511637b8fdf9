import {existsSync} from 'node:fs';
import path from 'node:path';
import {newestFirst} from '../../../changes/updates/history.ts';
import {pullRequestPage} from '../../../content/addresses/editor-links.ts';
import {CONFIG_FILE} from '../../../content/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {remoteBranch} from '../../../io/git/default-branch.ts';
import {type Git, gitIn, pathsIn} from '../../../io/git/merge-base.ts';

/** What the editor and `publish` write: other files of the folder are not sent. */
const FOLDERS = ['blog', 'docs', 'handbook', 'ledgers', 'static', 'versioned_docs', 'versioned_sidebars'];
const WRITTEN = [...FOLDERS, 'versions.json', CONFIG_FILE];

/** What waits on this computer, for the first screen of the editor. */
export type LocalWork = Awaited<ReturnType<typeof localWork>>;

/** The email about an update, for a browser. */
export const emailFile = (slug: string) => `outbox/${slug}.html`;

export function newestUpdate({updates}: Pick<Toolkit, 'updates'>) {
  return newestFirst(updates.map(({data}) => data))[0];
}

/** Asks git, without the network. */
export async function localWork(cwd: string, {notes, updates, config}: Toolkit) {
  const git = gitIn(cwd);
  const update = newestUpdate({updates});
  const changed = await changedFiles(git).catch(() => undefined);
  const base = await remoteBranch(git).catch(() => '');
  // Without a remote, it is not known what has been sent.
  const ahead = await git('diff', '--name-only', '--relative', '-z', `${base}...HEAD`).then(pathsIn, () => []);
  const isSent = await git('branch', '--remotes', '--contains', 'HEAD').then(Boolean, () => false);
  const isOpen = isSent && ahead.length > 0;
  const branch = isOpen && (await git('branch', '--show-current')).trim();
  return {
    /** The change notes that wait to be published. */
    notes: notes.map(({data: {pages, note}}) => ({pages, note})),
    /** The files that are only on this computer; `undefined` without git. */
    unsent: changed && [...new Set([...changed, ...(isSent ? [] : ahead)])].sort(),
    /** Where to open the pull request of what was sent and is not on the main branch. */
    pullRequest: branch ? pullRequestPage(config, base.replace('origin/', ''), branch) : undefined,
    update: update && {
      title: update.title,
      canUndo: [...(changed ?? []), ...ahead].includes(`blog/${update.slug}.md`),
      hasEmail: existsSync(path.join(cwd, emailFile(update.slug))),
    },
  };
}

async function changedFiles(git: Git): Promise<string[]> {
  const changed = await git('diff', '--name-only', '--no-renames', '--relative', '-z', 'HEAD', '--', ...WRITTEN);
  return pathsIn(changed + (await git('ls-files', '--others', '--exclude-standard', '-z', '--', ...WRITTEN)));
}

/**
 * Commits what is only on this computer to a branch, and pushes it as the person who is logged in to git here.
 *
 * @throws {ExitError} that says which colleague has to do what.
 */
export async function sendWork(cwd: string, {config: {repository}, notes, updates}: Toolkit): Promise<void> {
  // Nobody watches the terminal, so git asks for no password there.
  const git = gitIn(cwd, {...process.env, GIT_TERMINAL_PROMPT: '0'});
  await git('remote', 'get-url', 'origin').catch(
    refuse(
      'this folder is not connected to GitHub',
      `Ask an administrator of ${repository} to connect it, with \`git remote add origin\` and the address of the repository.`,
    ),
  );
  await git('fetch', '--quiet', 'origin').catch(
    refuse(
      'GitHub did not answer, or does not know this computer',
      `If other websites open, ask an administrator of ${repository} to log this computer in to GitHub with your account.`,
    ),
  );
  const files = await changedFiles(git);
  await startBranch(git);
  if (files.length > 0) {
    const update = newestUpdate({updates});
    const published = update && files.includes(`blog/${update.slug}.md`) ? [`Publish: ${update.title}`] : [];
    const [subject = 'Change pages'] = [...published, ...notes.map(({data}) => data.note)];
    await git('add', '--all', '--', ...files);
    await git('commit', '--quiet', '--message', subject, '--', ...files).catch(
      refuse(
        'git could not record your changes',
        'Ask a colleague who knows git to set `user.name` and `user.email` on this computer.',
      ),
    );
  }
  await git('push', '--quiet', '--set-upstream', 'origin', 'HEAD').catch(
    refuse('GitHub refused them', `Ask an administrator of ${repository} to give your account the role “Write”.`),
  );
  // A clone of one branch does not note this itself.
  await git('update-ref', `refs/remotes/origin/${(await git('branch', '--show-current')).trim()}`, 'HEAD');
}

/** Starts a branch, unless this one is not merged yet. */
async function startBranch(git: Git): Promise<void> {
  const base = await remoteBranch(git);
  const current = (await git('branch', '--show-current')).trim();
  const isMerged = (await git('rev-list', '--max-count=1', `${base}..HEAD`)) === '';
  if (!isMerged && current !== '' && `origin/${current}` !== base) return;
  const branch = `edit/${new Date().toISOString().slice(0, 19).replace(/\D/g, '-')}`;
  const start = ['switch', '--quiet', '--no-track', '--create', branch];
  // From the newest pages, unless a colleague changed the same ones: then the pull request shows both.
  await git(...start, isMerged ? base : 'HEAD').catch(() => git(...start));
}

function refuse(message: string, fix: string) {
  return ({stderr = ''}: {stderr?: string}): never => {
    const said = stderr.trim().split('\n').at(-1);
    const problem = `your changes are safe on this computer, but ${message}`;
    throw new ExitError(said ? `${problem} (git says: ${said})` : problem, `${fix} Then send again.`);
  };
}
