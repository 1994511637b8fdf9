import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {mergeTexts, mergeVersions} from '../../src/diff/published/merge-versions.ts';
import {outboxFiles} from '../../src/editorial/publish/outbox-files.ts';
import {proposeTitle} from '../../src/editorial/publish/propose-title.ts';
import {renderUpdate} from '../../src/editorial/publish/render-update.ts';
import {undoRecordFile, undoRecordSchema} from '../../src/editorial/publish/undo-record.ts';
import {usedSlugs} from '../../src/editorial/publish/used-slugs.ts';
import {toExitError} from '../../src/fs/exit-error.ts';
import {hashOf} from '../../src/fs/fingerprint.ts';
import {
  type ConflictedFile,
  conflictedFiles,
  type RemoteUpdates,
  remoteUpdates,
} from '../../src/fs/git/default-branch.ts';
import {readToolkit} from '../../src/fs/load-toolkit.ts';
import type {Transaction} from '../../src/fs/transaction/commit.ts';
import type {FileChange} from '../../src/fs/transaction/file-change.ts';
import {readDocument} from '../../src/fs/yaml/document.ts';
import {textIn} from '../../src/language/text.ts';
import {recordAddresses} from '../../src/markdown/headings/record-addresses.ts';
import {PUBLISH_RE} from '../../src/model/files/unreadable-page.ts';
import {compareText} from '../../src/model/problem.ts';
import {type ChangeNote, changeNoteSchema} from '../../src/model/schemas/change-note-schema.ts';
import {type Update, updateSchema} from '../../src/model/schemas/update-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {announce} from '../../src/model/updates/announce.ts';
import {namedPages} from '../../src/model/updates/collect-changes.ts';
import {compareNames, countOn} from '../../src/model/updates/next-slug.ts';
import {pageTitles} from '../../src/model/updates/page-titles.ts';
import {
  isRemoval,
  livePath,
  PUBLISHED_FOLDER,
  type RecordedFile,
  recordedFiles,
  recordedPage,
  removalName,
} from '../../src/model/updates/published-files.ts';
import {recordUpdate, updateRecordFile} from '../../src/model/updates/update-record.ts';
import {findPublishErrors, toFault} from './find-errors.ts';
import {type PublishedTree, readText} from './published-tree.ts';

/** What reconciling does to a tree in which two branches published. */
export interface Reconciliation {
  /** The new slug of each update that comes later than it did on its branch, by the old one. */
  moved: ReadonlyMap<string, string>;
  /** The notes that the other branch has published too, by the new slug of the update that no longer has them. */
  dropped: ReadonlyMap<string, string[]>;
  /** The slugs of updates that had no other notes. */
  gone: ReadonlySet<string>;
  /** The slugs of updates whose texts now have the changes of the other branch too. */
  merged: string[];
  transaction: Transaction;
}

/**
 * Plans how the updates of two branches become one history. Those on the remote's default branch stay as they are: the
 * others come after them, and record each page as it is with the changes of both.
 *
 * @throws {ExitError} if a person has to decide first, or if there is nothing to reconcile.
 */
