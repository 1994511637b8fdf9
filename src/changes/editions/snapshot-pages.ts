import {isSameContent, type PlannedFile} from '../../content/files/planned-file.ts';
import {successorOf} from '../../content/pages/known-pages.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import {
  isRemoval,
  newestRecords,
  PUBLISHED_FOLDER,
  type RecordedFile,
  recordedPage,
  recordName,
  removalName,
} from '../../content/records/published-files.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {isPage, type SourceFile, type Toolkit} from '../../content/toolkit.ts';
import {namedPages} from '../updates/collect-changes.ts';

/**
 * The files that an update records: the text of each page it names, a marker for each removed page, and every data file
 * and picture that differs from its newest copy.
 */
export function snapshotPages(
  slug: string,
  toolkit: Toolkit,
  changes: readonly ChangeNote[],
  records: readonly RecordedFile[],
): PlannedFile[] {
  const newest = newestRecords(records);
  const live = new Map(toolkit.documents.filter(isPage).map(({document}) => [pageIdOf(document.path), document.path]));
  const bytes = new Map(toolkit.files.map((file) => [file.path, file.bytes]));
  const texts = namedPages(changes).flatMap((id) => {
    const path = live.get(id);
    const content = path === undefined ? undefined : bytes.get(path);
    return path === undefined || content === undefined ? [] : [{path: recordName(path), content}];
  });
  const removals = goneIds(newest, changes, (id) => live.has(id)).map((id) => {
    const successor = successorOf(toolkit, id);
    return {path: removalName(id), content: successor ? `moved to ${successor.id}\n` : ''};
  });
  const assets = toolkit.files.filter(isAsset).filter((file) => isNew(file, newest));
  return [...texts, ...removals, ...assets.map((file) => ({path: recordName(file.path), content: file.bytes}))].map(
    ({path, content}) => ({path: `${PUBLISHED_FOLDER}/${slug}/${path}`, content}),
  );
}

/** Pages that were live by the record, or by a note on their removal, and are no longer. */
function goneIds(
  newest: ReadonlyMap<string, RecordedFile>,
  changes: readonly ChangeNote[],
  isLive: (id: string) => boolean,
): string[] {
  const marked = new Set([...newest.values()].filter(isRemoval).map(recordedPage));
  const recorded = [...newest.values()].flatMap((record) => recordedPage(record) ?? []);
  const noted = namedPages(changes.filter(({kind}) => kind === 'content-removed'));
  return [...new Set([...recorded, ...noted])].filter((id) => !isLive(id) && !marked.has(id)).sort();
}

function isAsset({path}: SourceFile): boolean {
  return /^(docs|handbook)\//.test(path) && !path.endsWith('.md');
}

function isNew({path, bytes}: SourceFile, newest: ReadonlyMap<string, RecordedFile>): boolean {
  const copy = newest.get(recordName(path));
  return !copy || !isSameContent(copy.bytes, bytes);
}
