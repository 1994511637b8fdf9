import {createPlaceFinder} from '../place-finder.ts';
import type {Place, TextEdit} from '../problem.ts';
import type {PageFinding} from '../rule.ts';

/** Words as readers see them, without their marks, and where each letter of them stands in the file. */
export interface TextRun {
  text: string;
  /** One offset for each UTF-16 unit of `text`; -1 where it is not known. */
  offsets: readonly number[];
  /** Where the whole of it stands, where its letters cannot be placed. */
  place?: Place | undefined;
}

/** Stands for a letter that a rule must not read, such as one of code. */
export const HIDDEN = '\uFFFC';

/** The words with every match hidden; lengths stay, so that offsets still hold. */
export function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => HIDDEN.repeat(match.length));
}

/** What stands between quotation marks, which is not the author's to change. */
export const QUOTED_RE =
  /"[^"\n]+"|“[^”\n]+”|(?<![\p{L}\p{N}])‘[^\n]+?’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'(?=\S)[^\n]{1,200}?(?<=\S)'(?![\p{L}\p{N}])/gu;

/** The words with every quotation hidden; few hold a sign that could begin one. */
export function hideQuoted(text: string): string {
  return /["“‘']/.test(text) ? hide(text, QUOTED_RE) : text;
}

/** Where some letters of a run stand in the file, for a finding. */
export function placesOf(
  source: string,
  run: TextRun,
  start: number,
  length: number,
): Pick<PageFinding, 'place' | 'end'> {
  const first = run.offsets[start];
  const last = run.offsets[start + length - 1];
  if (first === undefined || last === undefined || first < 0 || last < 0) return {place: run.place};
  const placeAt = createPlaceFinder(source);
  return {place: placeAt(first), end: placeAt(last + 1)};
}

/** The change that puts other words in place of some; none where marks stand between their letters. */
export function editOf(
  source: string,
  run: TextRun,
  start: number,
  length: number,
  text: string,
): TextEdit | undefined {
  const first = run.offsets[start];
  const found = run.text.slice(start, start + length);
  if (first === undefined || first < 0 || source.slice(first, first + length) !== found) return undefined;
  return {start: first, end: first + length, text};
}
