import type {PageRule} from '../rule.ts';
import {countWords, pageParagraphs, sentencesOf} from '../words/page-paragraphs.ts';
import {readingGrade} from '../words/reading-grade.ts';

/**
 * What pupils read at 16. Of a public agency's handbook, written plainly for its staff, one page in ten is above grade
 * 12, and so are minutes and reports of committees (14 to 17); pages that keep sentences short stay below 8.
 * https://www.gov.uk/guidance/content-design/writing-for-gov-uk aims at a reading age of 9 years, grade 4.
 */
const HIGHEST_GRADE = 10;

/** Of fewer words the grade says little. */
const FEWEST_WORDS = 100;

const repeat = (sentence: string, times: number) => Array.from({length: times}, () => sentence).join(' ');
const HARD =
  'Consideration of organisational responsibilities necessitates comprehensive documentation of operational dependencies.';

export const noHardPage: PageRule = {
  id: 'no-hard-page',
  group: 'prose',
  summary: `A page reads at grade ${HIGHEST_GRADE} or below.`,
  why: 'People who decide read between meetings; a page that needs two readings gets none.',
  good: [
    repeat('Wardens meet each week and walk the bank.', 20),
    repeat(HARD, 3),
    `${repeat('> Wardens meet.', 1)}\n\n> ${repeat(HARD, 20)}`,
  ],
  bad: [
    repeat(HARD, 12),
    repeat(`- ${HARD}\n`, 12),
    repeat(`${'When the river is high and the wardens are out, '.repeat(4)}they do not sleep.`, 5),
  ],
  check: (page) => {
    const sentences = pageParagraphs(page).flatMap(sentencesOf);
    const {grade, words} = readingGrade(sentences);
    if (words < FEWEST_WORDS || grade <= HIGHEST_GRADE) return [];
    const [longest, second] = sentences.toSorted((a, b) => countWords(b) - countWords(a));
    const lines = [longest, second].flatMap((sentence) => sentence?.position?.start.line ?? []);
    return [
      {
        place: page.document.placeOf(['title']),
        problem: `page reads at grade ${grade.toFixed(1)}, expected at most ${HIGHEST_GRADE}`,
        fix: `Make sentences shorter and words plainer; the longest sentences begin on lines ${lines.join(' and ')}.`,
        related: {path: page.document.path, place: longest?.position?.start},
      },
    ];
  },
};
