import {expect, test} from 'vitest';
import {catalogueOf, pageNamed, readInstead} from '../../../../src/content/pages/catalogue.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

test('a page is found by the id that it had before it moved', () => {
  const {pages} = catalogueOf(toolkitWith({'docs/boats.md': page('Boats', 'redirect_from: [/toolkit/old/boats/]\n')}));
  expect(pageNamed(pages, 'old/boats')?.id).toBe('boats');
  expect(pageNamed(pages, 'old/ships')).toBeUndefined();
});

test('of pages that were withdrawn one after the other, the first that holds is to be read', () => {
  const gone = (title: string, successor: string) =>
    page(title, `withdrawn: {on: 2026-01-02, why: The river took another way., replaced_by: ${successor}}\n`);
  const {pages} = catalogueOf(
    toolkitWith({
      'docs/a.md': gone('A way', 'b'),
      'docs/b.md': gone('B way', 'priorities/homes'),
      'docs/c.md': gone('C way', 'd'),
      'docs/d.md': gone('D way', 'c'),
    }),
  );
  const instead = (id: string) => readInstead(pages, pageNamed(pages, id)?.withdrawn ?? {on: '', why: ''})?.id;
  expect([instead('a'), instead('b'), instead('c')]).toEqual(['priorities/homes', 'priorities/homes', undefined]);
});
