import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {updateDifferences} from '../../../../../src/changes/updates/update-differences.ts';
import {FRAME, updateDifferenceAddress} from '../../../../../src/content/addresses/difference-addresses.ts';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {openBuilt, readBuiltPages, squeeze} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

function open(address: string) {
  return openBuilt(siteFolder('flood'), address);
}

test('every difference since launch has a page, a link on the page of its update and one in the history of its page', async () => {
  const toolkit = await loadToolkit(path.dirname(siteFolder('flood')));
  const found = updateDifferences(toolkit);
  expect(found.length).toBeGreaterThan(1);
  for (const {slug, pageId, now} of found) {
    const address = updateDifferenceAddress(slug, pageId);
    const href = `/flood${address}`;
    expect(existsSync(path.join(siteFolder('flood'), address, 'index.html')), address).toBe(true);
    expect(open(`/updates/${slug}/`)(`main a[href="${href}"]`).length, address).toBeGreaterThan(0);
    const page = [...toolkit.pages, ...toolkit.caseStudies].find(({id}) => id === now);
    if (page && now !== 'index')
      expect(open(page.address)(`.history a[href="${href}"]`).length, address).toBeGreaterThan(0);
  }
});

test('before launch there are none, and no page links to one', () => {
  // The larger toolkit was launched on 20 November 2026.
  const pages = readBuiltPages(siteFolder('large'));
  expect(pages.filter(({file}) => /^updates\/.+\/changes\//.test(file))).toEqual([]);
  for (const {file, $} of pages) {
    expect($('a[href^="/flood/updates/"][href*="/changes/"]').length, file).toBe(0);
  }
});

test('a difference says what readers were told, how much changed and the text itself, with the site at another base', () => {
  const $ = open('/updates/2026-11-16/changes/case-studies/lower-ford-pumps/');
  expect($('h1').text()).toBe($('.breadcrumbs [aria-current]').text());
  expect($('link[rel="canonical"]').attr('href')).toBe(
    'https://flood.example/flood/updates/2026-11-16/changes/case-studies/lower-ford-pumps/',
  );
  expect($('.main-nav a[aria-current="true"]').text()).toBe('Updates');
  const facts = squeeze($('.facts').text());
  expect(facts).toContain('leads to the report that each figure is from');
  expect(facts).toContain('Who is affectedClerks who quote the figures.');
  expect(facts).toContain('What to doRead the report before you quote the cost of the shed.');
  expect(facts).toContain('How much2 links changed; 2 facts added.');
  expect($('ins').length).toBeGreaterThan(0);
  expect($('main a[href="/flood/updates/2026-11-16/"]').length).toBeGreaterThan(0);
  expect($('main a[href="/flood/toolkit/case-studies/lower-ford-pumps/#page-updates"]').length).toBe(1);
});

test('a chart that was added counts as text of its page', () => {
  const $ = open('/updates/2026-11-16/changes/index/');
  expect($('main').text()).toContain('Highest level of the river each winter');
});

test('differences are not listed for search engines, and no frame is left', () => {
  const sitemap = readFileSync(path.join(siteFolder('flood'), 'sitemap.xml'), 'utf8');
  expect(sitemap).not.toMatch(/\/changes\/|\/live\/[^<]/);
  const pages = readBuiltPages(siteFolder('flood'));
  const differences = pages.filter(({html}) => html.includes('class="difference"'));
  expect(differences.length).toBeGreaterThan(0);
  for (const {file, $, html} of differences) {
    expect($('meta[name="robots"]').attr('content'), file).toBe('noindex');
    expect(html, file).not.toContain('application/ld+json');
  }
  const places = Object.values(FRAME);
  const left = pages.filter(({html, file}) => places.some((place) => `${file}${html}`.includes(place)));
  expect(left.map(({file}) => file)).toEqual([]);
});

test('the pages since an edition have the notes of later updates, as its own pages do, and it has no difference of its own', () => {
  const since = open('/editions/2026-11/');
  expect(since('li a[href="/flood/toolkit/case-studies/lower-ford-pumps/"]').length).toBe(1);
  for (const $ of [since, open('/toolkit/2026-11/case-studies/lower-ford-pumps/')]) {
    const notes = squeeze($('main section > .history-list, .notice .history-list').text());
    expect(notes).toContain('the case study leads to the report that each figure is from.');
    expect(notes).not.toContain('2 November');
  }
  const redirects = readBuiltPages(siteFolder('flood')).filter(({file}) => file.startsWith('editions/2026-11/live/'));
  expect(redirects.length).toBeGreaterThan(1);
  expect(redirects.filter(({$}) => $('[data-to]').length === 0).map(({file}) => file)).toEqual([]);
});
