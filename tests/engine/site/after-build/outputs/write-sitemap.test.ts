import {expect, test} from 'vitest';
import {writeSitemap} from '../../../../../src/site/after-build/steps/write-sitemap.ts';
import {note, updateFile} from '../../../support/feeds/updates.ts';
import {page} from '../../../support/toolkits/sound-toolkit.ts';
import {html, read, siteWith} from '../built-site.ts';

test.each(['/', '/flood/'])('under %s, lists the pages that may be found, sorted and escaped', async (baseUrl) => {
  const site = siteWith(
    {
      'index.html': html(''),
      "b & 'c'/index.html": html(''),
      'a é/index.html': html(`<link rel=canonical href=https://flood.example${baseUrl}a%20%C3%A9/>`),
      '404.html': html(''),
      'search/index.html': html(''),
      'moved/index.html': html('<meta name=robots content=noindex>'),
      'old/index.html': html(`<link rel=canonical href=https://flood.example${baseUrl}new/>`),
    },
    {baseUrl},
  );
  await writeSitemap(site);
  const listed = [...read(site, 'sitemap.xml').matchAll(/<loc>(.*)<\/loc>/g)].map(([, url]) => url);
  expect(listed).toEqual(
    ['', 'a%20%C3%A9/', 'b%20&amp;%20&#39;c&#39;/'].map((path) => `https://flood.example${baseUrl}${path}`),
  );
  expect(read(site, 'robots.txt')).toContain(`Sitemap: https://flood.example${baseUrl}sitemap.xml\n`);
});

test('a page has the day of its newest change, small ones among them, and an update its own; others have none', async () => {
  const toolkit = {
    'docs/wardens.md': page('Wardens', 'redirect_from: [/toolkit/old-wardens/]\n'),
    'docs/quiet.md': page('Quiet'),
    'blog/a.md': updateFile('2026-11-02', [note(['index', 'old-wardens'], 'Two pages were written.')]),
    'blog/b.md': updateFile('2026-11-16', [note(['index'], 'A comma was put right.', {significance: 'minor'})]),
    'blog/c.md': updateFile('ranged', [note(['priorities/homes'], 'Homes were written of.')], {
      range: ['2016-01-01', '2017-03-28'],
      date: '2016-05-05',
    }),
  };
  const addresses = ['', 'toolkit/', 'toolkit/wardens/', 'toolkit/quiet/', 'updates/ranged/'];
  const site = siteWith(Object.fromEntries(addresses.map((address) => [`${address}index.html`, html('')])), {toolkit});
  await writeSitemap(site);
  expect(read(site, 'sitemap.xml').match(/(?<=flood\.example).*(?=<\/url>)/g)).toEqual([
    '/</loc>',
    '/toolkit/</loc><lastmod>2026-11-16</lastmod>',
    '/toolkit/quiet/</loc>',
    '/toolkit/wardens/</loc><lastmod>2026-11-02</lastmod>',
    '/updates/ranged/</loc><lastmod>2017-03-28</lastmod>',
  ]);
});
