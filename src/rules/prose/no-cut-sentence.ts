import {blockRuns, hideQuoted, placesOf} from '../../content/markdown/text-runs.ts';
import type {PageRule} from '../rule.ts';
import about from './no-cut-sentence.json' with {type: 'json'};

const {words, ...texts} = about;

/** Words such as `for` and `with` may end a sentence: "the boats they paid for". */
const CUT_RE = new RegExp(`(?<=\\p{L}\\s)(?:${words.join('|')}|such as)\\.(?=\\s|$)`, 'gu');

export const noCutSentence: PageRule = {
  id: 'no-cut-sentence',
  group: 'prose',
  language: 'en',
  ...texts,
  check: (page) =>
    blockRuns(page).flatMap((run) =>
      [...hideQuoted(run.text).matchAll(CUT_RE)].map(({0: end, index}) => ({
        ...placesOf(page.document.text, run, index, end.length),
        problem: `sentence ends in \`${end}\`, expected the rest of it`,
        fix: 'Complete the sentence.',
      })),
    ),
};
