import {stringify} from 'yaml';
import type {PlannedFile} from '../../files/planned-file.ts';
import {notePath} from '../../pages/file-name.ts';
import {pageIdOf} from '../../pages/page-id.ts';
import type {TextEdit} from '../../problem.ts';
import {itemsOf, type WaitingNote} from '../../records/waiting-notes.ts';
import type {ChangeNote} from '../../schemas/change-note-schema.ts';
import type {SourceDocument} from '../../source-document.ts';
import {isPage, type Toolkit} from '../../toolkit.ts';
import {setKey} from './edit-front-matter.ts';

/** The files to write and to remove when notes change. */
interface NoteFiles {
  written: PlannedFile[];
  removed: string[];
}

export function renderNote(note: ChangeNote): string {
  return `---\n${stringify(note, {lineWidth: 0})}---\n`;
}

/** The text of a page with other waiting notes, or without any. */
export function withNotes({text}: Pick<SourceDocument, 'text'>, items: readonly unknown[]): string {
  return setKey(text, 'changes', items.length === 0 ? undefined : items);
}

/** The edit that removes a note from its page; `undefined` for a file of its own. */
export function removalOf({document, item}: WaitingNote): TextEdit | undefined {
  if (item === undefined) return undefined;
  return frontMatterEdit(document, withNotes(document, itemsOf(document).toSpliced(item, 1)));
}

/** The edit that gives a page other front matter. */
export function frontMatterEdit({text, body}: Pick<SourceDocument, 'text' | 'body'>, after: string): TextEdit {
  return {start: 0, end: text.length - body.length, text: after.slice(0, after.length - body.length)};
}

/** Takes every waiting note: pages as readers will see them, and the files to remove. */
export function takeNotes({documents}: Pick<Toolkit, 'documents'>): NoteFiles {
  return {
    written: documents
      .filter(({document}) => document.waiting !== undefined)
      .map(({document}) => ({path: document.path, content: withNotes(document, [])})),
    removed: documents.filter(({kind}) => kind === 'change-note').map(({document}) => document.path),
  };
}

/** The page that holds a note. Notes about several pages have files of their own. */
export function pageOfNote({documents}: Pick<Toolkit, 'documents'>, {pages}: Pick<ChangeNote, 'pages'>) {
  const [id, ...others] = pages;
  const page = documents.find((entry) => isPage(entry) && pageIdOf(entry.document.path) === id);
  return others.length === 0 && page?.document.frontMatter && !page.isManual ? page.document : undefined;
}

export function placeNotes(
  toolkit: Pick<Toolkit, 'documents'>,
  added: readonly ChangeNote[],
  replaced: ReadonlyMap<WaitingNote, ChangeNote | undefined> = new Map(),
): NoteFiles {
  const files = new Map<string, string | undefined>();
  const items = new Map<SourceDocument, unknown[]>();
  const inPage = (path: string) => toolkit.documents.find(({document}) => document.path === path)?.document;
  for (const {document, item} of replaced.keys()) {
    const page = item === undefined ? undefined : inPage(document.path);
    if (page) items.set(page, [...(items.get(page) ?? itemsOf(page))].with(item ?? 0, undefined));
    else files.set(document.path, undefined);
  }
  const place = (note: ChangeNote, path?: string) => {
    const page = pageOfNote(toolkit, note);
    const {pages: _id, ...item} = note;
    if (page) items.set(page, [...(items.get(page) ?? itemsOf(page)), item]);
    else files.set(path ?? notePath(note.pages, renderNote(note)), renderNote(note));
  };
  for (const [{document, item}, note] of replaced)
    if (note) place(note, item === undefined ? document.path : undefined);
  for (const note of added) place(note);
  const written = [
    ...[...files].flatMap(([path, content]) => (content === undefined ? [] : [{path, content}])),
    ...[...items].map(([page, notes]) => ({path: page.path, content: withNotes(page, notes.filter(Boolean))})),
  ];
  return {written, removed: [...files].flatMap(([path, content]) => (content === undefined ? [path] : []))};
}
