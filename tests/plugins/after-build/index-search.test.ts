import {readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {listFiles} from '../../../src/plugins/after-build/built-site.ts';
import {indexSearch} from '../../../src/plugins/after-build/steps/index-search.ts';
import {html, siteWith} from './built-site.ts';

const names = ['a', 'b', 'c', 'd'];
const pages = names.map((name) => [
  `${name}/index.html`,
  html(`<title>${name}</title>`, `<main data-pagefind-body><h1>${name}</h1>river ${name}</main>`),
]);
const other = ['404.html', html('', '<main>nothing here</main>')];

test('pages that mark their words can be found, others and unused search boxes are left out', async () => {
  const site = siteWith(Object.fromEntries([...pages, other]));
  await indexSearch(site);
  const files = await listFiles({dir: path.join(site.dir, 'pagefind')});
  const fragments = files.filter((file) => file.endsWith('.pf_fragment'));
  const found = fragments.map((file) => gunzipSync(readFileSync(path.join(site.dir, 'pagefind', file))).toString());
  expect(found.map((text) => /"url":"([^"]*)"/.exec(text)?.[1]).sort()).toEqual(['/a/', '/b/', '/c/', '/d/']);
  expect(files).toContain('pagefind.js');
  expect(files.filter((file) => /ui|highlight/.test(file))).toEqual([]);
});

test('the order in which files were written does not change a byte', async () => {
  const indexes = [];
  for (const written of [pages, pages.toReversed()]) {
    const site = siteWith(Object.fromEntries(written));
    await indexSearch(site);
    indexes.push((await listFiles(site)).map((file) => [file, readFileSync(path.join(site.dir, file), 'base64')]));
  }
  expect(indexes[0]).toEqual(indexes[1]);
});
