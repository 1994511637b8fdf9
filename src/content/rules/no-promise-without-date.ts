import {sentenceRuns} from '../prose/sentence-runs.ts';
import {placesOf} from '../prose/text-run.ts';
import type {PageRule} from '../rule.ts';

const PUBLISHER = '(?:we|this (?:toolkit|page|site|section|guide|list|post)|the toolkit)';
const DONE = 'published|added|opened|launched|released|completed|extended|introduced|updated|rewritten|replaced';
const DO =
  'publish|add|open|launch|release|complete|extend|introduce|update|rewrite|replace|write|test|build|expand|return to';

/** Promises of the publisher, and announcements that name nobody. */
const PROMISE_RE = new RegExp(
  [
    `\\b${PUBLISHER} (?:will|shall)(?: also| soon| then| later| shortly)* (?:${DO})\\b`,
    // "The pages that we plan to write" promises nothing yet.
    `(?<!\\b(?:what|which|that|whom?|ones|where|how|things|pages) )\\b${PUBLISHER} (?:plan|plans|intend|intends|hope|hopes) to\\b`,
    `\\b${PUBLISHER} (?:are|is) (?:going|about|planning|hoping) to\\b`,
    `(?<!\\b(?:it|they|you|(?:that|those|your) \\w+|this (?!(?:toolkit|page|site|section|guide|list|post)\\b)\\w+|these \\w+) )\\bwill(?: also| soon| then| later| shortly)* be (?:${DONE})\\b`,
    `\\b(?:is|are) (?:due|set|scheduled|planned|about|going) to (?:be (?:${DONE})|open|launch|begin|start|close)\\b`,
  ].join('|'),
  'giu',
);

const DATE_RE =
  /\b20\d{2}\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:within|in|after|every|each) (?:\d+|an?|one|two|three|four|five|six|ten|twelve) (?:working )?(?:day|week|month|year)s?\b|\b(?:daily|weekly|monthly|yearly|annually)\b|\b(?:each|every) (?:day|week|month|quarter|year)\b/iu;
/** What holds each time something happens is a rule, not a promise. */
const RULE_RE =
  /\b(?:if|once|when|whenever|before|after|unless|until|where|whether|each|every|any|always|never|not)\b|\?\W*$|^\W*As\b/iu;

export const noPromiseWithoutDate: PageRule = {
  id: 'no-promise-without-date',
  group: 'prose',
  summary: 'A promise of the publisher says by when.',
  why: 'Nobody can hold a publisher to a promise without a date; pages then say for years that something will come.',
  good: [
    'We will publish the flood map by March 2027.',
    'Readers will find the map here, and a village will need boats.',
    'If you send a map, it will be added to the page, and we will answer within five days.',
    'The clerk wrote: "we plan to buy a boat".',
  ],
  bad: [
    'We will add a flood map.',
    'We plan to describe more villages.',
    'A map of the fords will be published soon.',
    'The new hall is due to open.',
  ],
  check: (page) =>
    sentenceRuns(page).flatMap((run) => {
      if (run.text.search(PROMISE_RE) < 0 || DATE_RE.test(run.text) || RULE_RE.test(run.text)) return [];
      return [...run.text.matchAll(PROMISE_RE)].map((match) => ({
        ...placesOf(page.document.text, run, match.index, match[0].length),
        problem: `\`${match[0]}\` promises without a date, expected a day, a month or a year`,
        fix: 'Say by when, or say only what is there.',
      }));
    }),
};
