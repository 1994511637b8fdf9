import {caseStudyExample, EXAMPLE_SOURCE, pageExample, updateExample} from '../examples/example-files.ts';
import {formatDay} from '../format-date.ts';
import {lapseWords} from '../review-words.ts';
import {reviewStandings} from '../reviews/review-standings.ts';
import type {ExampleFiles, Rule} from '../rule.ts';

const WORDS = [
  'Walk the bank.',
  'Ask the warden.',
  'Fill the sandbags.',
  'Tell the school.',
  'See [weir](case-studies/weir.md).',
];
const NEW_WORDS = [
  'Row the boats.',
  'Ring the bell.',
  'Sweep the hall.',
  'Feed the geese.',
  'See [weir](case-studies/weir.md).',
];

const pageWith = (words: readonly string[]) => pageExample('Floods', '', words.join('\n\n'));

/** The fingerprint of the page with `WORDS`. */
const FINGERPRINT = '5ee4efe6612bf946';

/** A page that was checked, and what became of it. */
function checked(live: readonly string[], more: ExampleFiles = {}, scope = 'facts'): ExampleFiles {
  return {
    'docs/floods.md': pageWith(live),
    'docs/case-studies/weir.md': caseStudyExample(),
    'blog/2026-10-01.md': updateExample('2026-10-01', 'floods, case-studies/weir'),
    'blog/_published/2026-10-01/floods.md': pageWith(WORDS),
    'ledgers/reviews/floods.json': `{"on": "2026-10-10", "by": "editor", "scope": "${scope}", "fingerprint": "${FINGERPRINT}"}\n`,
    ...more,
  };
}

const withdrawn = (on: string) => ({
  'docs/case-studies/weir.md': caseStudyExample(`withdrawn: {on: ${on}, why: The weir is gone.}\n`),
});

/** A study of which the source began to fail on a day, and its record. */
const failing = (since: string, strikes: number) => ({
  'blog/2026-06-01.md': updateExample('2026-06-01', 'case-studies/weir'),
  'docs/case-studies/weir.md': caseStudyExample(),
  'ledgers/reviews/case-studies/weir.json':
    '{"on": "2026-08-10", "by": "editor", "scope": "sources-read", "fingerprint": "0123456789abcdef"}\n',
  'ledgers/links/lowerford.example.json': JSON.stringify({
    schema: 1,
    links: {[EXAMPLE_SOURCE]: {checked: '2026-11-20', first_failure: since, strikes, kind: 'gone'}},
  }),
});

export const noLapsedReview: Rule = {
  id: 'no-lapsed-review',
  group: 'model',
  summary: 'A check of a page that holds no more is made again.',
  why: 'It ends when much of the page has changed, a source has gone, or a study that the page leads to was withdrawn. Readers are told so at once.',
  good: [
    checked(WORDS),
    checked(['Walk the long bank.', ...WORDS.slice(1)]),
    checked(WORDS, withdrawn('2026-10-09')),
    checked(NEW_WORDS, {
      'docs/floods.md': pageWith(NEW_WORDS).replace('owner:', 'withdrawn: {on: 2026-11-01, why: No more.}\nowner:'),
    }),
    failing('2026-11-18', 1),
    failing('2026-07-01', 9),
  ],
  bad: [checked(NEW_WORDS), checked(WORDS, withdrawn('2026-11-10')), failing('2026-10-01', 4)],
  check: (toolkit, today) =>
    reviewStandings(toolkit, today).flatMap(({page: {id, document}, review, lapses, due}) => {
      if (!review || lapses.length === 0) return [];
      return [
        {
          path: document.path,
          place: document.placeOf(['review_every'], 'key'),
          problem: `check of ${formatDay(review.on)} no longer holds (${lapses.map(lapseWords).join('; ')}), expected one of the page as it is by ${due}`,
          fix: `Read what changed, check the page again, and put that on record: \`npm run attest -- ${id}\`.`,
        },
      ];
    }),
};
