import {text} from '@clack/prompts';
import {type Draft, draftPublication, type PublishOptions} from '../src/app/publish/draft-publication.ts';
import {type Publication, planPublication} from '../src/app/publish/plan-publication.ts';
import {notJoined, planReconcile} from '../src/app/publish/plan-reconcile.ts';
import {planUndo} from '../src/app/publish/plan-undo.ts';
import {type PublishedTree, readPublishedTree} from '../src/app/publish/published-tree.ts';
import {recordEdition} from '../src/app/publish/record-edition.ts';
import {launchLine} from '../src/changes/publish/configuration-text.ts';
import {checkTitle} from '../src/changes/publish/publish-options.ts';
import {renderPreview} from '../src/changes/publish/render-announcement.ts';
import {notesNotDue} from '../src/changes/publish/scheduled-notes.ts';
import {changedPages} from '../src/changes/published/changed-pages.ts';
import {announceEdition} from '../src/changes/updates/announce.ts';
import {CONFIG_FILE, type ToolkitConfig} from '../src/content/schemas/toolkit-schema.ts';
import type {Update} from '../src/content/schemas/update-schema.ts';
import {allPages} from '../src/content/toolkit.ts';
import {commandLine} from '../src/format/command-line.ts';
import {count} from '../src/format/text.ts';
import {ExitError} from '../src/io/cli/exit-error.ts';
import {type Io, type Terminal, terminalOf} from '../src/io/cli/io.ts';
import {answerTo, requireAgreement} from '../src/io/cli/require-agreement.ts';
import {publishedBefore} from '../src/io/git/default-branch.ts';
import {commit} from '../src/io/transaction/commit.ts';
import {checkRelease} from '../src/rules/check-release.ts';
import {renderText} from '../src/rules/report/render-text.ts';
import type {OptionsOf, Run} from './commands.ts';

/** Options for a new update only. */
const OF_UPDATES = ['date', 'title', 'edition', 'now', 'launch', 'keep-examples'] as const;

/** Added to the message about an edition that is frozen alone. */
const WITHOUT_UPDATE = ', without an update, as no change note waits';

/** `toolkit publish`: publishes the waiting notes as an update, freezes an edition, or undoes the newest update. */
export const run: Run<'publish'> = async (options, io) => {
  const {'record-edition': unfinished, reconcile: isReconciled = false, ...others} = options;
  if (unfinished !== undefined || isReconciled) {
    if (Object.keys(others).length === 0) {
      return unfinished === undefined ? reconcile(io) : recordEdition(unfinished, io);
    }
    const name = unfinished === undefined ? '--reconcile' : '--record-edition';
    throw new ExitError(`\`${name}\` given with other options, expected it alone`, 'Leave the others out.');
  }
  try {
    return await publishOrUndo(options, io);
  } catch (error) {
    if (!(error instanceof ExitError)) throw error;
    const outcome = options.undo ? 'Nothing was undone.' : 'Nothing was published.';
    throw new ExitError(error.message, error.fix, {code: error.code, outcome});
  }
};

