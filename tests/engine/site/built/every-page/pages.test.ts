import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {measureShell} from '../../../../../scripts/bench/measure-weight.ts';
import {builtPage, readBuiltPages} from '../../../support/sites/built-page.ts';
import {judgePage} from '../../../support/sites/check-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

const expected = {url: 'https://flood.example', baseUrl: '/flood/', language: 'en-GB'};

/** What a reader on a slow line pays for each page beside its words. */
const MOST_BYTES = 16_000;

describe.each(['flood', 'large'] as const)('the built %s site', (name) => {
  const folder = siteFolder(name);
  const pages = readBuiltPages(folder);

  test('has a page for what is missing', () => {
    expect(pages.map(({file}) => file)).toContain('404.html');
  });

  test.each(pages.map((page) => ({file: page.file, page})))('$file is sound', ({page}) => {
    expect(judgePage(page, expected)).toEqual([]);
  });

  test('no two pages have the same title', () => {
    const titles = pages.filter(({isRedirect}) => !isRedirect).map(({$}) => $('title').text());
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('all that is not the words of a page, styles and scripts included, weighs less than 16 KB', async () => {
    // The whole toolkit as one document is a page of its own kind: its contents list alone names every page.
    const weighed = pages.filter(({isRedirect, $}) => !isRedirect && $('article').length === 1);
    const bytes = await Promise.all(
      weighed.map(async ({file}) => ({file, bytes: await measureShell(folder, path.dirname(file))})),
    );
    expect(bytes.length).toBeGreaterThan(10);
    expect(bytes.filter((page) => page.bytes >= MOST_BYTES)).toEqual([]);
  });

  test('nothing of React is left on disk', () => {
    expect(existsSync(path.join(folder, 'assets', 'js'))).toBe(false);
  });

  test('sitemap names every page that may be found, and no other', () => {
    const sitemap = readFileSync(path.join(folder, 'sitemap.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
    const indexable = pages
      .filter(({isRedirect, file}) => !isRedirect && !/^toolkit\/\d{4}-\d{2}/.test(file))
      .filter(({file, $}) => file !== '404.html' && !$('meta[name="robots"]').attr('content')?.includes('noindex'))
      .map(({file}) => `${expected.url}${expected.baseUrl}${file.replace(/index\.html$/, '')}`)
      .filter((address) => !address.endsWith('/search/'));
    expect(listed.sort()).toEqual(indexable.sort());
  });
});

test('every fault that a page can have is found', () => {
  const bad = builtPage(
    'toolkit/index.html',
    `<html lang="de"><head><meta name="generator" content="x"><script>run()</script><script src="/assets/js/main.js"></script></head>
     <body onload="run()"><!-- c --><nav></nav><nav aria-label="A"></nav><nav aria-label="A"></nav><h1></h1><h1>B</h1><p style="color:red" id="a"></p><p id="a"></p><img src="x.png"></body></html>`,
  );
  const found = judgePage(bad, {url: 'https://toolkit.example', baseUrl: '/', language: 'en-GB'});
  expect(found).toMatchSnapshot();
});
