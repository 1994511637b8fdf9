import {isMap, parseDocument} from 'yaml';
import {setKey} from '../../markdown/edit/edit-front-matter.ts';
import {headingsOf} from '../../markdown/headings/headings.ts';
import {fileNameOf, notePath} from '../../model/pages/file-name.ts';
import {pageIdOf} from '../../model/pages/page-id.ts';

/** How the files of a collection become the fields of a form. */
export interface EntryShape {
  /** The keys of front matter that the form shows, in the order of the schema. */
  keys: readonly string[];
  /** The headings of its pages that have a field each; empty if the whole text is one field, `undefined` if there is none. */
  sections: readonly string[] | undefined;
  /** Keys that a new file has, and the form does not show. */
  fixed?: Readonly<Record<string, unknown>>;
  /** The kind of the change note for a new page; `undefined` if entries have no note. */
  addedAs?: 'case-study-added' | 'page-added';
}

/** The values of a form. It keeps the files that it came from under `file` and `noteFile`. */
export type Entry = Record<string, unknown>;

/** The field of the change note. */
export const NOTE_FIELD = 'note';

/** The field of the text before the first standard heading, or of the whole text. */
export const TEXT_FIELD = 'body';

/** The keys of a change note that a page's form asks for. */
export const NOTE_KEYS = ['significance', 'note', 'covers', 'not_told', 'why'] as const;

/** A file as it is written. */
export interface WrittenFile {
  path: string;
  raw: string;
}

/** Separates a page and its change note while both are one text; no page can contain it. */
const NOTE_MARK = '\n\u001Enote\n';

/** A page, and the change note that is written with it. */
export interface EntryFiles {
  page: string;
  /** `undefined` if there is none. */
  note: string | undefined;
}

export function joinFiles({page, note}: EntryFiles): string {
  return note === undefined ? page : page + NOTE_MARK + note;
}

export function splitFiles(text: string): EntryFiles {
  const [page = '', note] = text.split(NOTE_MARK);
  return {page, note};
}

/** Whether a change note is about one page alone, so that the form of the page shows it. */
export function isNoteOf(note: string, path: string): boolean {
  return String(frontMatterOf(note).pages) === pageIdOf(path);
}

/**
 * The files that a saved form becomes: the page, and its change note, which names the page.
 *
 * @param known the path that the note has already
 */
export function filesOf({path, raw}: WrittenFile, known: string | undefined): WrittenFile[] {
  const {page, note} = splitFiles(raw);
  if (note === undefined) return [{path, raw: page}];
  const named = frontMatterOf(note).pages === undefined ? setKey(note, 'pages', [pageIdOf(path)]) : note;
  return [
    {path, raw: page},
    {path: known ?? notePath([pageIdOf(path)], named), raw: named},
  ];
}

/** The field that shows a line of a page, counted from 1; `undefined` if the form does not show it. */
export function fieldOfLine(page: string, line: number, shape: EntryShape): string | undefined {
  const lines = page.split('\n');
  const offset = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  if (offset < bodyStart(page)) {
    const key = lines.slice(0, line).findLast((text) => /^\w+:/.test(text));
    const name = key?.slice(0, key.indexOf(':'));
    return name !== undefined && shape.keys.includes(name) ? name : undefined;
  }
  let start = bodyStart(page);
  return partsOf(page, shape).find(({whole}) => {
    start += whole.length;
    return offset < start;
  })?.field;
}

/** The name of the field for a standard section. */
export function sectionField(title: string): string {
  return `section_${fileNameOf(title).replaceAll('-', '_')}`;
}

/** Reads the values of a form from a page and its change note, as `joinFiles` joins them. */
export function readEntry(text: string, shape: EntryShape): Entry {
  const {page, note} = splitFiles(text);
  return {
    ...frontMatterOf(page),
    ...Object.fromEntries(partsOf(page, shape).map(({field, text: words}) => [field, words])),
    // Forms fill in defaults only for new pages.
    ...(shape.addedAs && {[NOTE_FIELD]: note === undefined ? {significance: 'major'} : frontMatterOf(note)}),
    ...(note !== undefined && {noteFile: note}),
    file: page,
  };
}

/** Writes the values of a form into the files that they came from. What the form did not change keeps its bytes. */
export function writeEntry(entry: Entry, shape: EntryShape): string {
  const before = typeof entry.file === 'string' ? entry.file : undefined;
  const page = withText(withKeys(before ?? '---\n---\n', entry, shape), entry, shape);
  return joinFiles({page, note: noteOf(entry, shape, before === undefined)});
}

