import {expect, test} from 'vitest';
import {frozenPage} from '../../../../src/changes/editions/frozen-page.ts';

const record = (fingerprint: string) => ({fingerprint, history: {major: [], minor: [], older: []}});
const edition = (name: string, isRestated = false) => ({
  name,
  isRestated,
  about: '',
  complete: true,
  pages: 1,
  redactions: [],
});

const CONFIG = {pages_at: '/toolkit/'};

const RECORDS = {
  editions: [edition('2026-11'), edition('2026-01'), edition('2017-03', true)],
  pages: {
    boats: record('a'),
    homes: record('b'),
    mills: record('c'),
    '2026-11:ships': record('a'),
    '2026-01:boats': record('z'),
    '2026-01:homes': record('x'),
    '2017-03:homes': record('b'),
    '2017-03:mills': record('c'),
  },
};

test('a page is cited from the newest edition that has it, by the id it had there', () => {
  expect(frozenPage(CONFIG, ['boats', 'ships'], RECORDS)).toEqual({
    edition: edition('2026-11'),
    address: '/toolkit/2026-11/ships/',
    isSame: true,
  });
  expect(frozenPage(CONFIG, ['boats'], RECORDS)).toMatchObject({edition: {name: '2026-01'}, isSame: false});
});

test('an older edition with the same words is no better than a newer one, and one that restates another text is none', () => {
  expect(frozenPage(CONFIG, ['homes'], RECORDS)).toEqual({
    edition: edition('2026-01'),
    address: '/toolkit/2026-01/homes/',
    isSame: false,
  });
  expect(frozenPage(CONFIG, ['mills'], RECORDS)).toBeUndefined();
});
