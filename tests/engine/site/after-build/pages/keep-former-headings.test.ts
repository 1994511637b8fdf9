import {load} from 'cheerio';
import {expect, test} from 'vitest';
import {collectLinks} from '../../../../../src/links/collect-links.ts';
import {keepFormerHeadings} from '../../../../../src/site/after-build/steps/make-pages-static.ts';
import {page, toolkitWith} from '../../../support/toolkits/sound-toolkit.ts';

const toolkit = toolkitWith({
  'docs/wardens.md': page('Wardens', 'former_headings: {boats: rowing-boats, "1st": rowing-boats, lost: gone}\n'),
});

const BUILT =
  '<main><article><h1>Wardens</h1><h2 id="rowing-boats">Rowing boats</h2><p id="gone">Words.</p></article></main>';

function kept(html: string, address: string): string {
  const $ = load(html);
  keepFormerHeadings(toolkit)($, {file: 'toolkit/wardens/index.html', address});
  return $('main').html() ?? '';
}

test('each anchor that a heading had stands inside the heading of today, where the judge of links finds it', () => {
  const html = kept(BUILT, '/toolkit/wardens/');
  expect(html).toContain('<h2 id="rowing-boats"><span id="1st"></span><span id="boats"></span>Rowing boats</h2>');
  expect([...collectLinks(html).anchors].sort()).toEqual(['1st', 'boats', 'gone', 'rowing-boats']);
});

test('other pages, those of editions among them, stay as they are', () => {
  for (const address of ['/toolkit/2026-11/wardens/', '/toolkit/homes/']) {
    expect(kept(BUILT, address)).toBe(
      '<article><h1>Wardens</h1><h2 id="rowing-boats">Rowing boats</h2><p id="gone">Words.</p></article>',
    );
  }
});
