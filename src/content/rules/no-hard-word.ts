import type {PageRule} from '../rule.ts';
import {ACCEPTED_TERMS, HARD_WORDS} from '../words/hard-words.ts';
import {pageSentences} from '../words/page-sentences.ts';
import {makePhraseFinder} from '../words/phrase-finder.ts';
import {sayInstead} from '../words/say-instead.ts';

const findPhrases = makePhraseFinder<string | undefined>([
  ...HARD_WORDS,
  ...ACCEPTED_TERMS.map((term) => [term, undefined] as const),
]);

export const noHardWord: PageRule = {
  id: 'no-hard-word',
  group: 'prose',
  summary: 'A page uses the plain word where there is one.',
  why: 'Plain words are read faster by everyone, those who know the hard ones too.',
  good: [
    'Wardens deliver parcels and use what they have.',
    'Children with additional needs have an assistance dog; it was a compulsory purchase.',
    'The poster said “we utilise sandbags prior to a flood”.',
  ],
  bad: [
    'Wardens utilise sandbags.',
    'We meet prior to a flood in order to plan.',
    'In the event that it rains, *numerous* wardens commence work.',
  ],
  check: (page) =>
    pageSentences(page)
      .flatMap(findPhrases)
      .flatMap(({entry: better, words}) => {
        if (better === undefined || words.some(({isQuoted}) => isQuoted)) return [];
        const written = words.map(({text}) => text).join(' ');
        return [
          {
            place: words[0]?.place,
            end: words.at(-1)?.end,
            problem: `\`${written}\` is hard to read, expected plain words such as ${sayInstead(better)}`,
            fix: `Write it with ${sayInstead(better)}, or leave it out.`,
          },
        ];
      }),
};