async function publishOrUndo(options: OptionsOf<'publish'>, io: Io): Promise<number> {
  const {'dry-run': isDry = false} = options;
  const stray = options.undo
    ? OF_UPDATES.filter((name) => options[name] !== undefined)
    : options.force
      ? ['force']
      : [];
  if (stray.length > 0) {
    const other = options.undo ? 'no other option with `--undo`' : '`--undo` with it';
    const problem = `${stray.map((name) => `\`--${name}\``).join(', ')} given, expected ${other}`;
    throw new ExitError(problem, options.undo ? 'Leave it out.' : 'Leave it out, or add `--undo`.');
  }
  if (!options.undo) await requireNewestUpdates(io.cwd);
  const tree = await readPublishedTree(io.cwd);
  if (options.undo) return undo(tree, io, {isDry, isForced: options.force === true});
  return publish(tree, io, options, isDry);
}

async function publish(tree: PublishedTree, io: Io, options: PublishOptions, isDry: boolean): Promise<number> {
  let draft = await draftPublication(tree, options, io.today);
  const terminal = terminalOf(io);
  const isAsked = terminal !== undefined && !isDry;
  if (isAsked && options.title === undefined && draft.changes.length > 0) {
    draft = {...draft, title: await askTitle(terminal, draft.title)};
  }
  const publication = planPublication(tree, draft, io.today);
  if (draft.warnings.length > 0) io.stderr.write(`${renderText(draft.warnings)}\n`);
  const early = notesNotDue(tree.toolkit, draft.day);
  for (const {document, day} of early) io.stdout.write(`Scheduled: ${document.path} is not due before ${day}.\n`);
  if (isDry || isAsked) io.stdout.write(preview(tree, draft, publication));
  if (isDry) {
    io.stdout.write('Nothing was written: this was a dry run.\n');
    return 0;
  }
  const question = early.length > 0 ? 'Publish this today, before the scheduled day?' : 'Publish this?';
  if (isAsked) await requireAgreement(terminal, question);
  await commit(io.cwd, publication.transaction);
  io.stdout.write(report(tree.toolkit.config, draft, publication));
  return 0;
}

function preview({toolkit}: PublishedTree, {edition, launch, day}: Draft, {announcement}: Publication): string {
  const update = announcement ? renderPreview(announcement) : '';
  const launched = launch
    ? `Launch: the text of ${count(launch.pages.length, 'page')} would be on record${launch.config === undefined ? '' : `, and \`${CONFIG_FILE}\` would have \`${launchLine(day)}\``}\n`
    : '';
  if (edition === undefined) return update + launched;
  const pages = allPages(toolkit).filter(({document}) => document.path.startsWith('docs/')).length;
  const {url} = announceEdition(edition, toolkit.config);
  const without = announcement ? '' : WITHOUT_UPDATE;
  return `${update}${launched}Edition ${edition} would freeze ${count(pages, 'page')} as they are now${without}: ${url}\n`;
}

function report(config: ToolkitConfig, {slug, day, edition, launch}: Draft, {announcement}: Publication): string {
  const placeholders = launch ? checkRelease(config) : [];
  const lines = [
    ...(announcement ? [`published blog/${slug}.md: ${announcement.title}`] : []),
    ...(launch ? [`launched the toolkit on ${day}: ${count(launch.pages.length, 'page')} on record`] : []),
    ...(launch?.config === undefined ? [] : [`wrote \`${launchLine(day)}\` in ${CONFIG_FILE}`]),
    ...placeholders.map(({path, problem, fix}) => `Before you deploy: ${path}: ${problem}. ${fix}`),
    ...(edition === undefined
      ? []
      : [`froze edition ${edition} in versioned_docs/version-${edition}/${announcement ? '' : WITHOUT_UPDATE}`]),
    ...(announcement ? [`wrote the email to readers: outbox/${slug}.txt and outbox/${slug}.html`] : []),
  ];
  const next = announcement
    ? `Next: commit these changes and merge them to the main branch; until then \`npm run publish -- --undo\` undoes them.
${config.updates_by_email ? 'Once the update is on the site, the workflow Deploy sends it to your mailing list, if it is switched on.' : `Once the update is on the site, send the email in \`outbox/${slug}.txt\` or \`outbox/${slug}.html\` to your mailing list. It is not sent automatically.`}`
    : 'Next: commit these changes and merge them to the main branch.';
  return `${[...lines, next].join('\n')}\n`;
}

/**
 * Asks for the title of an update and proposes one.
 *
 * @throws {ExitError} if the question is cancelled.
 */
async function askTitle(terminal: Terminal, proposed: string): Promise<string> {
  const question = text({
    message: 'What is the title of the update?',
    initialValue: proposed,
    validate: (title = '') => checkTitle(title.trim())[0]?.problem,
    ...terminal,
  });
  return (await answerTo(question)).trim();
}

/**
 * Refuses to publish on a branch without the updates that readers have: both updates would have one name, and texts of
 * pages that miss the other change.
 */
async function requireNewestUpdates(cwd: string): Promise<void> {
  const before = await publishedBefore(cwd);
  const file = before?.lost[0];
  if (!before || file === undefined) return;
  const {problem, fix} = before.isIncluded
    ? {
        problem: `\`${file}\` is not as on ${before.place}, expected every published update as readers see it`,
        fix: 'Run `npm run publish -- --reconcile`, and then this command again.',
      }
    : notJoined(before);
  throw new ExitError(problem, fix, {code: 1});
}

