import {expect, test} from 'vitest';
import {changesSince} from '../../../src/content/differences/changes-since.ts';
import {compareEditions} from '../../../src/content/differences/compare-editions.ts';
import {summarise} from '../../../src/content/differences/comparison-summary.ts';
import {renderSinceCsv} from '../../../src/content/differences/render-since-csv.ts';
import {toldBetween} from '../../../src/content/differences/told-between.ts';
import {updateExample} from '../../../src/content/examples/example-files.ts';
import {page, toolkitWith} from '../../support/sound-toolkit.ts';

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
const comparisons = compareEditions(toolkit).map(summarise);

test('neighbours are compared, and each edition with the live text', () => {
  expect(comparisons.map(({from, to}) => `${from} ${to}`)).toEqual(['2026-09 2026-10', '2026-09 live', '2026-10 live']);
});

test('two editions tell which pages changed, which are gone and which are the same', () => {
  expect(comparisons[0]).toEqual({
    from: '2026-09',
    to: '2026-10',
    added: [],
    removed: [{id: 'ferry', title: 'The ferry', address: '/toolkit/2026-09/ferry/'}],
    kept: [
      {
        kind: 'changed',
        id: 'homes',
        title: 'Homes',
        address: '/toolkit/2026-10/homes/',
        measure: '1 paragraph changed',
        difference: '/editions/2026-09/2026-10/homes/',
      },
    ],
    same: 1,
  });
});

test('a page that moved and one that was withdrawn are told as such', () => {
  const {kept, added} = comparisons[2] ?? {kept: [], added: []};
  expect(added.map(({id}) => id)).toEqual(['priorities/homes']);
  expect(kept).toEqual([
    expect.objectContaining({
      kind: 'moved',
      id: 'houses',
      movedFrom: '/toolkit/2026-10/homes/',
      difference: '/editions/2026-10/live/houses/',
    }),
    expect.objectContaining({kind: 'withdrawn', id: 'index', difference: '/editions/2026-10/live/index/'}),
  ]);
});

test('what readers were told between two editions leaves out what came before and after', () => {
  const notesOn = (from: string, to: string) => toldBetween(toolkit, {from, to})(['homes', 'houses']).length;
  expect([notesOn('2026-09', '2026-10'), notesOn('2026-10', 'live'), notesOn('2026-09', 'live')]).toEqual([1, 1, 2]);
});

test('the changes since an edition are the major ones that concern its pages, newest first', () => {
  const [newest, oldest] = toolkit.editions;
  expect(newest && changesSince(toolkit, newest).map(({slug}) => slug)).toEqual(['2026-10-20']);
  expect(oldest && changesSince(toolkit, oldest).map(({slug}) => slug)).toEqual(['2026-10-20', '2026-10-01']);
});

test('a spreadsheet gets each change with its days, its addresses and what to do, and runs none of it', () => {
  const csv = renderSinceCsv(
    [
      {
        slug: '2026-10-20',
        title: 'Doors, "all" of them',
        published: {earliest: '2026-10-01', latest: '2026-10-20'},
        changes: [
          {
            nth: 1,
            kind: 'content-changed',
            significance: 'major',
            pages: ['houses', 'index'],
            note: '=1+1 is no formula here.',
            what_to_do: 'Count your doors.',
          },
        ],
      },
    ],
    (address) => `https://flood.example${address}`,
  );
  expect(csv.split('\r\n')[1]).toBe(
    '2026-10-01,2026-10-20,"Doors, ""all"" of them",https://flood.example/updates/2026-10-20/,Changed,houses | index,https://flood.example/toolkit/houses/ | https://flood.example/toolkit/,\'=1+1 is no formula here.,,,Count your doors.',
  );
});
