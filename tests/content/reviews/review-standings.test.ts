import {expect, test} from 'vitest';
import {caseStudyExample, pageExample, updateExample} from '../../../src/content/examples/example-files.ts';
import {reviewStandings} from '../../../src/content/reviews/review-standings.ts';
import type {Review} from '../../../src/content/schemas/review-schema.ts';
import {readDocument} from '../../../src/store/document.ts';
import {fingerprintOf} from '../../../src/store/fingerprint.ts';
import {toolkitWith} from '../../support/sound-toolkit.ts';

const TODAY = '2026-11-24';
const SOURCE = 'https://river.example/levels';

/** Eight paragraphs; with the title, the description and the source the page has eleven parts. */
const PARAGRAPHS = [
  'Walk the bank before the first frost.',
  'Ask the warden who holds the keys.',
  'In 2024, 40 homes were wet.',
  'Store the sandbags by the hall.',
  'Tell the school before noon.',
  'Children must not cross the bridge.',
  'Write down who was told.',
  'See [the weir](case-studies/weir.md) for how others did it.',
];

const CHECKED = pageOf(PARAGRAPHS);

function pageOf(paragraphs: readonly string[], title = 'Floods'): string {
  const more = `sources:\n  - {title: Levels, publisher: River board, url: ${SOURCE}}\n`;
  return pageExample(title, more, paragraphs.join('\n\n'));
}

/** The page with some paragraphs written anew, by their number from 0. */
function changed(paragraphs: Readonly<Record<number, string>>): string {
  return pageOf(PARAGRAPHS.map((words, index) => paragraphs[index] ?? words));
}

interface Case {
  /** What updates after the check made of the page, by slug. */
  later?: Readonly<Record<string, string>>;
  live?: string;
  scope?: Review['scope'];
  record?: Partial<Review>;
  files?: Readonly<Record<string, string>>;
}

function standingOf({later = {}, live, scope = 'sources-read', record = {}, files = {}}: Case) {
  const review = {on: '2026-03-03', by: 'editor', scope, fingerprint: printOf(CHECKED), ...record};
  const updates = Object.entries(later).flatMap(([slug, text]) => [
    [`blog/${slug}.md`, updateExample(slug, 'floods')],
    [`blog/_published/${slug}/floods.md`, text],
  ]);
  const toolkit = toolkitWith({
    'toolkit.config.ts': `export default ${JSON.stringify({launched: '2026-01-01'})};`,
    'docs/floods.md': live ?? Object.values(later).at(-1) ?? CHECKED,
    'docs/case-studies/weir.md': caseStudyExample(),
    'blog/2026-02-01.md': updateExample('2026-02-01', 'floods'),
    'blog/_published/2026-02-01/floods.md': CHECKED,
    'ledgers/reviews/floods.json': `${JSON.stringify(review)}\n`,
    ...Object.fromEntries(updates),
    ...files,
  });
  const found = reviewStandings(toolkit, TODAY).find(({page}) => page.id === 'floods');
  if (!found) throw new Error('the page has no standing');
  return found;
}

function printOf(text: string): string {
  return fingerprintOf(readDocument('docs/floods.md', text).document);
}

test('a page that still says what was checked has a standing review, due from that day', () => {
  expect(standingOf({})).toMatchObject({
    page: {id: 'floods', title: 'Floods', owner: 'editor'},
    review: {on: '2026-03-03', scope: 'sources-read'},
    lapses: [],
    due: '2027-03-03',
    overdue: false,
  });
  expect(standingOf({})).not.toHaveProperty('changedSince');
});

test('a page without a review, and one withdrawn, are told as such', () => {
  const toolkit = toolkitWith({
    'docs/floods.md': CHECKED,
    'docs/ferry.md': pageExample('The ferry', 'withdrawn: {on: 2026-11-20, why: It runs no more.}\n'),
    'docs/case-studies/weir.md': caseStudyExample(),
    'blog/2026-02-01.md': updateExample('2026-02-01', 'floods, ferry'),
  });
  expect(reviewStandings(toolkit, TODAY)).toEqual([
    {
      page: {id: 'floods', title: 'Floods', owner: 'editor', document: expect.anything()},
      lapses: [],
      due: '2027-02-01',
      overdue: false,
    },
  ]);
});

