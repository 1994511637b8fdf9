import {toString as textOf} from 'mdast-util-to-string';
import type {Sentence} from 'nlcst';
import {syllable} from 'syllable';
import type {PageRule} from '../rule.ts';
import {countWords, pageParagraphs, sentencesOf} from '../text/page-sentences.ts';

/**
 * The reading level of a 16-year-old. Committee reports score 14 to 17, and pages with short sentences stay below 8.
 * GOV.UK aims for a reading age of 9, grade 4: https://www.gov.uk/guidance/content-design/writing-for-gov-uk.
 */
const HIGHEST_GRADE = 10;

/** With fewer words, the grade means little. */
const MIN_WORDS = 100;

const repeat = (sentence: string, times: number) => Array.from({length: times}, () => sentence).join(' ');
const HARD =
  'Consideration of organisational responsibilities necessitates comprehensive documentation of operational dependencies.';

export const noHardPage: PageRule = {
  id: 'no-hard-page',
  group: 'prose',
  language: 'en',
  summary: `A page has a reading level (Flesch-Kincaid grade) of ${HIGHEST_GRADE} or below.`,
  why: 'Decision makers read between meetings. They will not read a page that takes two attempts to understand.',
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
    if (words < MIN_WORDS || grade <= HIGHEST_GRADE) return [];
    const [longest, second] = sentences.toSorted((a, b) => countWords(b) - countWords(a));
    const lines = [longest, second].flatMap((sentence) => sentence?.position?.start.line ?? []);
    return [
      {
        place: page.document.placeOf(['title']),
        problem: `page has reading level ${grade.toFixed(1)}, expected at most ${HIGHEST_GRADE}`,
        fix: `Use shorter sentences and plainer words. The longest sentences begin on lines ${lines.join(' and ')}.`,
        form: 'The page is hard to read. Use shorter sentences and plainer words, first in its longest sentence.',
        related: {path: page.document.path, place: longest?.position?.start},
      },
    ];
  },
};

/** The Flesch-Kincaid grade, in years of school. Figures count as words of one syllable. */
function readingGrade(sentences: readonly Sentence[]): {grade: number; words: number} {
  const words = sentences.flatMap(({children}) =>
    children.filter(({type}) => type === 'WordNode').map((node) => textOf(node)),
  );
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  // Flesch-Kincaid: https://en.wikipedia.org/wiki/Flesch–Kincaid_readability_tests
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return {grade, words: words.length};
}

const counted = new Map<string, number>();

function syllablesOf(word: string): number {
  const count = counted.get(word) ?? (/\p{L}/u.test(word) ? Math.max(1, syllable(word)) : 1);
  counted.set(word, count);
  return count;
}
