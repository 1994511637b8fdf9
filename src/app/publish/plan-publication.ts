import {recordAddresses} from '../../changes/chain/record-addresses.ts';
import {chainUpdate, isChained} from '../../changes/chain/record-chain.ts';
import {freezeEdition} from '../../changes/editions/freeze-edition.ts';
import {snapshotPages} from '../../changes/editions/snapshot-pages.ts';
import {shownFiles} from '../../changes/notes/replaced-files.ts';
import {announce, pageTitles} from '../../changes/updates/announce.ts';
import {namedPages} from '../../changes/updates/collect-changes.ts';
import {newestFirst} from '../../changes/updates/history.ts';
import {outboxFile} from '../../changes/updates/render-announcement.ts';
import {renderUpdate} from '../../changes/updates/render-update.ts';
import {VERSIONS_FILE, versionsIn} from '../../content/files/edition-files.ts';
import {filesAfter, type PlannedFile} from '../../content/files/planned-file.ts';
import {takeNotes} from '../../content/markdown/edit/note-places.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import {recordedFiles} from '../../content/records/published-files.ts';
import {isInManifest, recordUpdate, updateOfFile} from '../../content/records/update-record.ts';
import {itemsOf} from '../../content/records/waiting-notes.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {toExitError, toFault} from '../../io/cli/exit-error.ts';
import {hashOf} from '../../io/fingerprint.ts';
import type {Transaction} from '../../io/transaction/commit.ts';
import {type Content, changesTo} from '../../io/transaction/file-change.ts';
import {type UndoRecord, undoRecordFile} from '../undo/undo-record.ts';
import type {Draft} from './draft-publication.ts';
import {findPublishErrors} from './find-errors.ts';
import type {PublishedTree} from './published-tree.ts';

/** Everything that publishing does to a tree. */
export type Publication = ReturnType<typeof planPublication>;

/**
 * Works out every file that a draft, under its last title, writes and removes.
 *
 * @param deployed the files of updates on the remote's default branch, whose updates cannot be undone any more
 * @throws {ExitError} where the result would not pass the check.
 */
export function planPublication(
  tree: PublishedTree,
  {title, ...draft}: Draft,
  today: string,
  deployed: ReadonlySet<string> = new Set(),
) {
  const update = draft.changes.length === 0 ? undefined : toUpdate({title, ...draft});
  const announcement = update && announce(update, tree.toolkit.config, pageTitles(tree.toolkit));
  const taken = takeNotes(tree.toolkit);
  const obsolete = tree.toolkit.updates
    .filter(({document}) => deployed.has(document.path))
    .map(({data}) => undoRecordFile(data.slug));
  const removed = [...taken.removed, ...tree.records.flatMap(({path}) => (obsolete.includes(path) ? [path] : []))];
  // What is recorded and frozen is what readers see.
  const toolkit = {...tree.toolkit, files: filesAfter(tree.toolkit.files, taken.written, [])};
  const frozen = draft.edition === undefined ? [] : freeze({...tree, toolkit}, draft.edition, draft.day, update);
  const addresses = recordAddresses(tree.toolkit, coveredBy(draft), draft.edition);
  const {config} = draft.launch ?? {};
  const recorded = [...(update ? publish({...tree, toolkit}, update, draft, addresses) : []), ...frozen];
  const {planned, head} = update ? chainUpdate(tree.toolkit, update.slug, recorded) : {planned: recorded};
  const written = [
    ...taken.written,
    ...planned,
    ...(update && announcement ? [outboxFile(update.slug, {...announcement, head})] : []),
    ...addresses,
    ...(config === undefined ? [] : [{path: CONFIG_FILE, content: config}]),
  ];
  const errors = findPublishErrors(
    tree,
    written,
    removed,
    today,
    config === undefined ? tree.toolkit.config.launched : draft.day,
  );
  if (errors.length > 0) throw toExitError(errors.map((error) => toFault(error)));
  const transaction: Transaction = {command: 'publish', changes: changesTo(filesBefore(tree), written, removed)};
  // As readers will see it; `undefined` where an edition alone is frozen.
  return {announcement, transaction};
}

