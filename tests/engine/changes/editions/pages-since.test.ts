import {expect, test} from 'vitest';
import {pagesSince} from '../../../../src/changes/editions/pages-since.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const text = (title: string, words: string, more = '') => page(title, more).replace('Words.', words);

const FILES = {
  'versioned_docs/version-2026-09/index.md': text('Start', 'Words.'),
  'versioned_docs/version-2026-09/barge.md': text('The barge', 'It runs on Sundays.'),
  'versioned_docs/version-2026-09/homes.md': text('Homes', 'Sandbags for some doors.'),
  'versioned_docs/version-2026-10/index.md': text('Start', 'Words.'),
  'versioned_docs/version-2026-10/homes.md': text('Homes', 'Sandbags for most doors.'),
  'versioned_docs/version-2026-10/ferry.md': text('The ferry', 'It runs on Sundays.'),
  'docs/river/ferry.md': text('The ferry', 'It runs on Sundays.', 'redirect_from: [/toolkit/ferry/]\n'),
  'docs/houses.md': text('Houses', 'Sandbags for every door.', 'redirect_from: [/toolkit/homes/]\n'),
  'docs/index.md': text('Start', 'Words.', 'withdrawn: {on: 2026-11-20, why: Another book has it all.}\n'),
  'handbook/about.md': text('About', 'Words.'),
};

const toolkit = toolkitWith(FILES);

function since(edition: string) {
  const found = toolkit.editions.find(({name}) => name === edition);
  if (!found) throw new Error(`no edition ${edition}`);
  return pagesSince(toolkit, found).map(({kind, address}) => `${kind} ${address}`);
}

test('the pages since an edition are new ones, then those that changed or were withdrawn, wherever they are now, then those that are gone', () => {
  expect(since('2026-09')).toEqual([
    'added /toolkit/priorities/homes/',
    'added /toolkit/river/ferry/',
    'changed /toolkit/houses/',
    'changed /toolkit/',
    'removed /toolkit/2026-09/barge/',
  ]);
  // The ferry has only moved since.
  expect(since('2026-10')).toEqual([
    'added /toolkit/priorities/homes/',
    'changed /toolkit/houses/',
    'changed /toolkit/',
  ]);
});
