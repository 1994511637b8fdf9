import {dueText} from '../../../model/reviews/review-labels.ts';
import {dueStandings} from '../../../model/reviews/review-standings.ts';
import {caseStudyExample, EXAMPLE_SOURCE, pageExample, updateExample} from '../../examples/example-files.ts';
import type {ExampleFiles, Rule} from '../../rule.ts';

const WORDS = [
  'Walk the bank.',
  'Ask the warden.',
  'Fill the sandbags.',
  'Tell the school.',
  'See [weir](case-studies/weir.md).',
];
const pageWith = (words: readonly string[]) => pageExample('Floods', '', words.join('\n\n'));

const CHECKED = pageWith(WORDS);

/** The fingerprint of the page when it was reviewed. */
const FINGERPRINT = '5ee4efe6612bf946';

/** A reviewed page, and what happened to it afterwards. */
function checked(live: string, more: ExampleFiles = {}): ExampleFiles {
  return {
    'docs/floods.md': live,
    'docs/case-studies/weir.md': caseStudyExample(),
    'blog/2026-10-01.md': updateExample('2026-10-01', 'floods, case-studies/weir'),
    'blog/_published/2026-10-01/floods.md': CHECKED,
    'ledgers/reviews/floods.json': `{"on": "2026-10-10", "by": "editor", "scope": "facts", "fingerprint": "${FINGERPRINT}"}\n`,
    ...more,
  };
}

const LATER = pageWith(['Walk the long bank.', ...WORDS.slice(1)]);

/** The page after an update changed it. */
const changed = (significance: 'major' | 'minor') =>
  checked(LATER, {
    'blog/2026-11-01.md': updateExample('2026-11-01', 'floods').replace(
      'significance: major',
      `significance: ${significance}`,
    ),
    'blog/_published/2026-11-01/floods.md': LATER,
  });

const withdrawn = (on: string) => ({
  'docs/case-studies/weir.md': caseStudyExample(`withdrawn: {on: ${on}, why: The weir is gone.}\n`),
});

/** A case study with a source that began to fail on a day, and its record. */
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

const published = (on: string, every = '12 months', record?: string) => ({
  'docs/floods.md': pageExample('Floods').replace('12 months', every),
  'blog/a.md': updateExample(on, 'floods'),
  ...(record !== undefined && {
    'ledgers/reviews/floods.json': `{"on": "${record}", "by": "editor", "scope": "facts", "fingerprint": "0123456789abcdef"}\n`,
  }),
});

export const noOverdueReview: Rule = {
  id: 'no-overdue-review',
  group: 'model',
  summary:
    'Each page is reviewed against its sources as often as `review_every` says, and again when its last review lapses.',
  why: 'A review lapses when a major change to the page is published, a source disappears or a linked case study is withdrawn. Readers see when a page was last reviewed, and whether its next review is overdue.',
  good: [
    published('2025-12-25'),
    published('2026-11-24', '2 months'),
    published('2024-01-10', '12 months', '2025-12-25'),
    {
      'docs/floods.md': pageExample('Floods', 'withdrawn: {on: 2026-01-10, why: The law has changed since.}\n'),
      'blog/a.md': updateExample('2024-01-10', 'floods'),
    },
    checked(CHECKED),
    changed('minor'),
    checked(CHECKED, withdrawn('2026-10-09')),
    failing('2026-11-18', 1),
  ],
  bad: [
    published('2025-11-23'),
    published('2024-01-10', '12 months', '2025-11-23'),
    published('2025-11-24'),
    published('2026-11-01', '1 month'),
    changed('major'),
    checked(CHECKED, withdrawn('2026-11-10')),
    failing('2026-10-01', 4),
  ],
  check: (toolkit, today) =>
    dueStandings(toolkit, today).map((standing) => {
      const {page, overdue, lapses} = standing;
      return {
        path: page.document.path,
        place: page.document.placeOf(['review_every'], 'key'),
        ...(!overdue && lapses.length === 0 && {severity: 'note'}),
        problem: `review ${dueText(standing)}, expected a review against the sources by then`,
        fix: `Compare the page with its sources, then run \`npm run review -- --done ${page.id}\`.`,
      };
    }),
};
