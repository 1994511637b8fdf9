import {toString as textOf} from 'mdast-util-to-string';
import type {Paragraph, ParagraphContent, Root, Sentence, SentenceContent} from 'nlcst';
import {createPlaceFinder} from './place-finder.ts';

export function sentencesIn(prose: Root): Sentence[] {
  return paragraphsIn(prose).flatMap(({children}) => children.filter((node) => node.type === 'SentenceNode'));
}

/** Every paragraph of a text. `visit` would descend to every letter, and take ten times as long. */
export function paragraphsIn({children}: Root): Paragraph[] {
  return children.filter((node) => node.type === 'ParagraphNode');
}

/**
 * Words that the parser always treats as abbreviations before a full stop: `in` for inch, `no` for number, `sun` for
 * Sunday. At the end of a sentence they are ordinary words, as are figures.
 */
const WORD_AT_END_RE =
  /(?:\d|^(?:am|art|etc|fig|ft|gen|ill|in|is|kg|km|lb|mar|mass|me|mid|min|no|or|oz|pm|sat|sec|sun|wash|yd))\.$/i;

/** Splits a sentence after such a word, if the next word begins with a capital. */
export function splitSentences(prose: Root): void {
  for (const paragraph of prose.children) {
    if (paragraph.type !== 'ParagraphNode') continue;
    paragraph.children = paragraph.children.flatMap((node): ParagraphContent[] =>
      node.type === 'SentenceNode' ? split(node) : [node],
    );
  }
}

function split(sentence: Sentence): Sentence[] {
  const parts: SentenceContent[][] = [[]];
  for (const [index, node] of sentence.children.entries()) {
    parts.at(-1)?.push(node);
    if (node.type === 'WordNode' && endsHere(sentence.children, index)) parts.push([]);
  }
  if (parts.length === 1) return [sentence];
  return parts.map((children): Sentence => {
    const words = trimStart(children);
    const [start, end] = [words.at(0)?.position?.start, words.at(-1)?.position?.end];
    return {type: 'SentenceNode', children: words, ...(start && end && {position: {start, end}})};
  });
}

function endsHere(nodes: readonly SentenceContent[], index: number): boolean {
  const [word, space, ...rest] = nodes.slice(index, index + 4);
  if (!word || space?.type !== 'WhiteSpaceNode' || !WORD_AT_END_RE.test(textOf(word))) return false;
  return /^["'(‘“]?\p{Lu}/u.test(textOf(rest));
}

function trimStart(nodes: readonly SentenceContent[]): SentenceContent[] {
  return nodes[0]?.type === 'WhiteSpaceNode' ? nodes.slice(1) : [...nodes];
}

/**
 * Corrects the positions of words. `mdast-util-to-nlcst` counts from the start of a run of text, so positions are wrong
 * after an escape, an entity or an indented line.
 */
export function correctPositions(prose: Root, source: string): void {
  const placeOf = createPlaceFinder(source);
  let cursor = 0;
  for (const sentence of sentencesIn(prose)) {
    const words = sentence.children.filter(({type}) => type === 'WordNode');
    const moved = words.filter(correctWord);
    const start = words[0]?.position?.start;
    const end = words.at(-1)?.position?.end;
    if (moved.length > 0 && start && end) sentence.position = {start, end};
  }

  /** Whether the position was wrong. */
  function correctWord(word: SentenceContent): boolean {
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

/** The first occurrence of a whole word from an offset on, not far from the counted position. */
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
