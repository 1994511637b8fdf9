import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {fileOfAddress} from '../../../../../src/model/routes/addresses.ts';
import {GENERATED_ROUTES} from '../../../../../src/model/routes/generated-routes.ts';
import {listBuiltFiles} from '../../../../../src/site/after-build/built-site.ts';
import {indexSearch} from '../../../../../src/site/after-build/steps/index-search.ts';
import {html, siteWith} from '../built-site.ts';

const names = ['a', 'b', 'c', 'd'];
const pages = names.map((name) => [
  `${name}/index.html`,
  html(`<title>${name}</title>`, `<main data-pagefind-body><h1>${name}</h1>river ${name}</main>`),
]);
const readFragments = (dir: string) =>
  readdirSync(path.join(dir, 'pagefind', 'fragment'))
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => gunzipSync(readFileSync(path.join(dir, 'pagefind', 'fragment', file))).toString());
const other = ['404.html', html('', '<main>nothing here</main>')];

test('pages that mark their words can be found, others and unused search boxes are left out', async () => {
  const site = siteWith(Object.fromEntries([...pages, other]));
  await indexSearch(site);
  const files = await listBuiltFiles({dir: path.join(site.dir, 'pagefind')});
  expect(
    readFragments(site.dir)
      .map((text) => /"url":"([^"]*)"/.exec(text)?.[1])
      .sort(),
  ).toEqual(['/a/', '/b/', '/c/', '/d/']);
  expect(files).toContain('pagefind.js');
  expect(files.filter((file) => /ui|highlight/.test(file))).toEqual([]);
});

test('pages that the build makes are found by name, and their words are not: those stand on other pages', async () => {
  const made = GENERATED_ROUTES.slice(1).map(({address}) => [
    fileOfAddress(address),
    html('', '<main>a flooded cellar</main>'),
  ]);
  const site = siteWith(Object.fromEntries([...pages, ...made]));
  await indexSearch(site);
  const found = readFragments(site.dir);
  for (const {address, title, about} of GENERATED_ROUTES.slice(1)) {
    expect(found.find((text) => text.includes(`"url":"${address}"`))).toContain(`${title}. ${about}`);
  }
  expect(found.length).toBe(pages.length + made.length);
  expect(found.join('')).not.toContain('cellar');
});

test('the order in which files were written does not change a byte', async () => {
  const indexes = [];
  for (const written of [pages, pages.toReversed()]) {
    const site = siteWith(Object.fromEntries(written));
    await indexSearch(site);
    indexes.push((await listBuiltFiles(site)).map((file) => [file, readFileSync(path.join(site.dir, file), 'base64')]));
  }
  expect(indexes[0]).toEqual(indexes[1]);
});