function withKeys(file: string, entry: Entry, {keys, fixed = {}}: EntryShape): string {
  const before = frontMatterOf(file);
  const isNew = Object.keys(before).length === 0;
  const values = keys.map((key) => [key, withoutEmpty(entry[key])] as const);
  const all = isNew ? [...values, ...Object.entries(fixed)] : values;
  return all.reduce(
    (text, [key, value]) =>
      JSON.stringify(withoutEmpty(before[key])) === JSON.stringify(value) ? text : setKey(text, key, value),
    file,
  );
}

/** A part of a page that has a field: its words, and the whole of it with its heading as in the file. */
interface Part {
  field: string;
  title: string | undefined;
  text: string;
  whole: string;
}

/** The parts of a page in the order of the file. Other headings belong to the part above them. */
function partsOf(file: string, {sections}: EntryShape): Part[] {
  if (sections === undefined) return [];
  const start = bodyStart(file);
  const headings = headingsOf(file).filter(({depth, text}) => depth === 2 && sections.includes(text));
  const starts = headings.map((heading) => file.lastIndexOf('\n', heading.start) + 1);
  const ends = [...starts, file.length];
  const opening = file.slice(start, ends[0]);
  return [
    {field: TEXT_FIELD, title: undefined, text: opening.trim(), whole: opening},
    ...headings.map(({text: title, end}, index) => {
      const from = file.indexOf('\n', end);
      const text = from === -1 ? '' : file.slice(from, ends[index + 1]).trim();
      return {field: sectionField(title), title, text, whole: file.slice(starts[index], ends[index + 1])};
    }),
  ];
}

function withText(file: string, entry: Entry, shape: EntryShape): string {
  if (shape.sections === undefined) return file;
  const parts = partsOf(file, shape);
  const wordsOf = (field: string) => (typeof entry[field] === 'string' ? entry[field].trim() : '');
  const kept = parts.flatMap((part): Part[] => {
    const words = wordsOf(part.field);
    if (words === part.text) return [part];
    return words === '' && part.title !== undefined ? [] : [written(part, words)];
  });
  for (const [index, title] of shape.sections.entries()) {
    const field = sectionField(title);
    if (wordsOf(field) === '' || parts.some((part) => part.field === field)) continue;
    // After the nearest standard section before it, wherever its author put that.
    const before = shape.sections.slice(0, index).findLast((other) => kept.some((part) => part.title === other));
    const at = kept.findIndex((part) => part.title === before);
    kept.splice(at + 1, 0, written({field, title}, wordsOf(field)));
  }
  const body = kept.map(({whole}) => whole).join('');
  return file.slice(0, bodyStart(file)) + (kept.every((part) => parts.includes(part)) ? body : `${body.trimEnd()}\n`);
}

function written({field, title}: Pick<Part, 'field' | 'title'>, text: string): Part {
  return {field, title, text, whole: `${title === undefined ? '\n' : `## ${title}\n\n`}${text}\n\n`};
}

function noteOf(entry: Entry, {addedAs}: EntryShape, isNew: boolean): string | undefined {
  const before = typeof entry.noteFile === 'string' ? entry.noteFile : undefined;
  const given = withoutEmpty(entry[NOTE_FIELD]) as Entry | undefined;
  if (addedAs === undefined || given?.note === undefined) return before;
  const known = before === undefined ? {} : frontMatterOf(before);
  const about = {kind: isNew ? addedAs : 'content-changed', significance: 'major'};
  const note = Object.entries({...about, ...known, ...Object.fromEntries(NOTE_KEYS.map((key) => [key, given[key]]))});
  return note.reduce(
    (text, [key, value]) =>
      JSON.stringify(known[key]) === JSON.stringify(value) ? text : setKey(text, key, value ?? undefined),
    before ?? '---\n---\n',
  );
}

const FRONT_MATTER_RE = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(\r?\n|$)/m;

export function bodyStart(file: string): number {
  return FRONT_MATTER_RE.exec(file)?.[0].length ?? 0;
}

export function frontMatterOf(file: string): Entry {
  const document = parseDocument(FRONT_MATTER_RE.exec(file)?.[1] ?? '');
  return isMap(document.contents) ? (document.toJS() as Entry) : {};
}

/** Forms leave empty texts, lists and objects behind, and `false` for a box that was never ticked. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (value === null || value === false) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = withoutEmpty(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
