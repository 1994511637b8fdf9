import {expect, test} from 'vitest';
import {reviewStatuses} from '../../../../src/changes/freshness/review-status.ts';
import type {Review} from '../../../../src/content/schemas/review-schema.ts';
import {noteExample, pageExample, updateExample} from '../../../../src/rules/examples/example-files.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const TODAY = '2026-11-24';
const SOURCE = 'https://river.example/levels';

interface Case {
  review?: Partial<Review>;
  /** Each update after the review, with its kind and significance. */
  later?: Readonly<Record<string, string>>;
  files?: Readonly<Record<string, string>>;
  more?: string;
}

const update = (slug: string, change: string) =>
  updateExample(slug, 'floods').replace('kind: page-added, significance: major', change);

/** The review status of a page that was published in February and reviewed in March 2026. */
function statusOf({review, later = {}, files = {}, more = ''}: Case) {
  const record = {on: '2026-03-03', by: 'editor', scope: 'facts', text: '2026-02-01', ...review};
  const keys = `reviewed: ${JSON.stringify(record)}\nsources:\n  - {title: Levels, publisher: Board, url: ${SOURCE}}\n${more}`;
  const toolkit = toolkitWith({
    'toolkit.config.ts': `export default ${JSON.stringify({launched: '2026-01-01'})};`,
    'docs/floods.md': pageExample('Floods', keys),
    'blog/2026-02-01.md': updateExample('2026-02-01', 'floods'),
    ...Object.fromEntries(Object.entries(later).map(([slug, change]) => [`blog/${slug}.md`, update(slug, change)])),
    ...files,
  });
  const found = reviewStatuses(toolkit, TODAY).find(({page}) => page.id === 'floods');
  if (!found) throw new Error('the page has no review status');
  return found;
}

const MINOR = 'kind: content-changed, significance: minor';
const MAJOR = 'kind: content-changed, significance: major';

test('pages that are withdrawn or were never published have no review status', () => {
  const toolkit = toolkitWith({
    'docs/floods.md': pageExample('Floods'),
    'docs/ferry.md': pageExample('The ferry', 'withdrawn: {on: 2026-11-20, why: It runs no more.}\n'),
    'docs/new.md': pageExample('A new page'),
    'blog/2026-02-01.md': updateExample('2026-02-01', 'floods, ferry'),
  });
  expect(reviewStatuses(toolkit, TODAY)).toEqual([
    {
      page: {id: 'floods', title: 'Floods', owner: 'editor', document: expect.anything()},
      lapses: [],
      due: '2027-02-01',
      overdue: false,
    },
  ]);
});

test('a minor change keeps the review, and readers can see the difference', () => {
  expect(statusOf({later: {'2026-05-01': MINOR}})).toMatchObject({
    changedSince: {difference: '/updates/2026-05-01/changes/floods/'},
    lapses: [],
    due: '2027-03-03',
  });
});

test('no single difference shows the changes of several updates', () => {
  expect(statusOf({later: {'2026-05-01': MINOR, '2026-06-01': MINOR}}).changedSince).toEqual({});
});

test('the first major change makes the review lapse', () => {
  expect(statusOf({later: {'2026-05-01': MAJOR, '2026-06-01': MAJOR}})).toMatchObject({
    lapses: [{kind: 'major-change', on: '2026-05-01'}],
    lapsedOn: '2026-05-01',
    due: '2026-06-01',
    overdue: true,
  });
  // It was nearly due by then.
  expect(statusOf({later: {'2027-02-20': MAJOR}}).due).toBe('2027-03-03');
});

test('of two updates on the day of the review, the one after the reviewed text counts', () => {
  const later = {'2026-05-01': MAJOR, '2026-05-01.2': MAJOR};
  const lapsesAt = (text: string) => statusOf({review: {on: '2026-05-01', text}, later}).lapses;
  expect(lapsesAt('2026-05-01')).toEqual([{kind: 'major-change', on: '2026-05-01'}]);
  expect(lapsesAt('2026-05-01.2')).toEqual([]);
});

test('a review of a text that no update published counts by its day', () => {
  const lapsesOn = (on: string) => statusOf({review: {on, text: '2026-02-30'}, later: {'2026-05-01': MAJOR}}).lapses;
  expect(lapsesOn('2026-05-01')).toEqual([]);
  expect(lapsesOn('2026-03-01')).toEqual([{kind: 'major-change', on: '2026-05-01'}]);
});

test('a page that moved keeps its review', () => {
  const later = {'2026-05-01': 'kind: page-moved, significance: major'};
  const status = statusOf({later, more: 'redirect_from: [/toolkit/high-water/]\n'});
  expect(status).not.toHaveProperty('changedSince');
  expect(status.lapses).toEqual([]);
});

test('a change that waits to be published does not end a review', () => {
  const files = {'blog/_pending/floods.md': noteExample('pages: [floods]\n', 'major')};
  expect(statusOf({files}).lapses).toEqual([]);
});

const ledger = (first: string, strikes = 4) => ({
  'ledgers/links.json': JSON.stringify({
    schema: 1,
    links: {[SOURCE]: {checked: '2026-11-20', first_failure: first, strikes, kind: 'gone'}},
  }),
});

test('a source that no longer opens makes the review lapse, from the day on which that could be known', () => {
  expect(statusOf({files: ledger('2026-10-01')})).toMatchObject({
    lapses: [{kind: 'dead-source', on: '2026-10-29', urls: [SOURCE]}],
    due: '2026-11-29',
    overdue: false,
  });
});

test.each([
  ['before the review', '2026-03-02', undefined],
  ['on its day', '2026-03-03', undefined],
  ['after it', '2026-03-04', [{url: SOURCE, on: '2026-03-04', note: 'A new level.'}]],
])('a source that changed %s is a question only after it, and ends no review', (_when, on, changedSources) => {
  const changed = {on, note: 'A new level.'};
  const links = {[SOURCE]: {checked: '2026-11-20', changed}};
  const files = {'ledgers/links.json': JSON.stringify({schema: 1, links})};
  const status = statusOf({files});
  expect([status.changedSources, status.lapses]).toEqual([changedSources, []]);
});

test.each([
  ['was known to be dead at the review', ledger('2026-01-10')],
  ['has not failed for long enough', ledger('2026-11-10', 3)],
])('a source that %s does not end the review', (_name, files) => {
  expect(statusOf({files}).lapses).toEqual([]);
});
