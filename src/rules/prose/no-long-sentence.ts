import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {sentencesIn} from '../../content/markdown/sentences.ts';
import {type PageFinding, type PageRule, spanOf} from '../rule.ts';
import {countWords, pageParagraphs, sentencesOf} from '../text/page-sentences.ts';

/** GOV.UK aims at 25. A limit that is enforced at 25 makes people cut a reason from its fact, so it leaves room for both. */
const MAX_WORDS = 32;

/** https://www.gov.uk/guidance/content-design/writing-for-gov-uk: paragraphs have no more than 5 sentences. */
const MAX_SENTENCES = 5;

/** Five sentences of 24 words. */
const MAX_IN_PARAGRAPH = 120;

const words = (n: number) => `${'Clerk '.repeat(n).trim()}.`;
const sentences = (count: number, length: number) => Array.from({length: count}, () => words(length)).join(' ');

export const noLongSentence: PageRule = {
  id: 'no-long-sentence',
  group: 'prose',
  language: 'en',
  summary: `A sentence has at most ${MAX_WORDS} words, and a paragraph at most ${MAX_SENTENCES} sentences and ${MAX_IN_PARAGRAPH} words.`,
  why: 'Long sentences are hard to follow, above all on a phone or through a screen reader. A long paragraph fills the screen, and readers skip it.',
  good: [
    words(MAX_WORDS),
    `${words(20)} ${words(20)}`,
    `> ${words(40)}\n>\n> ${sentences(9, 20)}`,
    `${words(20)} £239m (2014/15), 10-12 and/or £1.2m (2016/17).`,
    `${words(12)} It came in. ${words(20)} It has 132,900. ${words(20)}`,
    `${sentences(MAX_SENTENCES, 20)}\n\n${sentences(5, 24)}`,
  ],
  bad: [
    words(MAX_WORDS + 1),
    `- ${words(40)}`,
    `Short one. ${words(40)}`,
    sentences(MAX_SENTENCES + 1, 4),
    sentences(5, 25),
    `- ${sentences(6, 5)}`,
  ],
  check: (page) => [...longSentences(page), ...longParagraphs(page)],
};

function longSentences(page: ParsedPage): PageFinding[] {
  return sentencesIn(page.prose()).flatMap((sentence) => {
    const count = countWords(sentence);
    if (count <= MAX_WORDS) return [];
    return {
      ...spanOf(sentence),
      problem: `sentence has ${count} words, expected at most ${MAX_WORDS}`,
      fix: 'Split it in two, or cut words.',
    };
  });
}

function longParagraphs(page: ParsedPage): PageFinding[] {
  return pageParagraphs(page).flatMap((paragraph) => {
    const all = sentencesOf(paragraph);
    const count = all.reduce((sum, sentence) => sum + countWords(sentence), 0);
    if (all.length <= MAX_SENTENCES && count <= MAX_IN_PARAGRAPH) return [];
    return {
      ...spanOf(paragraph),
      problem: `paragraph has ${all.length} ${all.length === 1 ? 'sentence' : 'sentences'} and ${count} words, expected at most ${MAX_SENTENCES} sentences and ${MAX_IN_PARAGRAPH} words`,
      fix: 'Split it into two paragraphs, or turn it into a list.',
    };
  });
}
