import {expect, test} from 'vitest';
import {figuresOf} from '../../../src/content/figures/figures.ts';
import {loadToolkit} from '../../../src/store/load-toolkit.ts';
import {ROOT} from '../../support/copy-toolkit.ts';

/** Pages that rest on a publication whose address names a person: their words name it, and link to nothing. */
const WITHOUT_ADDRESS = new Map([
  ['case-studies/greater-manchester-libraries-consortium', /\bblog post\b/],
  ['case-studies/wrexham-libraries', /\bslides\b/],
]);

test('every figure of this toolkit names a publication, and never a page that repeats it', async () => {
  const rows = figuresOf(await loadToolkit(ROOT)).pages.flatMap(({id, figures}) =>
    figures.map(({words, source}) => ({id, words, source})),
  );
  expect(rows.length).toBeGreaterThan(500);
  const unlinked = rows.filter(({source}) => !source?.url || source.url.startsWith('/'));
  expect(
    unlinked.filter(({id, words, source}) => !source || source.url || !WITHOUT_ADDRESS.get(id)?.test(words)),
  ).toEqual([]);
  expect(new Set(unlinked.map(({id}) => id))).toEqual(new Set(WITHOUT_ADDRESS.keys()));
});
