import {expect, test} from 'vitest';
import {
  caseStudyExample,
  noteExample,
  pageExample,
  updateExample,
} from '../../../../src/checks/examples/example-files.ts';
import {fingerprintOf} from '../../../../src/fs/fingerprint.ts';
import {readDocument} from '../../../../src/fs/yaml/document.ts';
import {reviewStandings} from '../../../../src/model/reviews/review-standings.ts';
import type {Review} from '../../../../src/model/schemas/records/review-schema.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const TODAY = '2026-11-24';
const SOURCE = 'https://river.example/levels';

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
  significance?: 'major' | 'minor';
  live?: string;
  scope?: Review['scope'];
  record?: Partial<Review>;
  files?: Readonly<Record<string, string>>;
}

function update(slug: string, significance: string): string {
  return updateExample(slug, 'floods').replace('significance: major', `significance: ${significance}`);
}

function standingOf({later = {}, significance = 'minor', live, scope = 'sources-read', record = {}, files = {}}: Case) {
  const review = {on: '2026-03-03', by: 'editor', scope, fingerprint: printOf(CHECKED), ...record};
  const updates = Object.entries(later).flatMap(([slug, text]) => [
    [`blog/${slug}.md`, update(slug, significance)],
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

const MENDED = changed({0: 'Walk the bank before the first cold frost.'});

test('a minor change keeps the review, and readers are led to the difference', () => {
  expect(standingOf({later: {'2026-05-01': MENDED}})).toMatchObject({
    changedSince: {difference: '/updates/2026-05-01/changes/floods/'},
    lapses: [],
    due: '2027-03-03',
  });
});

test('no single difference shows what several updates changed, or what waits to be published', () => {
  const second = changed({3: 'Store the sandbags by the new hall.'});
  expect(standingOf({later: {'2026-05-01': MENDED, '2026-06-01': second}}).changedSince).toEqual({});
  expect(standingOf({later: {'2026-05-01': MENDED}, live: second}).changedSince).toEqual({});
  expect(standingOf({live: MENDED}).changedSince).toEqual({});
});

test('a change that an update took back is none', () => {
  const standing = standingOf({later: {'2026-05-01': MENDED, '2026-06-01': CHECKED}, significance: 'major'});
  expect(standing).not.toHaveProperty('changedSince');
  expect(standing.lapses).toEqual([]);
});

test('a major change makes the review lapse from the day of the first update that names it so', () => {
  const later = {'2026-05-01': MENDED, '2026-06-01': changed({3: 'Store the sandbags by the new hall.'})};
  expect(standingOf({later, significance: 'major'})).toMatchObject({
    lapses: [{kind: 'major-change', on: '2026-05-01'}],
    lapsedOn: '2026-05-01',
    due: '2026-06-01',
    overdue: true,
  });
  expect(standingOf({later, significance: 'major', scope: 'plain-english'}).lapses).toEqual([]);
});

test('a major change on the day of the review counts where it came after it, and the reviewed one does not', () => {
  const [on, fingerprint] = ['2026-05-01', printOf(MENDED)];
  const files = {'blog/2026-05-01.md': update('2026-05-01', 'major'), 'blog/_published/2026-05-01/floods.md': MENDED};
  const record = {on, fingerprint};
  expect(standingOf({record, files, live: MENDED}).lapses).toEqual([]);
  const later = {'2026-05-01.2': changed({3: 'Store the sandbags by the new hall.'})};
  expect(standingOf({record, files, later, significance: 'major'}).lapses).toEqual([{kind: 'major-change', on}]);
});

test('a major change that waits to be published ends nothing yet', () => {
  const note = noteExample('pages: [floods]\n', 'major');
  expect(standingOf({live: MENDED, files: {'blog/_pending/floods.md': note}}).lapses).toEqual([]);
});

const ledger = (first: string, checked: string, strikes = 4) => ({
  'ledgers/links/river.example.json': JSON.stringify({
    schema: 1,
    links: {[SOURCE]: {checked, first_failure: first, strikes, kind: 'gone'}},
  }),
});

test('a source that no longer opens makes the review lapse, from the day on which that could be known', () => {
  expect(standingOf({files: ledger('2026-10-01', '2026-11-20')})).toMatchObject({
    lapses: [{kind: 'dead-source', on: '2026-10-29', urls: [SOURCE]}],
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
    lapses: [{kind: 'withdrawn-study', on: '2026-11-20', studies: ['case-studies/weir']}],
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
  expect(standingOf({record, later}).changedSince).toEqual({difference: '/updates/2026-06-01/changes/floods/'});
});

test('a page that moved keeps its texts', () => {
  const toolkit = toolkitWith({
    'docs/high-water.md': CHECKED.replace('owner:', 'redirect_from: [/toolkit/floods/]\nowner:'),
    'docs/case-studies/weir.md': caseStudyExample(),
    'blog/2026-02-01.md': updateExample('2026-02-01', 'floods'),
    'blog/_published/2026-02-01/floods.md': MENDED,
    'ledgers/reviews/high-water.json': JSON.stringify({
      ...{on: '2026-03-03', by: 'editor', scope: 'facts', fingerprint: printOf(MENDED)},
    }),
  });
  expect(reviewStandings(toolkit, TODAY)[0]).toMatchObject({changedSince: {}, lapses: []});
});

test('where the reviewed text is not on record, the day of the review decides', () => {
  const of = (on: string) => standingOf({record: {on, fingerprint: '0123456789abcdef'}});
  expect(of('2026-03-03')).toMatchObject({changedSince: {}, lapses: []});
  expect(of('2026-01-03').lapses).toEqual([{kind: 'major-change', on: '2026-02-01'}]);
});
