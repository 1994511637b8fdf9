import {expect, test} from 'vitest';
import {writeSitemap} from '../../../../../src/site/after-build/steps/write-sitemap.ts';
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
