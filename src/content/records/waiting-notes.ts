import {checkFrontMatter, type InvalidData} from '../front-matter/check-front-matter.ts';
import {documentKind, idsOf, type PagesAt, pageIdOf} from '../pages/page-id.ts';
import {type ChangeNote, type PageNote, pageNotesSchema} from '../schemas/change-note-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import type {Published} from './published.ts';

/** A note that waits to be published, in its page or in a file of its own. */
export interface WaitingNote {
  /** The file that holds it; `placeOf` finds the keys of the note. */
  document: SourceDocument;
  data: ChangeNote;
  /** What distinguishes it from every other note. */
  key: string;
  /** Its number in the list of its page, from 0; missing for a file of its own. */
  item?: number;
}

/** The notes that wait in a page, as if each had a file of its own. */
export function notesInPage(
  page: SourceDocument,
  published: Pick<Published, 'texts'>,
  config: PagesAt,
): {notes: WaitingNote[]; invalid?: InvalidData | undefined} {
  if (page.waiting === undefined) return {notes: []};
  const {data, invalid} = checkFrontMatter({...page, frontMatter: {changes: page.waiting}}, pageNotesSchema);
  const notes = (data?.changes ?? []).map((note, item): WaitingNote => {
    const placeOf: SourceDocument['placeOf'] = (path, what) =>
      page.placeOf(['changes', item, ...(path[0] === 'pages' ? [] : path)], what);
    const full = {...note, kind: note.kind ?? kindOf(note, page, published, config), pages: [pageIdOf(page.path)]};
    return {document: {...page, placeOf}, data: full, key: noteKey(page.path, note), item};
  });
  return {notes, invalid};
}

/** The notes of a page as they are written, valid or not. */
export function itemsOf({waiting}: Pick<SourceDocument, 'waiting'>): readonly unknown[] {
  return Array.isArray(waiting) ? waiting : [];
}

/** The notes of two branches, each once. One that a branch has removed since the base, as publishing does, stays removed. */
export function joinItems(base: readonly unknown[], ours: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const has = (items: readonly unknown[], item: unknown) =>
    items.some((other) => JSON.stringify(other) === JSON.stringify(item));
  return [
    ...ours.filter((item) => has(theirs, item) || !has(base, item)),
    ...theirs.filter((item) => !has(ours, item) && !has(base, item)),
  ];
}

function noteKey(path: string, {note}: {note: string}): string {
  return `${path}: ${note}`;
}

/** What happened to a page, as far as its front matter and the updates say. */
function kindOf(
  note: PageNote,
  {path, frontMatter}: SourceDocument,
  {texts}: Pick<Published, 'texts'>,
  config: PagesAt,
): ChangeNote['kind'] {
  if (note.corrects !== undefined || note.editions !== undefined) return 'correction';
  const id = pageIdOf(path);
  const redirects = frontMatter?.redirect_from;
  const publishedId = idsOf(config, id, Array.isArray(redirects) ? redirects.map(String) : []).find((candidate) =>
    texts.has(candidate),
  );
  if (publishedId === undefined) return documentKind(path) === 'case-study' ? 'case-study-added' : 'page-added';
  const wasWithdrawn = texts.get(publishedId)?.document().frontMatter?.withdrawn !== undefined;
  if (frontMatter?.withdrawn !== undefined && !wasWithdrawn) return 'page-withdrawn';
  return publishedId === id ? 'content-changed' : 'page-moved';
}
