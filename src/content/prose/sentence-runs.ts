import type {Nodes} from 'nlcst';
import {once} from '../once.ts';
import {perPage} from '../per-page.ts';
import {sentencesIn} from '../words/page-paragraphs.ts';
import type {TextRun} from './text-run.ts';
import {HIDDEN, hide, QUOTED_RE} from './text-run.ts';

/** The sentences of a page in the author's own words: quotations, code and pictures hidden. */
export const sentenceRuns = perPage((page): TextRun[] =>
  sentencesIn(page.prose()).map((sentence) => {
    const offsets = once(() => leavesOf(sentence).flatMap(offsetsOf));
    return {
      text: hide(leavesOf(sentence).map(lettersOf).join(''), QUOTED_RE),
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

function lettersOf({type, value}: Leaf): string {
  return type === 'SourceNode' ? HIDDEN.repeat(value.length) : value;
}

function offsetsOf({value, position}: Leaf): number[] {
  const start = position?.start.offset;
  return Array.from({length: value.length}, (_, index) => (start === undefined ? -1 : start + index));
}