test('a mended word keeps the review, and readers are led to the difference', () => {
  expect(standingOf({later: {'2026-05-01': changed({0: 'Walk the bank before the first cold frost.'})}})).toMatchObject(
    {
      changedSince: {paragraphs: 1, areParagraphs: true, difference: '/updates/2026-05-01/changes/floods/'},
      lapses: [],
      due: '2027-03-03',
    },
  );
});

test('what several updates changed is counted once, and no single difference shows it', () => {
  const first = changed({0: 'Walk the bank before the first cold frost.'});
  const second = changed({
    0: 'Walk the bank before the very first cold frost.',
    3: 'Store the sandbags by the new hall.',
  });
  const {changedSince} = standingOf({later: {'2026-05-01': first, '2026-06-01': second}});
  expect(changedSince).toEqual({paragraphs: 2, areParagraphs: true});
  // What waits is in no difference that readers can open.
  const waiting = standingOf({later: {'2026-05-01': first}, live: second}).changedSince;
  expect(waiting).toEqual({paragraphs: 2, areParagraphs: true});
});

test('a change that an update took back is none', () => {
  const away = changed({0: 'Walk the bank in May.'});
  expect(standingOf({later: {'2026-05-01': away, '2026-06-01': CHECKED}})).not.toHaveProperty('changedSince');
});

test('a change that waits to be published counts, and has no difference to be read yet', () => {
  const live = changed({0: 'Walk the bank before the first cold frost.'});
  expect(standingOf({live}).changedSince).toEqual({paragraphs: 1, areParagraphs: true});
});

const WORDS = {0: 'Walk the long bank before frost.', 3: 'Store the sandbags by the new hall.'};
const THREE = {...WORDS, 4: 'Tell the school well before noon.'};

test('a quarter of the parts, and at least three, make the review lapse from the day of the update that did it', () => {
  const two = standingOf({later: {'2026-05-01': changed(WORDS)}});
  expect(two.lapses).toEqual([]);
  const three = standingOf({later: {'2026-05-01': changed(WORDS), '2026-06-01': changed(THREE)}});
  expect(three).toMatchObject({
    lapses: [{kind: 'large-edit', changed: 3, of: 11}],
    lapsedOn: '2026-06-01',
    due: '2026-07-01',
    overdue: true,
  });
});

test('a short page keeps its review when two of its few parts change', () => {
  const short = pageOf(PARAGRAPHS.slice(0, 3));
  const later = pageOf([WORDS[0], 'Ask the head warden who holds the keys.', 'In 2024, 40 homes were wet.']);
  const {lapses, changedSince} = standingOf({
    record: {fingerprint: printOf(short)},
    files: {'blog/_published/2026-02-01/floods.md': short},
    later: {'2026-05-01': later},
  });
  expect(changedSince?.paragraphs).toBe(2);
  expect(lapses).toEqual([]);
});

test('what was added counts, and never makes more changed than there is', () => {
  const more = Array.from({length: 12}, (_, index) => `Knock at door ${'abcdefghijkl'[index]} of the lane.`);
  const of = (count: number) =>
    standingOf({later: {'2026-05-01': pageOf([...PARAGRAPHS, ...more.slice(0, count)])}, scope: 'plain-english'})
      .lapses;
  expect(of(3)).toEqual([]);
  expect(of(4)).toEqual([{kind: 'large-edit', changed: 4, of: 15}]);
  expect(of(12)).toEqual([{kind: 'large-edit', changed: 12, of: 23}]);
});

test('fewer parts do where figures, days or duties changed, and the check covered facts', () => {
  const long = [
    ...PARAGRAPHS,
    ...Array.from({length: 10}, (_, index) => `Knock at door ${'abcdefghij'[index]} of the lane.`),
  ];
  const facts = {
    2: 'In 2024, 50 homes were wet.',
    4: 'Tell the school before 1 May.',
    5: 'Children must cross the bridge.',
  };
  const edited = long.map((words, index) => (facts as Record<number, string>)[index] ?? words);
  const one = long.map((words, index) => (index === 2 ? facts[2] : words));
  const of = (scope: Review['scope'], text: readonly string[]) =>
    standingOf({
      scope,
      record: {fingerprint: printOf(pageOf(long))},
      files: {'blog/_published/2026-02-01/floods.md': pageOf(long)},
      later: {'2026-05-01': pageOf(text)},
    }).lapses;
  expect(of('facts', edited)).toEqual([{kind: 'large-edit', changed: 3, of: 21}]);
  expect(of('plain-english', edited)).toEqual([]);
  expect(of('facts', one)).toEqual([]);
});

