import path from 'node:path';
import {renderVersions} from '../../changes/editions/freeze-edition.ts';
import {announce, pageTitles} from '../../changes/updates/announce.ts';
import {newestFirst} from '../../changes/updates/history.ts';
import {outboxFile} from '../../changes/updates/render-announcement.ts';
import {addressRecordFile} from '../../content/addresses/address-record.ts';
import {editionFolder, recordFile, sidebarsFile, VERSIONS_FILE, versionsIn} from '../../content/files/edition-files.ts';
import {pageOfNote, renderNote, withNotes} from '../../content/markdown/edit/note-places.ts';
import {notePath} from '../../content/pages/file-name.ts';
import {compareNames} from '../../content/records/next-slug.ts';
import {PUBLISHED_FOLDER} from '../../content/records/published-files.ts';
import {updateRecordFile} from '../../content/records/update-record.ts';
import {itemsOf} from '../../content/records/waiting-notes.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {type Update, updateSchema} from '../../content/schemas/update-schema.ts';
import type {SourceFile, Toolkit} from '../../content/toolkit.ts';
import {commandLine} from '../../format/command-line.ts';
import {toExitError, toFault} from '../../io/cli/exit-error.ts';
import {type Io, terminalOf} from '../../io/cli/io.ts';
import {requireAgreement} from '../../io/cli/require-agreement.ts';
import {commit} from '../../io/transaction/commit.ts';
import type {FileChange} from '../../io/transaction/file-change.ts';
import {checkModel} from '../../rules/rule-set.ts';
import {removeLaunch} from '../publish/configuration-text.ts';
import {findPublishErrors} from '../publish/find-errors.ts';
import {type PublishedTree, readPublishedTree, readText} from '../publish/published-tree.ts';
import {checkEditionUndo, checkUndo, findOwnUpdate} from './check-undo.ts';
import {type UndoRecord, undoRecordFile} from './undo-record.ts';

/**
 * Undoes the newest update, so that its notes wait again, or the newest edition.
 *
 * @param isForced the editor confirms that it is not on the site, when git does not know
 * @throws {ExitError} with every reason why it cannot be undone.
 */
export async function undo(io: Io, {isDry, isForced}: {isDry: boolean; isForced: boolean}): Promise<void> {
  const tree = await readPublishedTree(io.cwd);
  const {notice, update, edition, restored, kept, transaction} = await planUndo(tree, io.today, isForced);
  if (notice) io.stderr.write(`The remote did not answer: ${notice}.\n`);
  const frozen = edition === undefined ? [] : [`edition ${edition}`];
  const what = [...(update ? [`blog/${update.slug}.md`] : []), ...frozen].join(', and ');
  if (isDry) {
    const notes = restored.length > 0 ? `, and restore ${restored.join(', ')}` : '';
    io.stdout.write(`would undo ${what}${notes}\nNothing was written: this was a dry run.\n`);
    return;
  }
  const terminal = terminalOf(io);
  const titles = [...(update ? [`"${update.title}"`] : []), ...frozen].join(', and ');
  if (terminal) await requireAgreement(terminal, `Undo ${titles}?`);
  await commit(io.cwd, transaction);
  io.stdout.write(`undid ${what}\n`);
  for (const path of restored) io.stdout.write(`restored ${path}\n`);
  for (const path of kept) io.stdout.write(`kept ${path}, which is not as this update wrote it\n`);
  io.stdout.write(`${update ? nextAfterUndo(update) : 'Next: if the edition was committed, commit this too.'}\n`);
}

/** What to do once an update is undone, with the command that publishes with the same title and edition name. */
function nextAfterUndo({title, edition, launch}: Update): string {
  const options = [...(launch ? ['--launch'] : []), '--title', title, ...(edition ? ['--edition', edition] : [])];
  const again = `To use the same title, run \`${commandLine('publish', ...options)}\`. If the update was committed, commit this too.`;
  return `Next: change the ${launch ? 'pages' : 'notes or the pages'}, then publish again. ${again}`;
}

/** Plans how to undo the newest publication: an update, or an edition that was frozen alone after it. */
async function planUndo(tree: PublishedTree, today: string, isForced: boolean) {
  const lone = loneEdition(tree.toolkit);
  const undoing = lone === undefined ? await undoUpdate(tree, isForced) : await undoEdition(tree, lone, isForced);
  const {changes} = undoing.transaction;
  const errors = findPublishErrors(
    tree,
    changes.flatMap(({path, content}) => (content === undefined ? [] : [{path, content}])),
    changes.flatMap(({path, content}) => (content === undefined ? [path] : [])),
    today,
    changes.some((change) => change.path === CONFIG_FILE) ? undefined : tree.toolkit.config.launched,
    checkModel(tree.toolkit, today),
  );
  if (errors.length > 0) throw toExitError(errors.map((error) => toFault(error)));
  return undoing;
}

async function undoUpdate(tree: PublishedTree, isForced: boolean) {
  const {newest, record} = findOwnUpdate(tree);
  const {faults, notice} = await checkUndo(tree, newest, record, isForced);
  if (faults.length > 0) throw toExitError(faults);
  const update = updateSchema.parse(newest.document.frontMatter);
  const removed = await removals(tree, newest.document, update, record);
  const changes: FileChange[] = [
    ...removed.changes,
    ...addressChanges(tree, record),
    ...configChanges(tree, record),
    ...Object.entries(record.before).map(([path, content]) => ({
      path,
      content,
      found: path === VERSIONS_FILE ? tree.versionsText : undefined,
    })),
  ];
  const notes = restoreNotes(tree.toolkit, record);
  changes.push(...notes);
  if (update.edition !== undefined && record.before[VERSIONS_FILE] === undefined) {
    changes.push(...versionsChanges(tree, update.edition));
  }
  return {
    notice,
    update,
    edition: update.edition,
    restored: [...Object.keys(record.before), ...notes.map((change) => change.path)],
    /** The email, if it was edited. */
    kept: removed.kept,
    transaction: {command: 'publish --undo', changes},
  };
}

