import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {caseStudyExample} from '../../../../../src/checks/examples/example-files.ts';
import {fileOfAddress} from '../../../../../src/model/routes/addresses.ts';
import {generatedPages} from '../../../../../src/model/routes/generated-routes.ts';
import {indexSearch} from '../../../../../src/site/after-build/steps/index-search.ts';
import {config} from '../../../support/toolkits/sound-toolkit.ts';
import {html, read, siteWith} from '../built-site.ts';

/** The files of an edition with one page. */
const edition = {
  'versioned_docs/version-2026-10/case-studies/weir.md': caseStudyExample(),
  'versions.json': '["2026-10"]',
};
const names = ['a', 'b', 'c', 'd'];
const pages = names.map((name) => [
  `${name}/index.html`,
  html(`<title>${name}</title>`, `<main data-pagefind-body><h1>${name}</h1>river ${name}</main>`),
]);
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** What results show of each page in an index, by address. */
function readResults(dir: string, index = 'pagefind'): Map<string, Fragment> {
  const folder = path.join(dir, index, 'fragment');
  const files = readdirSync(folder).map((file) => gunzipSync(readFileSync(path.join(folder, file))).toString());
  const found = files.map((text): Fragment => JSON.parse(text.replace(/^pagefind_dcd/, '')));
  return new Map(found.map((fragment) => [fragment.url, fragment]));
}
const other = ['404.html', html('', '<main>nothing here</main>')];

test('pages that mark their words can be found, others and unused search boxes are left out', async () => {
  const site = siteWith(Object.fromEntries([...pages, other]));
  await indexSearch(site);
  const files = site.output.list();
  expect([...readResults(site.dir).keys()].sort()).toEqual(['/a/', '/b/', '/c/', '/d/']);
  expect(files).toContain('pagefind/pagefind.js');
  expect(files.filter((file) => /ui|highlight|worker/.test(file))).toEqual([]);
});

test('pages that the build makes are found by name, and their words are not: those stand on other pages', async () => {
  const made = generatedPages(config)
    .slice(1)
    .map(({address}) => [fileOfAddress(address), html('', '<main>a flooded cellar</main>')]);
  const site = siteWith(Object.fromEntries([...pages, ...made]));
  await indexSearch(site);
  const found = readResults(site.dir);
  for (const {address, title, about} of generatedPages(config).slice(1)) {
    expect(found.get(address)?.meta).toMatchObject({title, text: about});
  }
  expect(found.size).toBe(pages.length + made.length);
});

test('results are loaded with title, kind, facts, lead and the text for excerpts, without other words for it', async () => {
  const article = (head: string) =>
    `<article data-pagefind-body data-pagefind-meta="kind:Case study">${head} A flooded cellar.</article>`;
  const lead = '<h1>The weir</h1> <p data-pagefind-meta="lead">How a weir was kept.</p>';
  const site = siteWith(
    {
      'toolkit/case-studies/weir/index.html': html('', article(lead)),
      'toolkit/2026-10/case-studies/weir/index.html': html('', article(lead)),
      'toolkit/2026-10/index.html': html('', article('<h1>Start</h1>')),
      'updates/1/index.html': html('', article(`<h1>An update</h1> ${'More words. '.repeat(40)}`)),
    },
    {toolkit: {...edition, 'docs/case-studies/weir.md': caseStudyExample()}},
  );
  await indexSearch(site);
  const live = readResults(site.dir);
  expect(live.get('/toolkit/case-studies/weir/')).toMatchObject({
    content: 'The weir. How a weir was kept. A flooded cellar.',
    meta: {title: 'The weir', kind: 'Case study', facts: 'Lower Ford', text: 'How a weir was kept.'},
  });
  expect(live.get('/updates/1/')?.meta.text).toMatch(/^More words\. .{120,150} …$/);
  expect([...live.keys()].sort()).toEqual(['/toolkit/case-studies/weir/', '/updates/1/']);
  const older = readResults(site.dir, 'pagefind/editions');
  expect([...older.values()].map(({url, meta}) => [url, meta.facts]).sort()).toEqual([
    ['/toolkit/2026-10/', 'Edition 2026-10'],
    ['/toolkit/2026-10/case-studies/weir/', 'Edition 2026-10'],
  ]);
});

test('words of pages are kept for misspelt queries, if they are on two pages or in a title', async () => {
  const page = (title: string, text: string) => html('', `<main data-pagefind-body><h1>${title}</h1> ${text}</main>`);
  const site = siteWith({
    'a/index.html': page('Floods', 'A cellar in autumn.'),
    'b/index.html': page('Start', 'A cellar in winter.'),
  });
  await indexSearch(site);
  expect(JSON.parse(read(site, 'pagefind/words.json'))).toEqual(['cellar', 'floods', 'start']);
});

test('the order in which files were written does not change a byte', async () => {
  const indexes = [];
  for (const written of [pages, pages.toReversed()]) {
    const site = siteWith(Object.fromEntries(written));
    await indexSearch(site);
    indexes.push(site.output.list().map((file) => [file, readFileSync(path.join(site.dir, file), 'base64')]));
  }
  expect(indexes[0]).toEqual(indexes[1]);
});