export async function planReconcile(tree: PublishedTree, today: string): Promise<Reconciliation> {
  const {cwd, toolkit, records} = tree;
  const conflicts = await conflictedFiles(cwd);
  const others = [...conflicts.keys()].filter((file) => !PUBLISH_RE.test(file));
  if (others.length > 0) {
    throw toExitError(
      others.map((path) => ({
        problem: `\`${path}\` is in conflict between two branches, expected a file that you have decided on`,
        fix: 'Edit the file, and add it with `git add`. Then run this command again.',
      })),
    );
  }
  const remote = await remoteUpdates(cwd);
  const found = new Map([...toolkit.files, ...records].map(({path, bytes}) => [path, bytes]));
  const files = new Map<string, string | Uint8Array>(found);
  const side = await settledSide(conflicts, remote);
  const rivals = takeSide(files, conflicts, side);
  const settled = await settledSlugs(files, remote);
  const moved = new Map<string, string>();
  const dropped = new Map<string, string[]>();
  const gone = new Set<string>();
  const before: Update[] = [];
  const touched = new Set<string>();
  const taken = () => usedSlugs(readToolkit(configOf(toolkit), sourceFiles(files), toolkit.unread), sourceFiles(files));

  for (const [path, text] of rivals.updates) {
    const update = readUpdate(path, text);
    if (update) renameUpdate(update, rivals.textOf);
  }
  const newest = [...settled].sort(compareNames).at(-1);
  const own = updatesIn(files).filter(({slug}) => remote && !settled.has(slug) && !touched.has(slug));
  for (const update of own) {
    if (newest !== undefined && compareNames(update.slug, newest) < 0) renameUpdate(update, () => undefined);
  }
  const kept = own.filter((update) => !before.includes(update));
  const former = new Map([...before, ...kept].map(({slug}) => [moved.get(slug) ?? slug, slug]));
  const changed = mergeRecords(files, settled, former, toolkit);
  for (const slug of changed) touched.add(slug);
  for (const update of [...before, ...kept]) dropRepeats(update);
  const merged = changed.filter((slug) => !gone.has(slug));
  for (const slug of touched) writeRecord(slug);
  const after = readToolkit(configOf(toolkit), sourceFiles(files), toolkit.unread);
  const updates = after.updates.map(({data}) => data).filter(({slug}) => touched.has(slug));
  for (const {path, content} of recordAddresses(
    after,
    updates.flatMap(({changes}) => changes),
    undefined,
  )) {
    files.set(path, content);
  }
  const written = [...files].filter(([path, content]) => conflicts.has(path) || found.get(path) !== content);
  const removed = [...found.keys()].filter((path) => !files.has(path));
  if (touched.size + gone.size + conflicts.size === 0) {
    const problem = 'no two updates meet here, expected a merge or a rebase of branches that both published';
    throw toExitError([{problem, fix: 'Run `npm run check`: it says what else is wrong, if anything is.'}]);
  }
  const planned = written.map(([path, content]) => ({path, content}));
  const errors = findPublishErrors(tree, planned, removed, today, toolkit.config.launched);
  if (errors.length > 0) throw toExitError(errors.map(toFault));
  const changes = [
    ...(await mailChanges(tree, [...before, ...kept.filter(({slug}) => dropped.has(slug))], updates, moved)),
    ...planned.map((file): FileChange => ({kind: 'write', ...file, found: found.get(file.path)})),
    ...removed.map((path): FileChange => ({kind: 'remove', path, found: found.get(path) ?? ''})),
  ];
  return {moved, dropped, gone, merged, transaction: {command: 'publish --reconcile', changes}};

  /** Gives an update a free slug after all others, with its texts; `rivalOf` has the texts that a conflict hides. */
  function renameUpdate(update: Update, rivalOf: (path: string) => string | undefined): void {
    const day = [today, ...updatesIn(files).map(({date}) => date)].sort(compareText).at(-1) ?? today;
    const slug = countOn(day, [...taken(), ...moved.values()]);
    const isRival = rivalOf(`blog/${update.slug}.md`) !== undefined;
    const kept = new Set(isRival ? recordedPaths(files.get(updateRecordFile(update.slug))) : []);
    const record = rivalOf(updateRecordFile(update.slug)) ?? files.get(updateRecordFile(update.slug));
    const folder = `${PUBLISHED_FOLDER}/${update.slug}/`;
    for (const path of recordedPaths(record).filter((one) => one.startsWith(folder))) {
      const content = rivalOf(path) ?? files.get(path);
      if (content !== undefined) files.set(`${PUBLISHED_FOLDER}/${slug}/${path.slice(folder.length)}`, content);
      if (!kept.has(path)) files.delete(path);
    }
    const undo = rivalOf(undoRecordFile(update.slug)) ?? files.get(undoRecordFile(update.slug));
    if (undo !== undefined) files.set(undoRecordFile(slug), withoutAddresses(undo));
    if (!isRival) {
      for (const path of [`blog/${update.slug}.md`, updateRecordFile(update.slug), undoRecordFile(update.slug)]) {
        files.delete(path);
      }
    }
    const dated = {...update, slug, date: day, published: {earliest: day, latest: day}};
    files.set(`blog/${slug}.md`, renderUpdate(dated));
    moved.set(update.slug, slug);
    before.push(update);
    touched.add(slug);
  }

  /**
   * Removes from a renamed update what updates of the other branch say word for word, because its notes waited before
   * the branches began. A note stays if its page has another text than theirs and no other note.
   */
  function dropRepeats({slug: former}: Update): void {
    const slug = moved.get(former) ?? former;
    const update = updatesIn(files).find((one) => one.slug === slug);
    // On its own branch a renamed update came after every update that the branch had.
    const others = updatesIn(files).filter(
      (one) =>
        (settled.has(one.slug) || conflicts.has(`blog/${one.slug}.md`)) &&
        (!moved.has(former) || compareNames(one.slug, former) >= 0),
    );
    if (!update) return;
    const folder = `${PUBLISHED_FOLDER}/${slug}/`;
    const hasSame = (name: string, other: Update) => {
      const [own, theirs] = [slug, other.slug].map((one) => files.get(`${PUBLISHED_FOLDER}/${one}/${name}`));
      return own === undefined ? theirs === undefined : theirs !== undefined && hashOf(own) === hashOf(theirs);
    };
    const fresh = namedPages(update.changes.filter((change) => !others.some((other) => says(other.changes, change))));
    const repeated = update.changes.filter((change) =>
      others.some(
        (other) =>
          says(other.changes, change) &&
          change.pages.every(
            (id) => fresh.includes(id) || [`${id}.md`, removalName(id)].every((name) => hasSame(name, other)),
          ),
      ),
    );
    const changes = update.changes.filter((change) => !repeated.includes(change));
    // An edition keeps the update that it was frozen with.
    if (repeated.length === 0 || (changes.length === 0 && update.edition !== undefined)) return;
    touched.add(slug);
    dropped.set(
      slug,
      repeated.map(({note}) => note),
    );
    const named = namedPages(changes);
    for (const path of [...files.keys()].filter((one) => one.startsWith(folder))) {
      const name = path.slice(folder.length);
      const isNamed = named.includes(recordedPage({name}) ?? '');
      if (changes.length === 0 || (!isNamed && others.some((other) => hasSame(name, other)))) files.delete(path);
    }
    if (changes.length === 0) {
      for (const path of [`blog/${slug}.md`, undoRecordFile(slug)]) files.delete(path);
      touched.delete(slug);
      gone.add(slug);
      return;
    }
    const {titleOf, isLive} = pageTitles(toolkit);
    const [proposed, title] = [update.changes, changes].map((some) =>
      proposeTitle(some, titleOf, isLive, textIn(toolkit.config.language), () => []),
    );
    files.set(
      `blog/${slug}.md`,
      renderUpdate({...update, ...(title && proposed === update.title && {title}), changes}),
    );
    const undo = files.get(undoRecordFile(slug));
    if (undo !== undefined) files.set(undoRecordFile(slug), withoutNotes(undo, repeated));
  }

  function writeRecord(slug: string): void {
    const own = sourceFiles(files).filter(
      ({path}) => path === `blog/${slug}.md` || path.startsWith(`${PUBLISHED_FOLDER}/${slug}/`),
    );
    const {path, content} = recordUpdate(
      slug,
      own.map((file) => ({path: file.path, content: file.bytes})),
      hashOf,
    );
    files.set(path, content);
    const undo = files.get(undoRecordFile(slug));
    if (undo !== undefined) files.set(undoRecordFile(slug), withoutAddresses(undo));
  }
}

