import type {PageRule} from '../rule.ts';
import {countWords, pageParagraphs, sentencesOf} from '../words/page-paragraphs.ts';

/** https://www.gov.uk/guidance/content-design/writing-for-gov-uk: paragraphs have no more than 5 sentences. */
const MOST_SENTENCES = 5;

/** Five sentences as long as may be: https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/ */
const MOST_WORDS = 120;

const sentences = (count: number, words: number) =>
  Array.from({length: count}, () => `Wardens ${'walk '.repeat(words - 1).trim()}.`).join(' ');

export const noLongParagraph: PageRule = {
  id: 'no-long-paragraph',
  group: 'prose',
  summary: `A paragraph has at most ${MOST_SENTENCES} sentences and ${MOST_WORDS} words.`,
  why: 'On a phone a long paragraph fills the screen, and readers skip what has no start in sight.',
  good: [
    sentences(MOST_SENTENCES, 10),
    `${sentences(5, 20)}\n\n${sentences(5, 20)}`,
    `> ${sentences(9, 20)}`,
    sentences(5, 24),
  ],
  bad: [sentences(MOST_SENTENCES + 1, 4), sentences(5, 25), `- ${sentences(6, 5)}`],
  check: (page) =>
    pageParagraphs(page).flatMap((paragraph) => {
      const all = sentencesOf(paragraph);
      const words = all.reduce((sum, sentence) => sum + countWords(sentence), 0);
      if (all.length <= MOST_SENTENCES && words <= MOST_WORDS) return [];
      return [
        {
          place: paragraph.position?.start,
          end: paragraph.position?.end,
          problem: `paragraph has ${all.length} ${all.length === 1 ? 'sentence' : 'sentences'} and ${words} words, expected at most ${MOST_SENTENCES} sentences and ${MOST_WORDS} words`,
          fix: 'Make two paragraphs of it, or a list.',
        },
      ];
    }),
};