test('paragraphs that only moved make no review lapse', () => {
  const turned = pageOf([...PARAGRAPHS].reverse());
  const {lapses, changedSince} = standingOf({later: {'2026-05-01': turned}});
  expect(lapses).toEqual([]);
  expect(changedSince?.paragraphs).toBeGreaterThan(0);
});

const ledger = (first: string, checked: string, strikes = 4) => ({
  'ledgers/links/river.example.json': JSON.stringify({
    schema: 1,
    links: {[SOURCE]: {checked, first_failure: first, strikes, kind: 'gone'}},
  }),
});

test('a source that no longer opens makes the review lapse, from the day on which that could be known', () => {
  expect(standingOf({files: ledger('2026-10-01', '2026-11-20')})).toMatchObject({
    lapses: [{kind: 'dead-source', urls: [SOURCE]}],
    lapsedOn: '2026-10-29',
    due: '2026-11-29',
    overdue: false,
  });
});

test.each([
  ['was known to be dead when the page was checked', ledger('2026-01-10', '2026-11-20'), 'sources-read'],
  ['fails, and not for long enough', ledger('2026-11-10', '2026-11-20', 3), 'sources-read'],
  ['says nothing to a check of the language', ledger('2026-10-01', '2026-11-20'), 'plain-english'],
] as const)('a source that %s ends nothing', (_name, files, scope) => {
  expect(standingOf({files, scope}).lapses).toEqual([]);
});

const withdrawn = (on: string) => ({
  'docs/case-studies/weir.md': caseStudyExample(`withdrawn: {on: ${on}, why: The weir is gone.}\n`),
});

test('a withdrawn study that the page leads to makes the review lapse', () => {
  expect(standingOf({files: withdrawn('2026-11-20')})).toMatchObject({
    lapses: [{kind: 'withdrawn-study', studies: ['case-studies/weir']}],
    lapsedOn: '2026-11-20',
    due: '2026-12-20',
  });
});

test('a study withdrawn before the check, or that the page no longer leads to, ends nothing', () => {
  expect(standingOf({files: withdrawn('2026-03-03')}).lapses).toEqual([]);
  const without = changed({7: 'See how others did it.'});
  expect(standingOf({files: withdrawn('2026-11-20'), later: {'2026-05-01': without}}).lapses).toEqual([]);
  expect(standingOf({files: withdrawn('2026-11-20'), scope: 'links'}).lapses).toEqual([]);
});

test('words that a command carried are held beside the text it carried them to', () => {
  const carried = changed({7: 'See [the weir](case-studies/the-weir.md) for how others did it.'});
  const record = {carried: printOf(carried)};
  expect(standingOf({record, live: carried})).not.toHaveProperty('changedSince');
  const later = {'2026-05-01': carried, '2026-06-01': carried.replace('first frost', 'first cold frost')};
  expect(standingOf({record, later}).changedSince).toMatchObject({paragraphs: 1});
});

test('a page that moved keeps its texts', () => {
  const toolkit = toolkitWith({
    'docs/high-water.md': CHECKED.replace('owner:', 'redirect_from: [/toolkit/floods/]\nowner:'),
    'docs/case-studies/weir.md': caseStudyExample(),
    'blog/2026-02-01.md': updateExample('2026-02-01', 'floods'),
    'blog/_published/2026-02-01/floods.md': changed({0: 'Walk the bank before the first cold frost.'}),
    'ledgers/reviews/high-water.json': JSON.stringify({
      ...{on: '2026-03-03', by: 'editor', scope: 'facts'},
      fingerprint: printOf(changed({0: 'Walk the bank before the first cold frost.'})),
    }),
  });
  expect(reviewStandings(toolkit, TODAY)[0]?.changedSince).toEqual({paragraphs: 1, areParagraphs: true});
});

test('of a text that is not on record nobody knows what changed', () => {
  expect(standingOf({record: {fingerprint: '0123456789abcdef'}})).toMatchObject({
    changedSince: {paragraphs: 0},
    lapses: [],
  });
});