/** The emails of updates that have another name now, because they link to it; edited ones are kept. */
async function mailChanges(
  {cwd, toolkit}: PublishedTree,
  before: readonly Update[],
  after: readonly Update[],
  moved: ReadonlyMap<string, string>,
): Promise<FileChange[]> {
  const mailOf = (update: Update) => outboxFiles(update.slug, announce(update, toolkit.config, pageTitles(toolkit)));
  const changes: FileChange[] = [];
  for (const update of before) {
    const now = after.find(({slug}) => slug === (moved.get(update.slug) ?? update.slug));
    const texts = await Promise.all(mailOf(update).map(({path: file}) => readText(path.join(cwd, file))));
    const isOwn = mailOf(update).every(({content}, index) => content === texts[index]);
    if (!isOwn) continue;
    const old = new Map(mailOf(update).map(({path: file, content}) => [file, content]));
    const written = now ? mailOf(now) : [];
    for (const file of written) changes.push({kind: 'write', ...file, found: old.get(file.path)});
    for (const {path: file} of written) old.delete(file);
    for (const [file, found] of old) changes.push({kind: 'remove', path: file, found});
  }
  return changes;
}

type Side = keyof ConflictedFile;

/** The side whose update readers may have seen. */
async function settledSide(
  conflicts: ReadonlyMap<string, ConflictedFile>,
  remote: RemoteUpdates | undefined,
): Promise<Side> {
  for (const [path, {theirs}] of conflicts) {
    if (remote?.paths.includes(path) && (await remote.textOf(path)) === theirs) return 'theirs';
  }
  return 'ours';
}

