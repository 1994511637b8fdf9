import {coverIn} from '../../diff/meaning/coverage.ts';
import {meaningChanges} from '../../diff/meaning/meaning-changes.ts';
import type {ChangeNote} from '../../model/schemas/change-note-schema.ts';
import {
  bodyStart,
  type Entry,
  type EntryShape,
  frontMatterOf,
  NOTE_FIELD,
  splitFiles,
  writeEntry,
} from './entry-file.ts';

/** What the change note of a form says about changes that its sentence does not state. */
export interface EntryChanges {
  /** The names of the changes since the page was opened, without those that the sentence states. */
  changes: string[];
  covers: string[];
  not_told: NonNullable<ChangeNote['not_told']>;
}

/** The changes of a page in a form; none for a new page. */
export function entryChanges(entry: Entry, shape: EntryShape): EntryChanges {
  const given = (entry[NOTE_FIELD] ?? {}) as Partial<ChangeNote>;
  const {note = '', covers = [], not_told = []} = given;
  if (typeof entry.file !== 'string') return {changes: [], covers, not_told};
  const [before, after] = [entry.file, splitFiles(writeEntry(entry, shape)).page].map((file) => ({
    frontMatter: frontMatterOf(file),
    body: file.slice(bodyStart(file)),
  }));
  const found = before && after ? meaningChanges(before, after) : [];
  const left = found.filter((change) => !coverIn(change, {kind: 'content-changed', note}));
  return {changes: left.map(({id}) => id), covers, not_told};
}
