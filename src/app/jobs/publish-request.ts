import {readFileSync} from 'node:fs';
import type {BlockContent} from 'mdast';
import {notesNotDue, scheduledNotes} from '../../changes/notes/scheduled-notes.ts';
import {type Announcement, announce, announceEdition, pageTitles} from '../../changes/updates/announce.ts';
import {renderTextMail} from '../../changes/updates/render-announcement.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {limitedBody} from '../../format/limited-body.ts';
import {code, codeBlock, heading, link, listItem, paragraph, stringify, text} from '../../format/markdown-nodes.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import type {Git} from '../../io/git/merge-base.ts';
import {connectToRepository} from '../../io/github/github-client.ts';
import {jobGit, pushIndex} from '../../io/github/job-git.ts';
import {openPullRequest, START_CHECKS} from '../../io/github/open-pull-request.ts';
import {loadToolkit} from '../../io/load-toolkit.ts';

const MAIN = 'main';

/** The event of a run that nobody started. */
const SCHEDULE = 'schedule';

/**
 * What a run of the workflow that publishes has to do, as an output for GitHub: `mode=publish`, `mode=dry-run`
 * unless the editor has confirmed, or `mode=none` in a daily run on which nothing scheduled is due.
 */
export async function publishMode(env: NodeJS.ProcessEnv, {cwd, today}: Pick<Io, 'cwd' | 'today'>): Promise<string> {
  if (env.GITHUB_EVENT_NAME !== SCHEDULE) return `mode=${env.CONFIRM === 'true' ? 'publish' : 'dry-run'}`;
  const {SCHEDULED_PUBLISHING: how = ''} = env;
  if (!['pull-request', 'publish'].includes(how)) {
    throw new ExitError(
      `the variable \`SCHEDULED_PUBLISHING\` is \`${how}\`, expected \`pull-request\` or \`publish\``,
      'Change it under Settings, "Secrets and variables", Actions, Variables, or delete it.',
    );
  }
  const toolkit = await loadToolkit(cwd);
  const isDue = scheduledNotes(toolkit).length > 0 && notesNotDue(toolkit, today).length === 0;
  return `mode=${isDue ? 'publish' : 'none'}`;
}

/**
 * Opens the pull request with what `npm run publish` has written here; a daily run may be configured to push it to the
 * main branch. The job may write to GitHub, so it runs only commands of the main branch. The checks of the pull request
 * run without write permission.
 *
 * @param questions the file with what `publish` asked about, which nobody has answered
 * @returns a sentence for the log
 */