/** Decides each conflict for one side; returns what the other side had. */
function takeSide(files: Map<string, string | Uint8Array>, conflicts: ReadonlyMap<string, ConflictedFile>, side: Side) {
  const other: Side = side === 'ours' ? 'theirs' : 'ours';
  for (const [path, sides] of conflicts) {
    const content = sides[side] ?? sides[other];
    if (content !== undefined) files.set(path, content);
  }
  const textOf = (path: string) => conflicts.get(path)?.[other];
  const updates = [...conflicts.keys()].flatMap((path): [string, string][] => {
    const text = /^blog\/[^/]+\.md$/.test(path) ? textOf(path) : undefined;
    return text === undefined ? [] : [[path, text]];
  });
  return {updates, textOf};
}

/** The updates that the remote's default branch has, the same. */
async function settledSlugs(
  files: ReadonlyMap<string, string | Uint8Array>,
  remote: RemoteUpdates | undefined,
): Promise<Set<string>> {
  const settled = new Set<string>();
  for (const path of remote?.paths ?? []) {
    const text = files.get(path);
    if (text !== undefined && textOf(text) === (await remote?.textOf(path))) settled.add(path.slice(5, -3));
  }
  return settled;
}

/**
 * Records each file as the merge of its published versions; returns the updates that change. `former` has the slugs that
 * the updates of this branch had there, by their slugs now.
 */
function mergeRecords(
  files: Map<string, string | Uint8Array>,
  settled: ReadonlySet<string>,
  former: ReadonlyMap<string, string>,
  {notes}: Toolkit,
): string[] {
  const slugs = new Set<string>();
  const records = recordedFiles(sourceFiles(files)).filter((record) => !isRemoval(record));
  for (const [path, versions] of Map.groupBy(records, livePath)) {
    const found = files.get(path);
    if (found === undefined) continue;
    const live = textOf(found);
    const sorted = versions.toSorted((a, b) => compareNames(a.slug, b.slug));
    const texts = sorted.map(({bytes}) => textOf(bytes));
    const rebased = texts.at(-1) === live ? texts : rebaseVersions(sorted, former, live, notes);
    const merged = rebased.at(-1) === live ? rebased : (mergeVersions(texts, live) ?? rebased);
    const changed = [...sorted.entries()].filter(([index]) => merged[index] !== texts[index]);
    if (changed.some(([, {slug}]) => settled.has(slug))) continue;
    for (const [index, {slug, name}] of changed) {
      const text = merged[index] ?? '';
      files.set(`${PUBLISHED_FOLDER}/${slug}/${name}`, text === live ? found : text);
      slugs.add(slug);
    }
  }
  return [...slugs].sort(compareNames);
}

