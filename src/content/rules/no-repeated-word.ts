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

/**
 * Words that stand twice by mistake alone, so that deleting one changes nothing. "Visitors logged in in 2016" and "what
 * the ford is is a road" mean both.
 */
const NEVER_MEANT_TWICE = new Set(['the', 'a', 'an', 'and', 'or', 'of', 'our', 'their', 'its', 'we', 'they']);

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
      fix: NEVER_MEANT_TWICE.has(word.toLowerCase())
        ? 'Delete one of the two.'
        : 'Delete one of the two, or write the sentence in another way if both are meant.',
      // The first goes with the spaces after it, so that the line and its indent stay as they are.
      edit:
        span && NEVER_MEANT_TWICE.has(word.toLowerCase())
          ? {start: span.start + word.length, end: span.end, text: ''}
          : undefined,
    })),
};
