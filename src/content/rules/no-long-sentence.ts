import type {PageRule} from '../rule.ts';
import {countWords} from '../words/page-paragraphs.ts';
import {sentencesIn} from '../words/sentences-in.ts';

/** The length from which readers lose the thread: https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/ */
const MOST = 25;

const words = (n: number) => `${'Clerk '.repeat(n).trim()}.`;

export const noLongSentence: PageRule = {
  id: 'no-long-sentence',
  group: 'prose',
  summary: `A sentence has at most ${MOST} words.`,
  why: 'Long sentences are read twice or not at all, most of all on a phone or read out.',
  good: [
    words(MOST),
    `${words(20)} ${words(20)}`,
    `> ${words(40)}`,
    `${words(20)} £239m (2014/15), 10-12 and/or £1.2m (2016/17).`,
    `${words(12)} It came in. ${words(20)} It has 132,900. ${words(20)}`,
  ],
  bad: [words(MOST + 1), `- ${words(30)}`, `Short one. ${words(30)}`],
  check: (page) =>
    sentencesIn(page.prose()).flatMap((sentence) => {
      const count = countWords(sentence);
      if (count <= MOST) return [];
      return [
        {
          place: sentence.position?.start,
          end: sentence.position?.end,
          problem: `sentence has ${count} words, expected at most ${MOST}`,
          fix: 'Make two sentences of it, or leave words out.',
        },
      ];
    }),
};
