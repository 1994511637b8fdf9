import {randomUUID} from 'node:crypto';
import {renderTextMail} from '../../../changes/publish/render-announcement.ts';
import {renderHtmlMail} from '../../../changes/publish/render-html-mail.ts';
import {announce} from '../../../changes/updates/announce.ts';
import {pageTitles} from '../../../changes/updates/page-titles.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import type {Io} from '../../../io/cli/io.ts';
import type {Git} from '../../../io/git/merge-base.ts';
import {jobGit} from '../../../io/github/job-git.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {connectToList, type Mail, type MailingList, wasRefused} from './mailing-list.ts';

/** The tags that say which updates were sent: anyone can read them, and git creates each only once. */
const TAGS = 'updates-by-email';

/**
 * Sends each update since the configured day to the mailing list, once. Without `UPDATES_BY_EMAIL=send` it only shows
 * what it would send. A tag in the repository is made before an update is sent and another one afterwards, so that a run
 * that was killed in between sends nothing twice.
 *
 * @throws {ExitError} with code 1 where an update needs a person.
 */
export async function sendUpdatesByEmail(env: NodeJS.ProcessEnv, {cwd, stdout}: Pick<Io, 'cwd' | 'stdout'>) {
  const toolkit = await loadToolkit(cwd);
  const git = jobGit(cwd, env);
  const tags = await readTags(git);
  const waiting = mailsOf(toolkit).filter(({slug}) => !tags.has(`sent/${slug}`));
  if (waiting.length === 0) return ['Every update has been sent, or none is to be.'];
  if (env.UPDATES_BY_EMAIL !== 'send') {
    return waiting.map(({slug, text, subject}) => `Would send ${slug}: ${subject}\n\n${text}`);
  }
  const list = await connectToList(env);
  for (const mail of waiting) {
    stdout.write(`${await sendOnce(mail, {git, list, hasBegun: tags.has(`begun/${mail.slug}`)})}\n`);
  }
  return [];
}

/** The names of our tags on the server, such as `sent/2026-11-27`. */
async function readTags(git: Git): Promise<ReadonlySet<string>> {
  const listed = await git('ls-remote', '--tags', '--refs', 'origin', `refs/tags/${TAGS}/*`);
  return new Set(listed.split('\n').flatMap((line) => line.split(`refs/tags/${TAGS}/`)[1] ?? []));
}

/** The updates to send, oldest first. */
function mailsOf(toolkit: Toolkit): Mail[] {
  const {updates_by_email: settings} = toolkit.config;
  if (!settings) return [];
  return toolkit.updates
    .map(({data}) => data)
    .filter(({published}) => published.latest >= settings.since)
    .sort((a, b) => (a.published.latest + a.slug < b.published.latest + b.slug ? -1 : 1))
    .map((update) => {
      const announcement = announce(update, toolkit.config, pageTitles(toolkit));
      const subject = `${announcement.toolkit}: ${announcement.title}`;
      // Its first paragraph is the subject.
      const [, ...text] = renderTextMail(announcement).split('\n\n');
      const html = renderHtmlMail(announcement);
      const id = `update-${update.slug}@${new URL(toolkit.config.url).hostname}`;
      return {slug: update.slug, id, subject, text: text.join('\n\n'), html, url: announcement.url};
    });
}

interface Sending {
  git: Git;
  list: MailingList;
  /** Whether an earlier run began to send it. */
  hasBegun: boolean;
}

async function sendOnce(mail: Mail, {git, list, hasBegun}: Sending): Promise<string> {
  const {slug, url} = mail;
  if (hasBegun) {
    throw new ExitError(
      `an earlier run was interrupted while it sent ${slug}, expected to know whether the list has it`,
      `Look for it in the archive of the list. If it is there, run \`git push origin HEAD:refs/tags/${TAGS}/sent/${slug}\`. If not, run \`git push origin :refs/tags/${TAGS}/begun/${slug}\`, and start the job again.`,
      {code: 1},
    );
  }
  await requirePage(url);
  await addTag(git, `begun/${slug}`);
  try {
    await list.send(mail);
  } catch (error) {
    // The server said no, so nobody got it: the next run may try again.
    if (wasRefused(error)) await git('push', '--quiet', 'origin', `:refs/tags/${TAGS}/begun/${slug}`);
    throw new ExitError(
      `the mailing list did not take ${slug} (${(error as Error).message}), expected success`,
      wasRefused(error) ? 'Fix what it says, and start the job again.' : 'Start the job again: it says what to do.',
    );
  }
  await addTag(git, `sent/${slug}`);
  return `Sent ${slug}: ${mail.subject}`;
}

/** The links of a message must work when it arrives. */
async function requirePage(url: string): Promise<void> {
  const answer = await fetch(url, {method: 'HEAD', signal: AbortSignal.timeout(30_000)}).catch(() => undefined);
  if (answer?.ok) return;
  throw new ExitError(`${url} is not on the site, expected the page of the update`, 'Wait for Deploy, and try again.');
}

/** Creates a tag that nobody else has created: its object is unlike any other, so git refuses a second one. */
async function addTag(git: Git, name: string): Promise<void> {
  const tag = `${TAGS}/${name}`;
  await git('tag', '--annotate', '--force', '--message', randomUUID(), tag, 'HEAD');
  await git('push', '--quiet', 'origin', `refs/tags/${tag}`).catch(() => {
    throw new ExitError(
      `the tag \`${tag}\` could not be created, expected a new one`,
      'Wait for the other run to end.',
    );
  });
}
