import type {TextEdit} from '../problem.ts';
import type {Hit, WordsMatcher} from './words-matcher.ts';

/** One place that words were taken out of. */
export interface TakenPlace {
  /** Where it begins in the text as it was, in UTF-16 units. */
  offset: number;
  /** In an address, which may lead nowhere now. */
  isAddress: boolean;
  /** Letters stand right before or after: it was a part of a longer word. */
  isPart: boolean;
}

/** A text without the words, and where they stood. */
export interface Redacted {
  text: string;
  places: TakenPlace[];
}

/** What is taken out, and what is put in its place. */
export interface Taking {
  matcher: WordsMatcher;
  /** What readers see instead, `[removed]`. */
  replacement: string;
}

/** A change of a text, with the places that it takes words out of. */
export interface Taken extends TextEdit {
  places: TakenPlace[];
}

/** The edit of one hit. */
export function takeHit(text: string, {start, end}: Hit, replacement: string): Taken {
  const isAddress = isInAddress(text, start);
  return {
    start,
    end,
    text: isAddress ? asAddressPart(replacement) : replacement,
    places: [{offset: start, isAddress, isPart: isPartOfWord(text, start, end)}],
  };
}

/** Makes edits of a text that do not overlap. */
export function take(text: string, edits: readonly Taken[]): Redacted {
  let result = '';
  let at = 0;
  const places: TakenPlace[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
    places.push(...edit.places);
  }
  return {text: result + text.slice(at), places};
}

/** Takes words out of a text that has no form of its own. */
export function redactPlain(text: string, {matcher, replacement}: Taking): Redacted {
  return take(
    text,
    matcher.find(text).map((hit) => takeHit(text, hit, replacement)),
  );
}

/** Whether the run of signs that leads to an offset begins like an address, or stands where Markdown has one. */
function isInAddress(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_ADDRESS), offset);
  const run = /[^\s<>"'()]*$/u.exec(before)?.[0] ?? '';
  return (
    /(?:[a-z][a-z\d+.-]*:\/\/|mailto:|www\.)/i.test(run) ||
    /\]\(<?$|\]:[ \t]*<?$/.test(before.slice(0, -run.length || undefined))
  );
}

/** Longer ones are cut off by browsers and servers alike. */
const LONGEST_ADDRESS = 2000;

/** An address holds neither spaces nor brackets. */
function asAddressPart(replacement: string): string {
  return replacement.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'removed';
}

function isPartOfWord(text: string, start: number, end: number): boolean {
  const isLetter = (place: number) => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(place));
  return (isLetter(start) && isLetter(start - 1)) || (isLetter(end - 1) && isLetter(end));
}
