import type {Sentence} from 'nlcst';
import {toString as textOf} from 'nlcst-to-string';
import {perPage} from '../per-page.ts';
import type {Place} from '../problem.ts';
import {QUOTED_RE} from '../prose/text-run.ts';
import {proseOf} from './prose-of.ts';
import {sentencesIn} from './sentences-in.ts';

/** A word where it stands. */
export interface PageWord {
  /** As written, without a full stop at its end. */
  text: string;
  /** In small letters, with a straight apostrophe. */
  normal: string;
  place: Place | undefined;
  end: Place | undefined;
  /** It with everything around it up to the next spaces: an address, `and/or`, `(word)`. */
  run: string;
  /** What stands between it and the word before. */
  gap: string;
  /** Stands between quotation marks: another's word, not the author's. */
  isQuoted: boolean;
}

/** The words of each sentence of a page and of its front matter. */
export const pageSentences = perPage((page): PageWord[][] => sentencesIn(proseOf(page)).map(wordsOf));

function wordsOf(sentence: Sentence): PageWord[] {
  const whole = textOf(sentence);
  const quoted = [...whole.matchAll(QUOTED_RE)].map(({index, 0: match}) => [index, index + match.length] as const);
  const runs = [...whole.matchAll(/\S+/g)];
  const words: PageWord[] = [];
  let at = 0;
  let offset = 0;
  let gap = '';
  for (const node of sentence.children) {
    const written = textOf(node);
    if (node.type === 'WordNode') {
      const text = written.endsWith('.') ? written.slice(0, -1) : written;
      while (at < runs.length - 1 && (runs[at + 1]?.index ?? 0) <= offset) at += 1;
      words.push({
        text,
        normal: text.toLowerCase().replaceAll('’', "'"),
        place: node.position?.start,
        end: node.position?.end,
        run: runs[at]?.[0] ?? written,
        gap,
        isQuoted: quoted.some(([from, to]) => from <= offset && offset < to),
      });
      gap = '';
    } else {
      gap += written;
    }
    offset += written.length;
  }
  return words;
}
