import {expect, test} from 'vitest';
import {writeDocument} from '../../../../../src/site/after-build/steps/write-document.ts';
import {html, read, siteWith} from '../built-site.ts';

const FILE = 'toolkit/document/index.html';
const pages = {
  'toolkit/index.html': html('', '<article><h1>Start</h1><p>It costs $& and $1.</p></article>'),
  'toolkit/priorities/homes/index.html': html('', '<article><h1>Homes</h1></article>'),
};

test('the words of every live page take the room that the theme left, in order and letter by letter', async () => {
  const room = '<h1>All</h1><div data-document="true"><p>later</p></div><footer>foot</footer>';
  const site = siteWith({...pages, [FILE]: html('<title>All</title>', room)});
  await writeDocument(site);
  const document = read(site, FILE);
  expect(document).toMatch(
    /<title>All<\/title>.*<h1>All<\/h1><article .*<h2>Start<\/h2>.*<h2>Homes<\/h2>.*<footer>foot/,
  );
  expect(document).toContain('It costs $&amp; and $1.');
  expect(document).not.toContain('later');
  expect(document).toMatch(/fingerprint <code>[0-9a-f]{16}<\/code>/);
});

test('a theme without room for the sections is a fault of the build', async () => {
  await expect(writeDocument(siteWith({...pages, [FILE]: html('')}))).rejects.toThrow(
    'no element with `data-document`',
  );
});
