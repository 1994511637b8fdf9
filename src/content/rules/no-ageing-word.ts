import type {Nodes} from 'nlcst';
import {once} from '../once.ts';
import {sentencesIn} from '../prose/sentences.ts';
import type {TextRun} from '../prose/text-runs.ts';
import {HIDDEN, hideQuoted, placesOf} from '../prose/text-runs.ts';
import type {PageRule} from '../rule.ts';

/** Words that were true on the day of writing. */
const AGEING_RE =
  /\b(?:currently|nowadays|presently|at present|at the moment|coming soon)\b|(?<=\b(?:has|have|is|are|was|were) )recently\b|^\W*Recently\b|(?<!\bthe )\b(?:last|this|next) (?:year|month|week|spring|summer|autumn|winter)\b(?!’s|'s| of\b)|(?<=\b(?:will|is|are) )soon\b|(?<=\b(?:is|are|has|have) )now\b(?! and then)/gu;

/** Promises of the publisher. */
const PROMISE_RE =
  /\b(?:we|this (?:toolkit|page|site)|the toolkit) (?:(?:will|shall)(?: also| soon| then| later)? (?:publish|add|open|launch|release|complete|extend|introduce|update|rewrite|replace|write|test|build|expand)|(?:plan|plans|intend|intends|hope|hopes) to)\b|\bwill(?: soon)? be (?:published|launched|released|updated|rewritten)\b/giu;

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE_RE = new RegExp(
  `\\b(?:1[89]|20)\\d{2}\\b|\\b(?:${MONTH})\\b|\\b(?:within|every|each) (?:\\w+ )?(?:day|week|month|year)s?\\b`,
  'u',
);

/** A question or a sentence to the reader is about the day of reading. */
const TO_READER_RE = /\?\W*$|\byours?\b|\byou\b/iu;

/** What follows these is about any day; a comma ends that. */
const GENERAL_RE =
  /\b(?:who|whose|what|whether|how|if|when|while|which|once|unless|until|as soon as|so that)\b[^,;:]*$/iu;

export const noAgeingWord: PageRule = {
  id: 'no-ageing-word',
  group: 'prose',
  summary: 'A sentence that says `currently`, `recently` or `this year`, or promises something, also gives a date.',
  why: 'Pages are read for years. Without a date, readers cannot tell whether `currently` is still true, or whether a promise was kept.',
  good: [
    'In 2026 the hall is now open on Sundays.',
    'Which homes currently stand in water, and which do you now expect to?',
    'Ask the clerks who currently keep a boat, and find out what is now in store.',
    'As soon as the water falls, people who recently moved look for a new home.',
    'The clerk said "we currently have no boat" and "we plan to buy one".',
    'We will publish the flood map by March 2027.',
    'If you send a map, we will add it to the page within five days.',
  ],
  bad: [
    'The hall is currently closed.',
    'The parish has recently bought a boat.',
    'The hall is now open on Sundays.',
    'The wall was raised last year.',
    'We will add a flood map.',
    'We plan to describe more villages.',
    'A map of the fords will be published soon.',
  ],
  check: (page) =>
    sentencesIn(page.prose()).flatMap((sentence) => {
      const text = hideQuoted(lettersOf(sentence));
      if (DATE_RE.test(text) || TO_READER_RE.test(text)) return [];
      const run = runOfSentence(sentence, text);
      return [...text.matchAll(AGEING_RE), ...text.matchAll(PROMISE_RE)]
        .filter(({index}) => !GENERAL_RE.test(text.slice(0, index)))
        .map(({0: found, index}) => ({
          ...placesOf(page.document.text, run, index, found.length),
          problem: `\`${found.trim()}\` has no date, expected a year, a month or a day`,
          fix: 'Give the date, such as `in 2026` or `by May 2027`, or leave it out.',
        }));
    }),
};

type Sentence = ReturnType<typeof sentencesIn>[number];
type Leaf = Extract<Nodes, {value: string}>;

function runOfSentence(sentence: Sentence, text: string): TextRun {
  const offsets = once(() => leavesOf(sentence).flatMap(offsetsOf));
  return {
    text,
    get offsets() {
      return offsets();
    },
    place: sentence.position?.start,
  };
}

function leavesOf(node: Nodes): Leaf[] {
  return 'children' in node ? node.children.flatMap(leavesOf) : [node];
}

function lettersOf(node: Nodes): string {
  if ('value' in node) return node.type === 'SourceNode' ? HIDDEN.repeat(node.value.length) : node.value;
  let letters = '';
  for (const child of node.children) letters += lettersOf(child);
  return letters;
}

function offsetsOf({value, position}: Leaf): number[] {
  const start = position?.start.offset;
  return Array.from({length: value.length}, (_, index) => (start === undefined ? -1 : start + index));
}
