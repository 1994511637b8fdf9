import {stringify} from 'yaml';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {Toolkit} from '../toolkit.ts';

/** The note of pages that say the same, and lead to other addresses than before. */
const LINKS_NOTE = 'Links to pages, sections and pictures that have a new place now lead straight there.';

/** A change note as the commands write it. */
export function renderNote(note: ChangeNote): string {
  return `---\n${stringify(note, {lineWidth: 0})}---\n`;
}

/** Tells that pages have a new address; titles in the order of the ids. */
export function movedNote(pages: readonly string[], titles: readonly string[]): ChangeNote {
  const note =
    pages.length === 1
      ? `The page "${titles[0]}" has a new address, and the old one leads there.`
      : `A group of ${pages.length} pages has new addresses, and the old ones lead there.`;
  return {kind: 'page-moved', significance: 'major', pages: [...pages], note};
}

/** Tells that a page no longer holds. */
export function withdrawalNote(
  id: string,
  title: string,
  {why, successor}: {why: string; successor: string | undefined},
): ChangeNote {
  return {
    kind: 'page-withdrawn',
    significance: 'major',
    pages: [id],
    note: `The page "${title}" no longer holds and was withdrawn. It stays at its address.`,
    why,
    ...(successor !== undefined && {what_to_do: `Read "${successor}" instead.`}),
  };
}

/** Tells that a withdrawn page holds again, where readers were told that it does not. */
export function returnNote({published}: Toolkit, {id, title}: {id: string; title: string}): ChangeNote | undefined {
  const recorded = published.texts.get(id)?.document().frontMatter;
  if (recorded?.withdrawn === undefined) return undefined;
  const note = `The page "${title}" holds again: it is no longer withdrawn.`;
  return {kind: 'content-changed', significance: 'major', pages: [id], note};
}

/** Tells that a section has a new name. */
export function renamedNote(
  id: string,
  {before, after, significance}: {before: string; after: string; significance: ChangeNote['significance']},
): ChangeNote {
  const note = `The section "${before}" is now called "${after}". Links to it lead there as before.`;
  return {kind: 'content-changed', significance, pages: [id], note};
}

/** Tells that links on pages were put right, and nothing else. */
export function linksNote(pages: readonly string[]): ChangeNote {
  return {kind: 'content-changed', significance: 'minor', pages: [...pages], note: LINKS_NOTE};
}

/** Whether a note tells of links alone. */
export function isLinksNote({note, kind}: ChangeNote): boolean {
  return kind === 'content-changed' && note === LINKS_NOTE;
}

const OWN_WORDS = [
  /^The page ".*" has a new address, and the old one leads there\.$/s,
  /^A group of \d+ pages has new addresses, and the old ones lead there\.$/,
  /^The page ".*" no longer holds and was withdrawn\. It stays at its address\.$/s,
];
const RENAMED_RE = /^The section "(.*)" is now called "(.*)"\. Links to it lead there as before\.$/s;

/** Whether a note was written by a command, and by nobody since. */
export function isOwnNote(note: ChangeNote, text: string): boolean {
  return text === renderNote(note) && [...OWN_WORDS, RENAMED_RE].some((words) => words.test(note.note));
}

/** The names of a section that a note tells of; `undefined` where it tells of something else. */
export function renamedIn({note}: ChangeNote): {before: string; after: string} | undefined {
  const [, before, after] = RENAMED_RE.exec(note) ?? [];
  return before === undefined || after === undefined ? undefined : {before, after};
}
