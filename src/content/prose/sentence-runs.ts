import type {Nodes} from 'nlcst';
import {visit} from 'unist-util-visit';
import type {ParsedPage} from '../parsed-page.ts';
import type {TextRun} from './text-run.ts';
import {HIDDEN, hide, QUOTED_RE} from './text-run.ts';

/** The sentences of a page in the author's own words: quotations, code and pictures hidden. */
export function sentenceRuns(page: ParsedPage): TextRun[] {
  const runs: TextRun[] = [];
  visit(page.prose(), 'SentenceNode', (sentence) => {
    const letters: string[] = [];
    const offsets: number[] = [];
    visit(sentence, (node: Nodes) => {
      if (!('value' in node)) return;
      const start = node.position?.start.offset;
      letters.push(node.type === 'SourceNode' ? HIDDEN.repeat(node.value.length) : node.value);
      offsets.push(
        ...Array.from({length: node.value.length}, (_, index) => (start === undefined ? -1 : start + index)),
      );
    });
    runs.push({text: hide(letters.join(''), QUOTED_RE), offsets, place: sentence.position?.start});
  });
  return runs;
}
