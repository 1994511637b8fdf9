import {expect, test} from 'vitest';
import {writeApi} from '../../../../../src/site/after-build/steps/write-api.ts';
import {has, html, read, siteWith} from '../built-site.ts';

const pages = {
  'toolkit/index.html': html('', '<div class="prose"><p>See <a href="/toolkit/priorities/homes/">homes</a>.</p></div>'),
  'toolkit/priorities/homes/index.html': html('', '<div class="prose"><p>Words.</p></div>'),
};

test('each page is laid down as data, with the words as they were built', async () => {
  const site = siteWith(pages);
  await writeApi(site);
  const {title, details} = JSON.parse(read(site, 'api/content/toolkit.json'));
  expect([title, details.body]).toEqual([
    'Start',
    '<p>See <a href="https://flood.example/toolkit/priorities/homes/">homes</a>.</p>',
  ]);
  for (const file of ['index.json', 'changes/index.json', 'case-studies.csv'])
    expect(has(site, `api/${file}`), file).toBe(true);
});

test('a page that was not built is a fault of the build', async () => {
  await expect(writeApi(siteWith({}))).rejects.toThrow('ENOENT');
});

test('each page is there as Markdown next to it', async () => {
  const site = siteWith(pages, {baseUrl: '/flood/'});
  await writeApi(site);
  expect(read(site, 'toolkit/priorities/homes/index.html.md')).toMatch(
    /^---\ntitle: Homes\n[\s\S]+\n---\n\nWords\.\n$/,
  );
});