export async function openPublishRequest(
  env: NodeJS.ProcessEnv,
  {cwd, pace}: Pick<Io, 'cwd' | 'pace'>,
  questions?: string,
): Promise<string> {
  const {github, place} = connectToRepository({env, pace});
  const git = jobGit(cwd, env);
  await git('add', '--all');
  const toolkit = await loadToolkit(cwd);
  const added = await git('diff', '--cached', '--name-only', '--diff-filter=A', '-z', 'HEAD');
  const publication = publicationOf(toolkit, added.split('\0'));
  const branch = `publish/${publication.name}`;
  const title = `Publish: ${publication.title}`;
  if (env.GITHUB_EVENT_NAME === SCHEDULE && env.SCHEDULED_PUBLISHING === 'publish') {
    const fix = 'Allow GitHub Actions to push to it, or set the variable `SCHEDULED_PUBLISHING` to `pull-request`.';
    await pushIndex(git, MAIN, title, fix);
    return `Published on the main branch: ${publication.title}. The next daily run of Deploy builds the site.`;
  }
  const runUrl = `${env.GITHUB_SERVER_URL}/${place.owner}/${place.repo}/actions/runs/${env.GITHUB_RUN_ID}`;
  const actor = env.GITHUB_EVENT_NAME === SCHEDULE ? undefined : env.GITHUB_ACTOR;
  const body = renderPublicationBody(publication, {
    actor,
    runUrl,
    asked: questions ? readFileSync(questions, 'utf8').trim() : '',
  });
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

/** What the added files publish: an update, an edition, or both. */
function publicationOf(toolkit: Toolkit, added: readonly string[]): Publication {
  const {config} = toolkit;
  const update = toolkit.updates.find(({document}) => added.includes(document.path));
  const name = toolkit.editions.find(({pages}) => pages.some(({document}) => added.includes(document.path)))?.name;
  const edition = name === undefined ? undefined : announceEdition(name, config);
  if (!update) return {name: `edition-${name}`, title: `Edition ${name}`, update: undefined, edition};
  const announcement = announce(update.data, config, pageTitles(toolkit));
  const {slug, title} = update.data;
  return {name: slug, title, update: {path: update.document.path, announcement}, edition};
}

async function requireNoBranch(git: Git, branch: string): Promise<void> {
  if ((await git('ls-remote', 'origin', `refs/heads/${branch}`)).trim() === '') return;
  throw new ExitError(
    `the branch \`${branch}\` exists, expected no such branch`,
    'Merge its pull request, or close it and delete the branch; then start the workflow again.',
  );
}

interface Publication {
  /** The last part of the name of its branch. */
  name: string;
  title: string;
  /** The file of the update; `undefined` where an edition alone is frozen. */
  update: {path: string; announcement: Announcement} | undefined;
  edition: {name: string; url: string} | undefined;
}

/** The workflow run that publishes. */
interface Asking {
  /** Who started it; `undefined` where scheduled notes are due. */
  actor: string | undefined;
  runUrl: string;
  /** The open questions, as a terminal shows them; empty if there are none. */
  asked: string;
}

/** The text of a pull request that publishes: what its reviewer has to do, then the update as readers will see it. */
function renderPublicationBody(publication: Publication, asking: Asking): string {
  const body = limitedBody(stringify(whatToDo(publication, asking)));
  const questions = asking.asked === '' ? [] : [heading(2, [text('Questions')]), codeBlock(asking.asked)];
  const isWhole = [...questions, ...preview(publication)].every((block) => body.add(stringify([block])));
  if (isWhole) return body.render();
  const where = publication.update?.path ?? 'versions.json';
  return body.render(stringify([paragraph([text('There is more than fits here: read '), code(where), text('.')])]));
}

function whatToDo({update}: Publication, {actor, runUrl, asked}: Asking): BlockContent[] {
  const run = link(runUrl, [text('the run that opened it')]);
  const mail = paragraph([
    text('The email to readers is for 30 days under Artifacts of '),
    run,
    text('. Send it after the merge.'),
  ]);
  const steps = [
    [text(`${START_CHECKS} Merge only once they have passed.`)],
    ...(asked === ''
      ? []
      : [[text('Answer each question below. If readers need to know, close this and write the note.')]]),
    [text(`Read below what is published${update ? ', as readers will see it' : ''}.`)],
    actor === undefined
      ? [text('Approve it. The day of each scheduled note has come.')]
      : [text('Approve it, unless you are '), code(actor), text(', who started it. GitHub cannot check that itself.')],
    [text('Merge it. The site is then built again.')],
  ];
  return [
    heading(2, [text('What to do')]),
    {type: 'list', ordered: true, start: 1, spread: false, children: steps.map((step) => listItem([paragraph(step)]))},
    paragraph([
      text(
        'If anything is wrong, or the main branch has changed since, close this, delete its branch and start again: ',
      ),
      text('nothing is published until this is merged.'),
    ]),
    ...(update ? [mail] : []),
  ];
}

function preview({update, edition}: Publication): BlockContent[] {
  const shown = update ? renderTextMail(update.announcement) : `Edition ${edition?.name}: ${edition?.url}`;
  return [heading(2, [text('What is published')]), codeBlock(shown.trimEnd())];
}