/** Undoes the updates of this branch where those of another branch came first. */
async function reconcile(io: Io): Promise<number> {
  const reconciliation = await planReconcile(await readPublishedTree(io.cwd));
  if (!reconciliation) {
    io.stdout.write('nothing to reconcile: no two updates meet here\n');
    return 0;
  }
  const {place, slugs, notes, repeated, undecided, transaction} = reconciliation;
  await commit(io.cwd, transaction);
  const {toolkit} = await readPublishedTree(io.cwd);
  const changed = changedPages(toolkit);
  const changesOf = (file: string) => {
    const pages = toolkit.notes.find(({document}) => document.path === file)?.data.pages ?? [];
    const found = pages.flatMap((id) => changed.get(id)?.changes() ?? []).map(({id}) => `  ${id}`);
    if (found.length > 0 || pages.some((id) => changed.has(id))) return found;
    return undecided.length > 0 ? [] : ['  none: delete this note'];
  };
  io.stdout.write(
    [
      `restored everything that was published on ${place}`,
      ...slugs.map((slug) => `undid update ${slug} of this branch`),
      ...notes.flatMap((file) => [`${file} waits again. Changes of its pages:`, ...changesOf(file)]),
      ...repeated.map((note) => `dropped a note that is published or waits already: "${note}"`),
      ...undecided.map((file) => `decide the conflict in ${file}`),
      notes.length > 0
        ? 'Next: read these notes against the pages, which have the changes of both branches, and delete a note whose change is gone. Run `npm run check`, and `npm run publish`. Then add everything with `git add --all`, and finish the merge or rebase, or commit.'
        : 'Next: run `npm run check`. Then add everything with `git add --all`, and finish the merge or rebase, or commit.',
      '',
    ].join('\n'),
  );
  return 0;
}

interface UndoOptions {
  isDry: boolean;
  /** The editor confirms that the update is not on the site, when git does not know. */
  isForced: boolean;
}

/** Undoes the newest update, so that its notes wait again, or the newest edition. */
async function undo(tree: PublishedTree, io: Io, {isDry, isForced}: UndoOptions): Promise<number> {
  const {update, edition, restored, kept, transaction} = await planUndo(tree, io.today, isForced);
  const frozen = edition === undefined ? [] : [`edition ${edition}`];
  const what = [...(update ? [`blog/${update.slug}.md`] : []), ...frozen].join(', and ');
  if (isDry) {
    const notes = restored.length > 0 ? `, and restore ${restored.join(', ')}` : '';
    io.stdout.write(`would undo ${what}${notes}\nNothing was written: this was a dry run.\n`);
    return 0;
  }
  const terminal = terminalOf(io);
  const titles = [...(update ? [`"${update.title}"`] : []), ...frozen].join(', and ');
  if (terminal) await requireAgreement(terminal, `Undo ${titles}?`);
  await commit(io.cwd, transaction);
  io.stdout.write(`undid ${what}\n`);
  for (const path of restored) io.stdout.write(`restored ${path}\n`);
  for (const path of kept) io.stdout.write(`kept ${path}, which has been edited\n`);
  io.stdout.write(`${update ? nextAfterUndo(update) : 'Next: if the edition was committed, commit this too.'}\n`);
  return 0;
}

/** What to do once an update is undone, with the command that publishes with the same title and edition name. */
function nextAfterUndo({title, edition, launch}: Update): string {
  const options = [...(launch ? ['--launch'] : []), '--title', title, ...(edition ? ['--edition', edition] : [])];
  const again = `To use the same title, run \`${commandLine('publish', ...options)}\`. If the update was committed, commit this too.`;
  return `Next: change the ${launch ? 'pages' : 'notes or the pages'}, then publish again. ${again}`;
}