/**
 * The versions of a file, those of this branch as changes of the one before. Where they are in conflict, they have what
 * a person decided, which is in the live text.
 */
function rebaseVersions(
  sorted: readonly RecordedFile[],
  former: ReadonlyMap<string, string>,
  live: string,
  notes: Toolkit['notes'],
): string[] {
  const rebased: string[] = [];
  const [first = ''] = [...former.values()].sort(compareNames);
  let isResolved = false;
  for (const {slug, name, bytes} of sorted) {
    const own = textOf(bytes);
    const onBranch = former.get(slug);
    const last = rebased.at(-1);
    if (onBranch === undefined || last === undefined) {
      rebased.push(own);
      continue;
    }
    // The branch had the updates from before its first one, and its own.
    const base = sorted
      .slice(0, rebased.length)
      .findLast((one) => compareNames(former.get(one.slug) ?? one.slug, former.has(one.slug) ? onBranch : first) < 0);
    const start = base ? textOf(base.bytes) : '';
    const page = recordedPage({name});
    // Only pages merge by line: of an image or a chart, a person has chosen one.
    const clean = page === undefined && last !== start ? undefined : mergeTexts(last, start, own);
    isResolved ||= clean === undefined;
    const isLast = rebased.length === sorted.length - 1;
    const isLive = page === undefined || (isLast && !notes.some(({data}) => data.pages.includes(page)));
    rebased.push(isResolved && isLive ? live : (clean ?? mergeTexts(last, start, own, live) ?? live));
  }
  return rebased;
}

function updatesIn(files: ReadonlyMap<string, string | Uint8Array>): Update[] {
  return [...files].flatMap(([path, content]) =>
    /^blog\/[^/]+\.md$/.test(path) ? (readUpdate(path, textOf(content)) ?? []) : [],
  );
}

function readUpdate(path: string, text: string): Update | undefined {
  return updateSchema.safeParse(readDocument(path, text).document.frontMatter).data;
}

/** The paths in the record of an update. */
function recordedPaths(record: string | Uint8Array | undefined): string[] {
  if (record === undefined) return [];
  const {files = {}} = JSON.parse(textOf(record)) as {files?: Record<string, string>};
  return Object.keys(files);
}

/** The addresses of both branches stay on record, even if one update is undone. */
function withoutAddresses(undo: string | Uint8Array): string {
  const {addresses: _addresses, ...record} = undoRecordSchema.parse(JSON.parse(textOf(undo)));
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Whether one of the changes says the same about the same pages. */
function says(changes: readonly ChangeNote[], {kind, note, pages}: ChangeNote): boolean {
  return changes.some((one) => isDeepStrictEqual([one.kind, one.note, one.pages], [kind, note, pages]));
}

/** Undoing an update restores only the notes that it published. */
function withoutNotes(undo: string | Uint8Array, changes: readonly ChangeNote[]): string {
  const record = undoRecordSchema.parse(JSON.parse(textOf(undo)));
  const before = Object.entries(record.before).filter(([path, text]) => {
    const {data} = changeNoteSchema.safeParse(readDocument(path, text).document.frontMatter);
    return !data || !says(changes, data);
  });
  return `${JSON.stringify({...record, before: Object.fromEntries(before)}, null, 2)}\n`;
}

function configOf({config, extensions}: Toolkit) {
  return {...config, ...extensions};
}

function sourceFiles(files: ReadonlyMap<string, string | Uint8Array>) {
  return [...files].map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
