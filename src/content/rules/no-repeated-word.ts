import retextRepeatedWords from 'retext-repeated-words';
import type {ParsedPage} from '../parsed-page.ts';
import type {PageRule} from '../rule.ts';
import type {PageWord} from '../words/page-sentences.ts';
import {pageSentences} from '../words/page-sentences.ts';
import type {RetextMessage} from '../words/retext-messages.ts';
import {retextMessages} from '../words/retext-messages.ts';
import {sentencesIn} from '../words/sentences-in.ts';

const transform = retextRepeatedWords();

/** The plugin spells out every word of a sentence: it is given only those in which two words in a row are alike. */
function findRepeatedWords(page: ParsedPage): RetextMessage[] {
  const words = pageSentences(page);
  return retextMessages(page, (prose, file) => {
    const children = sentencesIn(prose).filter((_, index) => hasTwins(words[index] ?? []));
    if (children.length > 0) transform({type: 'RootNode', children: [{type: 'ParagraphNode', children}]}, file);
  });
}

function hasTwins(words: readonly PageWord[]): boolean {
  return words.some(({normal}, index) => normal === words[index - 1]?.normal);
}

export const noRepeatedWord: PageRule = {
  id: 'no-repeated-word',
  group: 'prose',
  summary: 'No word stands twice in a row.',
  why: 'Authors read over a doubled word; screen readers do not.',
  good: [
    'The wardens had had a plan that that village wrote.',
    'They go from door to door, to each house.',
    'Baden Baden has wardens. Wardens meet there.',
  ],
  bad: ['The the wardens meet.', 'Wardens meet in the\nthe hall.', 'A map *of of* the river.'],
  check: (page) =>
    findRepeatedWords(page).map(({actual, expected: [word = ''], place, end, span}) => ({
      place,
      end,
      problem: `\`${actual.replace(/\s+/g, ' ')}\` holds a word twice, expected it once`,
      fix: 'Delete one of the two.',
      // The first goes with the spaces after it, so that the line and its indent stay as they are.
      edit: span && {start: span.start + word.length, end: span.end, text: ''},
    })),
};
