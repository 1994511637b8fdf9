import type {ParagraphContent, Root, Sentence, SentenceContent} from 'nlcst';
import {toString as textOf} from 'nlcst-to-string';

/**
 * Words that the parser takes for abbreviations, with the full stop, wherever they stand: `in` for inch, `no` for
 * number, `sun` for Sunday. At the end of a sentence they are words, and so are figures.
 */
const WORD_AT_END_RE =
  /(?:\d|^(?:am|art|etc|fig|ft|gen|ill|in|is|kg|km|lb|mar|mass|me|mid|min|no|or|oz|pm|sat|sec|sun|wash|yd))\.$/i;

/** Ends sentences where the parser went on: after such a word, where the next begins with a capital. */
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
