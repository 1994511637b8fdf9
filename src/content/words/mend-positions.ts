import type {Root, SentenceContent} from 'nlcst';
import {toString as textOf} from 'nlcst-to-string';
import {createPlaceFinder} from '../place-finder.ts';
import {sentencesIn} from './sentences-in.ts';

/**
 * Puts the words of a tree where they stand in the file. `mdast-util-to-nlcst` counts on from the start of a run of
 * text, and so falls behind once the run holds an escape, an entity or a line that is indented.
 */
export function mendPositions(prose: Root, source: string): void {
  const placeOf = createPlaceFinder(source);
  let cursor = 0;
  for (const sentence of sentencesIn(prose)) {
    const words = sentence.children.filter(({type}) => type === 'WordNode');
    const moved = words.filter(mendWord);
    const start = words[0]?.position?.start;
    const end = words.at(-1)?.position?.end;
    if (moved.length > 0 && start && end) sentence.position = {start, end};
  }

  /** Whether the word stood elsewhere. */
  function mendWord(word: SentenceContent): boolean {
    const counted = word.position?.start.offset;
    if (counted === undefined) return false;
    const written = textOf(word);
    const start = findWord(source, written, Math.max(counted, cursor));
    if (start === undefined) return false;
    cursor = start + written.length;
    if (start === counted) return false;
    word.position = {start: pointAt(start), end: pointAt(cursor)};
    return true;
  }

  function pointAt(offset: number) {
    return {...placeOf(offset), offset};
  }
}

/** The first place from an offset on where a word stands as a word of its own; none is far from where it was counted. */
function findWord(source: string, written: string, from: number): number | undefined {
  for (let at = source.indexOf(written, from); at >= 0 && at - from < FURTHEST; at = source.indexOf(written, at + 1)) {
    if (!isLetter(source[at - 1]) && !isLetter(source[at + written.length])) return at;
  }
  return undefined;
}

const FURTHEST = 2000;

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
