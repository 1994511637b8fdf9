import retextRepeatedWords from 'retext-repeated-words';
import type {PageRule} from '../rule.ts';
import {retextMessages} from '../words/retext-messages.ts';

const findRepeatedWords = retextRepeatedWords();

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
    retextMessages(page, findRepeatedWords).map(({actual, expected: [word = ''], place, end, span}) => ({
      place,
      end,
      problem: `\`${actual.replace(/\s+/g, ' ')}\` holds a word twice, expected it once`,
      fix: 'Delete one of the two.',
      // The first goes with the spaces after it, so that the line and its indent stay as they are.
      edit: span && {start: span.start + word.length, end: span.end, text: ''},
    })),
};