/** The notes of pages, before those that have been written since. A page that is gone gets its notes as files. */
function restoreNotes(toolkit: Toolkit, {waiting = {}}: UndoRecord): FileChange[] {
  return Object.entries(waiting).flatMap(([id, items]): FileChange[] => {
    const page = pageOfNote(toolkit, {pages: [id]});
    if (page) {
      const content = withNotes(page, [...items, ...itemsOf(page)]);
      return [{path: page.path, content, found: page.text}];
    }
    return items.map((item) => {
      const content = renderNote({...(item as ChangeNote), pages: [id]});
      return {path: notePath([id], content), content, found: undefined};
    });
  });
}

async function undoEdition(tree: PublishedTree, name: string, isForced: boolean) {
  const {faults, notice} = await checkEditionUndo(tree, name, isForced);
  if (faults.length > 0) throw toExitError(faults);
  const addresses = tree.toolkit.files.filter(({path: file}) => file === addressRecordFile(name));
  const changes: FileChange[] = [
    ...(await editionRemovals(tree, name)),
    ...addresses.map(toRemoval),
    ...versionsChanges(tree, name),
  ];
  const transaction = {command: 'publish --undo', changes};
  return {notice, update: undefined, edition: name, restored: [], kept: [], transaction};
}

/** The newest edition, if it was frozen after the newest update and not by a previous publisher. */
function loneEdition({editions, updates, config}: Toolkit): string | undefined {
  const [update] = newestFirst(updates.map(({data}) => data));
  const newest = editions.toSorted((a, b) => compareNames(b.name, a.name))[0];
  const isOwn = newest && newest.name > (config.predecessor?.until ?? '').slice(0, 'yyyy-mm'.length);
  const isAlone = newest?.name !== update?.edition && newest?.record?.last_update === update?.slug;
  return isOwn && newest.record && isAlone ? newest.name : undefined;
}

/** Removes an edition from the list of editions, and the list with the last one. */
function versionsChanges({versionsText}: PublishedTree, name: string): FileChange[] {
  if (versionsText === undefined) return [];
  const path = VERSIONS_FILE;
  const names = (versionsIn(versionsText) ?? []).filter((version) => version !== name);
  if (names.length === 0) return [{content: undefined, path, found: versionsText}];
  return [{path, content: renderVersions(names), found: versionsText}];
}

/** Removes the day of the launch, unless it was removed by hand. */
function configChanges({toolkit, configText}: PublishedTree, {launched}: UndoRecord): FileChange[] {
  if (launched === undefined || toolkit.config.launched === undefined) return [];
  const content = removeLaunch(configText, launched);
  return content === undefined ? [] : [{path: CONFIG_FILE, content, found: configText}];
}

/** Restores the address records as they were before the update, and removes those that it created. */
function addressChanges({toolkit}: PublishedTree, {addresses = {}}: UndoRecord): FileChange[] {
  const bytes = new Map(toolkit.files.map((file) => [file.path, file.bytes]));
  return Object.entries(addresses).map(([path, content]) => ({
    path,
    content: content ?? undefined,
    found: bytes.get(path),
  }));
}

/** The files to remove with an update; an edited email is kept. */
async function removals(
  tree: PublishedTree,
  document: {path: string; text: string},
  update: Update,
  {recorded = []}: UndoRecord,
): Promise<{changes: FileChange[]; kept: string[]}> {
  const {cwd, toolkit, records} = tree;
  const folder = `${PUBLISHED_FOLDER}/${update.slug}/`;
  const files = [
    ...records.filter((file) => file.path.startsWith(folder) || file.path === undoRecordFile(update.slug)),
    ...toolkit.files.filter((file) => [updateRecordFile(update.slug), ...recorded].includes(file.path)),
  ];
  const changes: FileChange[] = [
    {content: undefined, path: document.path, found: document.text},
    ...files.map(toRemoval),
    ...(update.edition === undefined ? [] : await editionRemovals(tree, update.edition)),
  ];
  const announcement = announce(update, toolkit.config, pageTitles(toolkit));
  const {head} = toolkit.updateRecords.get(update.slug) ?? {};
  const mail = outboxFile(update.slug, {...announcement, head});
  const found = await readText(path.join(cwd, mail.path));
  if (found === mail.content) changes.push({...mail, content: undefined, found});
  return {changes, kept: found === undefined || found === mail.content ? [] : [mail.path]};
}

/** The pages of an edition, its record and its sidebars. */
async function editionRemovals({cwd, toolkit}: PublishedTree, name: string): Promise<FileChange[]> {
  const files = toolkit.files.filter(
    (file) => file.path.startsWith(`${editionFolder(name)}/`) || file.path === recordFile(name),
  );
  const sidebars = await readText(path.join(cwd, sidebarsFile(name)));
  return [...files.map(toRemoval), {path: sidebarsFile(name), content: undefined, found: sidebars}];
}

function toRemoval({path, bytes}: SourceFile): FileChange {
  return {path, content: undefined, found: bytes};
}