/** The changes of a draft; those of a launch name every page. */
function coveredBy({changes, launch}: Pick<Draft, 'changes' | 'launch'>): ChangeNote[] {
  return launch ? changes.map((change) => ({...change, pages: launch.pages})) : changes;
}

function toUpdate({slug, title, day, edition, launch, changes}: Draft): Update {
  return {
    title,
    slug,
    date: day,
    published: {earliest: day, latest: day},
    ...(edition !== undefined && {edition}),
    ...(launch && {launch: true}),
    changes,
  };
}

function publish(
  tree: PublishedTree,
  update: Update,
  draft: Omit<Draft, 'title'>,
  addresses: readonly PlannedFile[],
): PlannedFile[] {
  const {toolkit, versionsText} = tree;
  const notes = toolkit.documents.filter(({kind}) => kind === 'change-note');
  const before = notes.map(({document}): [string, string] => [document.path, document.text]);
  const waiting = toolkit.documents
    .filter(({document}) => document.waiting !== undefined)
    .map(({document}): [string, unknown[]] => [pageIdOf(document.path), [...itemsOf(document)]]);
  if (update.edition !== undefined && versionsText !== undefined) before.push([VERSIONS_FILE, versionsText]);
  const earlier = isChained(toolkit) ? [] : recordEarlier(tree);
  const record: UndoRecord = {
    schema: 1,
    before: Object.fromEntries(before),
    ...(waiting.length > 0 && {waiting: Object.fromEntries(waiting)}),
    addresses: textsBefore(toolkit, addresses),
    ...(draft.launch?.config !== undefined && {launched: draft.day}),
    ...(earlier.length > 0 && {recorded: earlier.map(({path}) => path)}),
    editions: toolkit.editions.map(({name}) => name),
  };
  const kept = [
    {path: `blog/${update.slug}.md`, content: renderUpdate(update)},
    ...snapshotPages(update.slug, toolkit, coveredBy(draft), recordedFiles(tree.records)),
  ];
  const named = new Set(namedPages(coveredBy(draft)));
  const shown = allPages(toolkit)
    .filter(({id}) => named.has(id))
    .map((page) => [page.id, shownFiles(toolkit, page)] as const)
    .filter(([, files]) => Object.keys(files).length > 0);
  return [
    ...kept,
    recordUpdate(update.slug, kept, hashOf, shown.length > 0 ? {shown: Object.fromEntries(shown)} : {}),
    ...earlier,
    {path: undoRecordFile(update.slug), content: `${JSON.stringify(record, null, 2)}\n`},
  ];
}

/**
 * Records of everything published so far that has none, such as the updates of a predecessor. The chain begins with them,
 * so that nothing can be added there later.
 */
function recordEarlier({toolkit: {files, updateRecords}, records}: PublishedTree): PlannedFile[] {
  const contents = [...files, ...records].map(({path, bytes}) => ({path, content: bytes}));
  const bySlug = Map.groupBy(contents, ({path}) => (isInManifest(path) ? updateOfFile(path) : undefined));
  return [...bySlug].flatMap(([slug, own]) =>
    slug === undefined || updateRecords.has(slug) ? [] : [recordUpdate(slug, own, hashOf)],
  );
}

function freeze({toolkit, versionsText}: PublishedTree, name: string, day: string, update?: Update): PlannedFile[] {
  const versions = versionsIn(versionsText ?? '[]') ?? [];
  const [newest] = newestFirst(toolkit.updates.map(({data}) => data));
  const lastUpdate = (update ?? newest)?.slug;
  return freezeEdition(toolkit, {name, day, versions, lastUpdate});
}

/** The records of addresses that publishing writes, as they were. */
function textsBefore({documents}: Toolkit, planned: readonly PlannedFile[]): Record<string, string | null> {
  const texts = new Map(documents.map(({document: {path, text}}) => [path, text]));
  return Object.fromEntries(planned.map(({path}) => [path, texts.get(path) ?? null]));
}

/** The files of a toolkit with its published texts and its configuration, which a launch changes. */
function filesBefore({toolkit, records, configText}: PublishedTree): {path: string; bytes: Content}[] {
  return [...toolkit.files, ...records, {path: CONFIG_FILE, bytes: configText}];
}
