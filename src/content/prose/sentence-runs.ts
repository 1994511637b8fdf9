import type {Nodes} from 'nlcst';
import {once} from '../once.ts';
import {perPage} from '../per-page.ts';
import {sentencesIn} from '../words/sentences-in.ts';
import type {TextRun} from './text-run.ts';
import {HIDDEN, hideQuoted} from './text-run.ts';

/** The sentences of a page in the author's own words: quotations, code and pictures hidden. */
export const sentenceRuns = perPage((page): TextRun[] =>
  sentencesIn(page.prose()).map((sentence) => {
    const offsets = once(() => leavesOf(sentence).flatMap(offsetsOf));
    return {
      text: hideQuoted(lettersOf(sentence)),
      get offsets() {
        return offsets();
      },
      place: sentence.position?.start,
    };
  }),
);

type Leaf = Extract<Nodes, {value: string}>;

function leavesOf(node: Nodes): Leaf[] {
  return 'children' in node ? node.children.flatMap(leavesOf) : [node];
}

function lettersOf(node: Nodes): string {
  if ('value' in node) return node.type === 'SourceNode' ? HIDDEN.repeat(node.value.length) : node.value;
  let letters = '';
  for (const child of node.children) letters += lettersOf(child);
  return letters;
}

function offsetsOf({value, position}: Leaf): number[] {
  const start = position?.start.offset;
  return Array.from({length: value.length}, (_, index) => (start === undefined ? -1 : start + index));
}
