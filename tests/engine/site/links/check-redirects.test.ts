import {expect, test} from 'vitest';
import {checkRedirects} from '../../../../src/site/links/check-built-site.ts';
import {collectLinks} from '../../../../src/site/links/collect-links.ts';

/** What is said of built pages, each with the address that it sends readers to, or none. */
function judged(pages: Readonly<Record<string, string | undefined>>): string[] {
  const built = Object.entries(pages).map(([file, to]) => {
    const html =
      to === undefined ? '<h1>A page</h1>' : `<noscript><meta http-equiv="refresh" content="0; url=${to}"></noscript>`;
    return {...collectLinks(html), file};
  });
  const site = {url: 'https://flood.example', baseUrl: '/flood/', pages: built, files: new Set(Object.keys(pages))};
  return checkRedirects(site).map(({path, problem}) => `${path}: ${problem}`);
}

test('a redirect leads to a page in one step', () => {
  expect(
    judged({'old/index.html': '/flood/new/', 'older/index.html': '/flood/new/', 'new/index.html': undefined}),
  ).toEqual([]);
  expect(judged({'old/index.html': 'https://elsewhere.example/'})).toEqual([]);
});

test('a chain, a circle and a redirect to itself are found', () => {
  expect(judged({'a/index.html': '/flood/b/', 'b/index.html': '/flood/c/', 'c/index.html': undefined})).toEqual([
    'a/index.html: redirect leads to `/b/`, which leads on to `/c/`, expected a page in one step',
  ]);
  expect(judged({'a/index.html': '/flood/b/', 'b/index.html': '../a/'})).toEqual([
    'a/index.html: redirect leads to `/b/`, which leads on to `/a/`, expected a page in one step',
    'b/index.html: redirect leads to `/a/`, which leads on to `/b/`, expected a page in one step',
  ]);
  expect(judged({'a/index.html': '/flood/a/'})).toEqual([
    'a/index.html: redirect leads to itself, expected a page in one step',
  ]);
});
