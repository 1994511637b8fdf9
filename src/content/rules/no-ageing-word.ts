import {sentenceRuns} from '../prose/sentence-runs.ts';
import {placesOf} from '../prose/text-run.ts';
import type {PageRule} from '../rule.ts';

/** Words that were true on the day of writing; turns of phrase that keep true are left out. */
const AGEING_RE = new RegExp(
  [
    '\\b(?:currently|nowadays|at present|presently|at the moment)\\b|(?<=\\bthe )upcoming\\b',
    // "Recently retired people" keep being so; "has recently opened" does not.
    '(?<=\\b(?:has|have|is|are|was|were) )recently\\b|^\\W*Recently\\b',
    "(?<!\\bthe )\\b(?:last|this|next) (?:year|month|week|spring|summer|autumn|winter)\\b(?!’s|'s| of\\b)",
    '(?<=\\b(?:will|is|are) )soon\\b|\\bcoming soon\\b',
    '(?<=\\b(?:is|are|has|have|can|does|do|there are|there is) )now\\b(?! and then)|(?:^\\W*|[;,] )[Nn]ow(?=,| (?:it|the|they|we|he|she)\\b)|\\bnow(?= (?:has|have|is|are|runs?|offers?|costs?|holds?|opens?|works?|counts?)\\b)',
    '^\\W*Today\\b|\\btoday(?=[.,;]|$| (?:is|are|has|have|there)\\b)',
    '(?<=\\b(?:[Aa]|[Ii]ts|[Tt]heir|[Oo]ur) )new(?= (?:[\\p{L}-]+ ){1,4}?(?:(?:has |have )?opened|launched|is being|are being|is planned|are planned)\\b)',
  ].join('|'),
  'gu',
);

/** Who, what and how much: what follows is about any day, not about the day of writing. */
const GENERAL_RE =
  /\b(?:who|whose|what|whether|how|if|when|while|(?<!, )which)\b[^,;:]*$|\bthat(?:['’]s| is| are| has| have)? $/iu;

const DATE_RE =
  /\b(?:1[89]|20)\d{2}\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u;
/** A question or a word to the reader is about the day of reading. */
const TO_READER_RE = /\?\W*$|\b(?:you|your|yours)\b/iu;

export const noAgeingWord: PageRule = {
  id: 'no-ageing-word',
  group: 'prose',
  summary: 'A sentence that says `currently`, `recently`, `now` or `this year` also says which year.',
  why: 'Pages are read for years. Without a date nobody can tell whether `currently` is still so, and no check can find that it is not.',
  good: [
    'In 2026 the hall is now open on Sundays.',
    'Which homes currently stand in water, and which do you now expect to?',
    'Ask the clerks who currently keep a boat, and find out what is now in store.',
    'As soon as the water falls, from now on, people who recently moved to New York look for a new home.',
    'The clerk said "we currently have no boat".',
  ],
  bad: [
    'The hall is currently closed.',
    'The parish has recently bought a boat.',
    'The hall is now open on Sundays.',
    'The wall was raised last year.',
    'A new ford opened beside the mill.',
  ],
  check: (page) =>
    sentenceRuns(page).flatMap((run) => {
      if (run.text.search(AGEING_RE) < 0 || DATE_RE.test(run.text) || TO_READER_RE.test(run.text)) return [];
      return [...run.text.matchAll(AGEING_RE)]
        .filter((match) => !isGeneral(match))
        .map((match) => ({
          ...placesOf(page.document.text, run, match.index, match[0].length),
          problem: `\`${match[0].trim()}\` stands without a date, expected the year or the day`,
          fix: 'Say when it was so, such as `in 2026`, or leave the word out.',
        }));
    }),
};

function isGeneral({0: word, index, input}: RegExpExecArray): boolean {
  const before = input.slice(0, index);
  // An item of a list, `currently use the boat`, goes on with the words before the list.
  return GENERAL_RE.test(before) || (!/\p{L}/u.test(before) && /^\W*\p{Ll}/u.test(word));
}
