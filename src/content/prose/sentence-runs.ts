import type {Nodes} from 'nlcst';
import {perPage} from '../per-page.ts';
import {sentencesIn} from '../words/page-paragraphs.ts';
import type {TextRun} from './text-run.ts';
import {HIDDEN, hide, QUOTED_RE} from './text-run.ts';

/** The sentences of a page in the author's own words: quotations, code and pictures hidden. */
export const sentenceRuns = perPage((page): TextRun[] =>
  sentencesIn(page.prose()).map((sentence) => {
    const letters: string[] = [];
    const offsets: number[] = [];
    collect(sentence);
    return {text: hide(letters.join(''), QUOTED_RE), offsets, place: sentence.position?.start};

    function collect(node: Nodes): void {
      if ('children' in node) {
        for (const child of node.children) collect(child);
        return;
      }
      const start = node.position?.start.offset;
      letters.push(node.type === 'SourceNode' ? HIDDEN.repeat(node.value.length) : node.value);
      for (let index = 0; index < node.value.length; index += 1) offsets.push(start === undefined ? -1 : start + index);
    }
  }),
);
