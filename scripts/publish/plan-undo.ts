import path from 'node:path';
import {outboxFiles} from '../../src/editorial/publish/outbox-files.ts';
import {type UndoRecord, undoRecordFile} from '../../src/editorial/publish/undo-record.ts';
import {toExitError} from '../../src/fs/exit-error.ts';
import type {Transaction} from '../../src/fs/transaction/commit.ts';
import type {FileChange} from '../../src/fs/transaction/file-change.ts';
import {editionFolder, recordFile, sidebarsFile, VERSIONS_FILE} from '../../src/model/files/edition-files.ts';
import {recordedAddress} from '../../src/model/routes/address-record.ts';
import type {Update} from '../../src/model/schemas/update-schema.ts';
import {announce} from '../../src/model/updates/announce.ts';
import {pageTitles} from '../../src/model/updates/page-titles.ts';
import {PUBLISHED_FOLDER} from '../../src/model/updates/published-files.ts';
import {updateRecordFile} from '../../src/model/updates/update-record.ts';
import {checkUndo} from './check-undo.ts';
import {findPublishErrors, toFault} from './find-errors.ts';
import {findOwnUpdate} from './find-own-update.ts';
import {type PublishedTree, readText} from './published-tree.ts';

/** Everything that undoing an update does to a tree. */
interface Undoing {
  update: Update;
  /** The files that are restored. */
  restored: string[];
  /** E-mails that were edited and are kept. */
  kept: string[];
  transaction: Transaction;
}

/**
 * Plans how to undo the newest update.
 *
 * @throws {ExitError} with every reason why it cannot be undone.
 */
export async function planUndo(tree: PublishedTree, today: string, isForced: boolean): Promise<Undoing> {
  const {newest, record} = findOwnUpdate(tree);
  const faults = await checkUndo(tree, newest, record, isForced);
  if (faults.length > 0) throw toExitError(faults);
  const update = newest.data;
  const restored = Object.entries(record.before);
  const removed = await removals(tree, newest.document, update, new Set(restored.map(([file]) => file)));
  const addresses = addressChanges(tree, update, record);
  const written = [...restored.map(([file, content]) => ({path: file, content})), ...addresses.filter(isWrite)];
  const gone = [...removed.changes, ...addresses.filter((change) => !isWrite(change))];
  const errors = findPublishErrors(
    tree,
    written,
    gone.map((change) => change.path),
    today,
  );
  if (errors.length > 0) throw toExitError(errors.map(toFault));
  const changes: FileChange[] = [
    ...removed.changes,
    ...addresses,
    ...restored.map(([file, content]): FileChange => {
      const found = file === VERSIONS_FILE ? tree.versionsText : undefined;
      return {kind: 'write', path: file, content, found};
    }),
  ];
  return {
    update,
    restored: restored.map(([file]) => file),
    kept: removed.kept,
    transaction: {command: 'publish --undo', changes},
  };
}

/** Restores the address records as they were before the update, and removes those that it created. */
function addressChanges({toolkit}: PublishedTree, {edition}: Update, {addresses = {}}: UndoRecord): FileChange[] {
  const records = toolkit.files.filter(({path: file}) => recordedAddress(file));
  const bytes = new Map(records.map((file) => [file.path, file.bytes]));
  // Older updates did not store these records.
  const ofEdition = records.filter(({path: file}) => edition && recordedAddress(file)?.edition === edition);
  const before = {...Object.fromEntries(ofEdition.map((file) => [file.path, null])), ...addresses};
  return Object.entries(before).flatMap(([file, content]): FileChange[] => {
    const found = bytes.get(file);
    if (content !== null) return [{kind: 'write', path: file, content, found}];
    return found === undefined ? [] : [{kind: 'remove', path: file, found}];
  });
}

function isWrite(change: FileChange): change is FileChange & {kind: 'write'} {
  return change.kind === 'write';
}

/** The files to remove with an update; edited e-mails are kept. */
async function removals(
  {cwd, toolkit, records, versionsText}: PublishedTree,
  document: {path: string; text: string},
  update: Update,
  restored: ReadonlySet<string>,
): Promise<{changes: FileChange[]; kept: string[]}> {
  const folder = `${PUBLISHED_FOLDER}/${update.slug}/`;
  const files = [
    ...records.filter((file) => file.path.startsWith(folder) || file.path === undoRecordFile(update.slug)),
    ...toolkit.files.filter((file) => file.path === updateRecordFile(update.slug)),
    ...(update.edition === undefined ? [] : toolkit.files.filter(isOfEdition(update.edition))),
  ];
  const changes: FileChange[] = [
    {kind: 'remove', path: document.path, found: document.text},
    ...files.map((file): FileChange => ({kind: 'remove', path: file.path, found: file.bytes})),
  ];
  if (update.edition !== undefined) {
    const sidebars = sidebarsFile(update.edition);
    const found = await readText(path.join(cwd, sidebars));
    if (found !== undefined) changes.push({kind: 'remove', path: sidebars, found});
    if (!restored.has(VERSIONS_FILE) && versionsText !== undefined) {
      changes.push({kind: 'remove', path: VERSIONS_FILE, found: versionsText});
    }
  }
  const kept: string[] = [];
  for (const {path: file, content} of outboxFiles(update.slug, announce(update, toolkit.config, pageTitles(toolkit)))) {
    const found = await readText(path.join(cwd, file));
    if (found === content) changes.push({kind: 'remove', path: file, found});
    else if (found !== undefined) kept.push(file);
  }
  return {changes, kept};
}

function isOfEdition(name: string): (file: {path: string}) => boolean {
  return (file) => file.path.startsWith(`${editionFolder(name)}/`) || file.path === recordFile(name);
}
