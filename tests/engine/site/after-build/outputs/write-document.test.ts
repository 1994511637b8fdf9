import {expect, test} from 'vitest';
import {documentFiles} from '../../../../../src/features/document/join-pages.ts';
import {html, read, siteWith} from '../built-site.ts';

const [FIRST, SECOND] = [2, 3].map((page) => `toolkit/document/page/${page}/index.html`) as [string, string];
const pages = {
  'toolkit/index.html': html('', '<article><h1>Start</h1><p>It costs $&amp; and $1.</p></article>'),
  'toolkit/priorities/homes/index.html': html(
    '',
    '<article><h1>Homes</h1><p><a href="/toolkit/">Start</a></p></article>',
  ),
};
const toolkit = {
  'navigation.json': JSON.stringify({
    sidebars: {toolkit: ['index', {type: 'category', label: 'Priorities', items: ['priorities/homes']}]},
  }),
};
const room = '<h1>Part</h1><div data-document="true"></div><footer>foot</footer>';

test('the text of every live page is in the part of the document that it belongs to, letter by letter', async () => {
  const site = siteWith({...pages, [FIRST]: html('<title>1</title>', room), [SECOND]: html('', room)}, {toolkit});
  site.output.write(await documentFiles(site));
  const first = read(site, FIRST);
  expect(first).toMatch(
    /<title>1<\/title>.*<h1>Part<\/h1><div data-document="true"><article .*<h2>Start<\/h2>.*<footer>/s,
  );
  expect(first).toContain('It costs $&amp; and $1.');
  expect(first).not.toContain('<h2>Homes</h2>');
  expect(read(site, SECOND)).toContain('<h2>Homes</h2><p><a href="/toolkit/document/page/2/#toolkit">Start</a></p>');
});
