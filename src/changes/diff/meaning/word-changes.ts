import {distance} from 'fastest-levenshtein';
import type {Edit, Segment} from '../edit.ts';
import {readTokens, type Token} from '../units/token.ts';
import {tokenise} from '../units/tokenise.ts';
import {meaningTokens} from './meaning-tokens.ts';
import {keyOf} from './sources-of.ts';

/** What an edit replaces and by what, in the words of the page; empty where something was only added or removed. */
export interface WordChange {
  before: string;
  after: string;
}

/** The name, under `not_told`, of every change of words that no other name has. */
export const OTHER_WORDS = 'other words';

/** Whether a word is in the dictionary of the language; without a dictionary there is no function. */
export type IsWord = (word: string) => boolean;

/**
 * The changes of an edit that are more than layout, spelling and inflection: words, targets of links, pictures, the order
 * of a list.
 */
export function wordChanges(edit: Edit, isWord?: IsWord): WordChange[] {
  const {kind, part, contents, segments, affects, before = ''} = edit;
  if (contents.length > 0) return contents.flatMap((inner) => wordChanges(inner, isWord));
  // Sections and paragraphs stand elsewhere by layout, but the order of steps says something.
  if (kind === 'moved') return part === 'list item' ? [{before, after: ''}] : [];
  if (affects.length === 0) return [];
  return hunksOf(segments).flatMap((hunk) => {
    const [old, now] = (['removed', 'added'] as const).map((side) =>
      hunk.filter((segment) => segment.kind === side),
    ) as [Segment[], Segment[]];
    if (isSameTarget(old, now) && isSameWords(wordsOf(old), wordsOf(now), isWord)) return [];
    return {before: textOf(old), after: textOf(now)};
  });
}

/** Runs of segments that changed. A space between words does not part them. */
function hunksOf(segments: readonly Segment[]): Segment[][] {
  const hunks: Segment[][] = [];
  let isOpen = false;
  for (const segment of segments) {
    const isSame = segment.kind === 'same';
    if (!isSame && isOpen) hunks.at(-1)?.push(segment);
    else if (!isSame) hunks.push([segment]);
    isOpen = !isSame;
  }
  return hunks;
}

function textOf(segments: readonly Segment[]): string {
  return segments
    .map(({text}) => text)
    .join('')
    .trim();
}

/** Links and pictures lead where they led, whatever the protocol and the slash at the end of the address. */
function isSameTarget(old: readonly Segment[], now: readonly Segment[]): boolean {
  const targets = (side: readonly Segment[]) =>
    side.filter(({what}) => what === 'link' || what === 'picture').map(({text}) => keyOf(text.replace(/[\s()]/g, '')));
  return String(targets(old)) === String(targets(now));
}

function wordsOf(side: readonly Segment[]): Token[] {
  const text = side.filter(({what}) => what !== 'link').map((segment) => segment.text);
  return tokenise(text.join('')).filter(({key}) => /[\p{L}\p{N}]/u.test(key));
}

/** Whether words are the same but for capitals, hyphens, apostrophes, a plural s and spelling mistakes. */
function isSameWords(old: readonly Token[], now: readonly Token[], isWord: IsWord | undefined): boolean {
  const [before, after] = [old.map(fold), now.map(fold)];
  if (before.join(' ') === after.join(' ')) return true;
  if ([...old, ...now].some(hasMark)) return isSameMeaning(old, now);
  if (before.join('') === after.join('')) return true;
  // Without a dictionary only one letter of one long word is taken for a mistake.
  const isOne = before.length === 1;
  return (
    before.length === after.length &&
    before.every((word, index) => {
      const other = after[index] ?? '';
      if (word === other || singular(word) === singular(other)) return true;
      if (!isWord) return isOne && distance(word, other) === 1 && word.length >= MIN_LETTERS;
      return distance(word, other) <= MAX_DISTANCE && !isWord(old[index]?.text ?? '') && isWord(now[index]?.text ?? '');
    })
  );
}

/** Two letters that changed places count as two, and a misspelt word often has one more. */
const MAX_DISTANCE = 3;

/** A shorter word is near to many others, and only a dictionary knows that it is none of them. */
const MIN_LETTERS = 4;

function hasMark({marks}: Token): boolean {
  return marks.length > 0;
}

/** Figures, dates, duties and negations are a matter of form only where they state the same: `12` and `twelve`. */
function isSameMeaning(old: readonly Token[], now: readonly Token[]): boolean {
  const read = (tokens: readonly Token[]) => [
    meaningTokens(readTokens(tokens)).map(({key}) => key),
    tokens.filter((token) => !hasMark(token)).map(fold),
  ];
  const [figures] = read(old);
  return figures?.length === old.filter(hasMark).length && String(read(old)) === String(read(now));
}

function fold({key, marks}: Token): string {
  return marks.some(({aspect}) => aspect === 'number' || aspect === 'date')
    ? key
    : key.toLowerCase().replace(/['’\-\u2010\u2011]/g, '');
}

function singular(word: string): string {
  return word.replace(/(?:ies|s)$/, (end) => (end === 's' ? '' : 'y'));
}
