import {isCancel, text} from '@clack/prompts';
import {judgeTitle} from '../../src/editorial/publish/publish-options.ts';
import {renderPreview} from '../../src/editorial/publish/render-announcement.ts';
import {commandLine} from '../../src/format/command-line.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io, Terminal} from '../../src/fs/io.ts';
import {terminalOf} from '../../src/fs/io.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import type {Update} from '../../src/model/schemas/update-schema.ts';
import {allPages} from '../../src/model/toolkit.ts';
import {announceEdition} from '../../src/model/updates/announce.ts';
import {nothingDone, requireAgreement} from '../cli/require-agreement.ts';
import type {OptionsOf, Run} from '../commands.ts';
import type {Draft, Wishes} from './draft-publication.ts';
import {draftPublication} from './draft-publication.ts';
import type {Publication} from './plan-publication.ts';
import {planPublication} from './plan-publication.ts';
import {planUndo} from './plan-undo.ts';
import type {PublishedTree} from './published-tree.ts';
import {readPublishedTree} from './published-tree.ts';
import {recordEdition} from './record-edition.ts';

/** Options that only a new update takes. */
const OF_UPDATES = ['date', 'title', 'edition'] as const;

/** Said of an edition that is frozen alone. */
const WITHOUT_UPDATE = ', without an update, as no change note waits';

/** `toolkit publish`: makes an update of the notes that wait, freezes an edition, or takes the newest update back. */
export const run: Run<'publish'> = async (options, io) => {
  const {'record-edition': unfinished, ...others} = options;
  if (unfinished !== undefined) {
    if (Object.keys(others).length === 0) return recordEdition(unfinished, io);
    throw new ExitError('`--record-edition` given with other options, expected it alone', 'Leave the others out.');
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
  const tree = await readPublishedTree(io.cwd);
  if (options.undo) return undo(tree, io, {isDry, isForced: options.force === true});
  return publish(tree, io, options, isDry);
}

async function publish(tree: PublishedTree, io: Io, wishes: Wishes, isDry: boolean): Promise<number> {
  let draft = await draftPublication(tree, wishes, io.today);
  const terminal = terminalOf(io);
  const isAsked = terminal !== undefined && !isDry;
  if (isAsked && wishes.title === undefined && draft.changes.length > 0) {
    draft = {...draft, title: await askTitle(terminal, draft.title)};
  }
  const publication = planPublication(tree, draft, io.today);
  if (isDry || isAsked) io.stdout.write(preview(tree, draft, publication));
  if (isDry) {
    io.stdout.write('Nothing was written: this was a dry run.\n');
    return 0;
  }
  if (isAsked) await requireAgreement(terminal, 'Publish this?');
  await commit(io.cwd, publication.transaction);
  io.stdout.write(report(draft, publication));
  return 0;
}

function preview({toolkit}: PublishedTree, {edition}: Draft, {announcement}: Publication): string {
  const update = announcement ? renderPreview(announcement) : '';
  if (edition === undefined) return update;
  const pages = allPages(toolkit).filter(({document}) => document.path.startsWith('docs/')).length;
  const {url} = announceEdition(edition, toolkit.config);
  const without = announcement ? '' : WITHOUT_UPDATE;
  return `${update}Edition ${edition} would freeze ${pages} ${pages === 1 ? 'page' : 'pages'} as they stand${without}: ${url}\n`;
}

function report({slug, edition}: Draft, {announcement}: Publication): string {
  const lines = [
    ...(announcement ? [`published blog/${slug}.md: ${announcement.title}`] : []),
    ...(edition === undefined
      ? []
      : [`froze edition ${edition} in versioned_docs/version-${edition}/${announcement ? '' : WITHOUT_UPDATE}`]),
    ...(announcement ? [`wrote the e-mail to readers: outbox/${slug}.txt and outbox/${slug}.html`] : []),
  ];
  const next = announcement
    ? `Next: commit these changes and bring them to the main branch; until then \`npm run publish -- --undo\` takes them back.
Once the update is on the site, send the e-mail in \`outbox/${slug}.txt\` or \`outbox/${slug}.html\` to your list of readers: nothing sends it by itself.`
    : 'Next: commit these changes and bring them to the main branch.';
  return `${[...lines, next].join('\n')}\n`;
}

/**
 * Asks for the title of an update, offering one.
 *
 * @throws {ExitError} where the question is broken off.
 */
async function askTitle(terminal: Terminal, proposed: string): Promise<string> {
  const answer = await text({
    message: 'What is the title of the update?',
    initialValue: proposed,
    validate: (title = '') => judgeTitle(title.trim())[0]?.problem,
    ...terminal,
  });
  if (isCancel(answer)) throw nothingDone();
  return answer.trim();
}

/** How an update is taken back. */
interface UndoOptions {
  isDry: boolean;
  /** Somebody says that the update is not on the site, where git cannot tell. */
  isForced: boolean;
}

/** Takes the newest update back: its notes wait again. */
async function undo(tree: PublishedTree, io: Io, {isDry, isForced}: UndoOptions): Promise<number> {
  const {update, restored, kept, transaction} = await planUndo(tree, io.today, isForced);
  const edition = update.edition === undefined ? '' : `, and edition ${update.edition}`;
  if (isDry) {
    io.stdout.write(
      `would take back blog/${update.slug}.md${edition}, and restore ${restored.join(', ')}\nNothing was written: this was a dry run.\n`,
    );
    return 0;
  }
  const terminal = terminalOf(io);
  if (terminal) await requireAgreement(terminal, `Take back "${update.title}"${edition}?`);
  await commit(io.cwd, transaction);
  io.stdout.write(`took back blog/${update.slug}.md${edition}\n`);
  for (const path of restored) io.stdout.write(`restored ${path}\n`);
  for (const path of kept) io.stdout.write(`left ${path}, which has been edited\n`);
  io.stdout.write(
    `Next: change the notes, which wait again, or the pages; then publish again. The title went with the update: \`${again(update)}\` gives it back. If the update had been committed, commit this too.\n`,
  );
  return 0;
}

/** What to type for the same title, and an edition of the same name. */
function again({title, edition}: Update): string {
  return commandLine('publish', '--title', title, ...(edition === undefined ? [] : ['--edition', edition]));
}
