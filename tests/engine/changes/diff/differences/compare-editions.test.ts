import {expect, test} from 'vitest';
import {compareEditions, summariseComparison} from '../../../../../src/changes/published/compare-editions.ts';
import {ENGLISH} from '../../../../../src/language/text.ts';
import {updateExample} from '../../../../../src/rules/examples/example-files.ts';
import {comparisonPages} from '../../../../../src/site/differences/render-differences.ts';
import {changesSince} from '../../../../../src/site/differences/since-edition.ts';
import {page, toolkitWith} from '../../../support/toolkits/sound-toolkit.ts';

const text = (title: string, words: string, more = '') => page(title, more).replace('Words.', words);

const record = (last: string) =>
  JSON.stringify({
    schema: 1,
    complete: true,
    about: 'A state of the toolkit for these tests.',
    last_update: last,
    vocabularies: {priorities: {}, approaches: {}, regions: {}},
    fingerprints: {},
  });

const FILES = {
  'versioned_docs/version-2026-09/index.md': text('Start', 'Words.'),
  'versioned_docs/version-2026-09/ferry.md': text('The ferry', 'It runs on Sundays.'),
  'versioned_docs/version-2026-09/homes.md': text('Homes', 'Sandbags for some doors.'),
  'versioned_docs/version-2026-10/index.md': text('Start', 'Words.'),
  'versioned_docs/version-2026-10/homes.md': text('Homes', 'Sandbags for most doors.'),
  'docs/houses.md': text('Houses', 'Sandbags for every door.', 'redirect_from: [/toolkit/homes/]\n'),
  'docs/index.md': text('Start', 'Words.', 'withdrawn: {on: 2026-11-20, why: Another book has it all.}\n'),
  'ledgers/editions/2026-09.json': record('2026-09-01'),
  'ledgers/editions/2026-10.json': record('2026-10-01'),
  'blog/2026-09-01.md': updateExample('2026-09-01', 'index, homes, ferry'),
  'blog/2026-10-01.md': updateExample('2026-10-01', 'homes'),
  'blog/2026-10-20.md': updateExample('2026-10-20', 'houses, handbook/about'),
  'blog/2026-10-21.md': updateExample('2026-10-21', 'handbook/about'),
};

const toolkit = toolkitWith(FILES);
const comparisons = compareEditions(toolkit).map((comparison) => summariseComparison(comparison, ENGLISH));

test('each edition is compared with the live text, and with no other edition', () => {
  expect(comparisons.map(({edition}) => edition)).toEqual(['2026-09', '2026-10']);
});

test('a comparison says which pages moved, which were withdrawn, which are gone and which are new', () => {
  expect(comparisons[0]).toEqual({
    edition: '2026-09',
    entries: [
      {
        kind: 'withdrawn',
        id: 'index',
        title: 'Start',
        address: '/toolkit/',
        measure: '1 fact added',
        difference: '/editions/2026-09/live/index/',
      },
      {
        kind: 'moved',
        id: 'houses',
        title: 'Houses',
        address: '/toolkit/houses/',
        measure: '1 fact, 1 paragraph changed',
        difference: '/editions/2026-09/live/houses/',
        movedFrom: '/toolkit/2026-09/homes/',
      },
      {kind: 'added', id: 'priorities/homes', title: 'Homes', address: '/toolkit/priorities/homes/'},
      {kind: 'removed', id: 'ferry', title: 'The ferry', address: '/toolkit/2026-09/ferry/'},
    ],
    total: {changed: 0, withdrawn: 1, moved: 1, added: 1, removed: 1, same: 0},
  });
});

test('the page of a difference lists the notes since the edition, and none from before', () => {
  const pages = comparisonPages(toolkit, compareEditions(toolkit), {baseUrl: '/'});
  const notesOn = (address: string) => {
    const page = pages.find((candidate) => candidate.address === address);
    return page?.body().html.split('<bdi>There is a new page').length;
  };
  expect([notesOn('/editions/2026-09/live/houses/'), notesOn('/editions/2026-10/live/houses/')]).toEqual([3, 2]);
});

test('the changes since an edition are the major ones that concern its pages, newest first', () => {
  const [newest, oldest] = toolkit.editions;
  expect(newest && changesSince(toolkit, newest).map(({slug}) => slug)).toEqual(['2026-10-20']);
  expect(oldest && changesSince(toolkit, oldest).map(({slug}) => slug)).toEqual(['2026-10-20', '2026-10-01']);
});
