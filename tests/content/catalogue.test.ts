import {expect, test} from 'vitest';
import {catalogueOf, withoutWithdrawn} from '../../src/content/catalogue.ts';
import {page, toolkitWith} from '../support/sound-toolkit.ts';

test('pages are sorted by title, and lists that offer pages leave out what was withdrawn', () => {
  const {pages} = catalogueOf(
    toolkitWith({
      'docs/boats.md': page('boats'),
      'docs/old.md': page('A page of old', 'withdrawn:\n  on: 2026-01-02\n  why: The river took another way.\n'),
    }),
  );
  expect(pages.map(({title}) => title)).toEqual(['A page of old', 'boats', 'Homes', 'Start']);
  expect(withoutWithdrawn(pages).map(({title}) => title)).toEqual(['boats', 'Homes', 'Start']);
});
