import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, inject, test} from 'vitest';
import {updateDifferenceAddress} from '../../src/content/differences/addresses.ts';
import {updateDifferences} from '../../src/content/differences/update-differences.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {openBuilt, readBuiltPages, squeeze} from '../support/built-page.ts';
import {ROOT} from '../support/copy-toolkit.ts';

const sites = inject('sites');

function open(site: 'toolkit' | 'flood', address: string) {
  return openBuilt(sites[site], address);
}

test('every difference on record has a page, a door on the page of its update and one in the history of its page', async () => {
  const toolkit = await loadToolkit(ROOT);
  const found = updateDifferences(toolkit);
  expect(found.length).toBeGreaterThan(50);
  for (const {slug, pageId, now} of found) {
    const address = updateDifferenceAddress(slug, pageId);
    expect(existsSync(path.join(sites.toolkit, address, 'index.html')), address).toBe(true);
    expect(open('toolkit', `/updates/${slug}/`)(`main a[href="${address}"]`).length, address).toBeGreaterThan(0);
    const page = toolkit.pages.concat(toolkit.caseStudies as never).find(({id}) => id === now);
    if (page && now !== 'index')
      expect(open('toolkit', page.address)(`.history a[href="${address}"]`).length, address).toBeGreaterThan(0);
  }
});

test('a difference tells what readers were told, how much changed and the words themselves, with the site at another base', () => {
  const $ = open('flood', '/updates/2026-11-16/changes/case-studies/lower-ford-pumps/');
  expect($('h1').text()).toBe($('.breadcrumbs [aria-current]').text());
  const facts = squeeze($('.facts-list').text());
  expect(facts).toContain('leads to the report that each figure is from');
  expect(facts).toContain('Who is affectedClerks who quote the figures.');
  expect(facts).toContain('What to doRead the report before you quote the cost of the shed.');
  expect(facts).toContain('How much2 links changed.');
  expect($('ins').length).toBeGreaterThan(0);
  expect($('main a[href="/flood/updates/2026-11-16/"]').length).toBeGreaterThan(0);
  expect($('main a[href="/flood/toolkit/case-studies/lower-ford-pumps/#page-updates"]').length).toBe(1);
});

test('a chart that came counts as words of its page', () => {
  const $ = open('flood', '/updates/2026-11-16/changes/index/');
  expect($('main').text()).toContain('Highest level of the river each winter');
});

test('differences are no pages to find: not in the sitemap, not in search, and no frame is left', () => {
  const sitemap = readFileSync(path.join(sites.toolkit, 'sitemap.xml'), 'utf8');
  expect(sitemap).not.toContain('/changes/');
  for (const {file, $, html} of readBuiltPages(sites.toolkit).filter((page) =>
    page.html.includes('class="difference"'),
  )) {
    expect($('meta[name="robots"]').attr('content'), file).toBe('noindex');
    expect($('[data-pagefind-body]').length, file).toBe(0);
    expect(html, file).not.toContain('application/ld+json');
  }
  const left = readBuiltPages(sites.toolkit).filter(({html, file}) => `${file}${html}`.includes('shell-'));
  expect(left.map(({file}) => file)).toEqual([]);
});

test('neighbouring changes of a page lead to each other, and back', () => {
  const address = '/updates/2026-11-24.7/changes/approaches/commissioning/';
  const earlier = open('toolkit', address)('.paginator [rel="prev"]').attr('href') ?? '';
  expect(earlier).toBe('/updates/2026-11-24.3/changes/approaches/commissioning/');
  expect(open('toolkit', earlier)('.paginator [rel="next"]').attr('href')).toBe(address);
});

test('an edition leads to what to do since, to every page that differs, and each of its pages to its difference', () => {
  const editions = open('toolkit', '/editions/');
  expect(editions('a[href="/editions/2017-03/"]').length).toBe(1);
  expect(editions('a[href="/editions/2017-03/live/"]').length).toBe(1);
  const comparison = open('toolkit', '/editions/2017-03/live/');
  const difference = '/editions/2017-03/live/approaches/commissioning/';
  expect(comparison(`main a[href="${difference}"]`).length).toBe(1);
  expect(open('toolkit', '/toolkit/2017-03/approaches/commissioning/')(`main a[href="${difference}"]`).length).toBe(1);
  expect(open('toolkit', difference)('main a[href="/toolkit/2017-03/approaches/commissioning/"]').length).toBe(1);
  const since = open('toolkit', '/editions/2017-03/');
  expect(since('main a[href="/editions/2017-03/2026-11/"]').length).toBe(1);
  const csv = readFileSync(path.join(sites.toolkit, 'editions/2017-03/changes.csv'), 'utf8');
  expect(csv.split('\r\n').length - 2).toBe(since('.change').length);
});

test('those who adopted an edition are told whom a change affects and what to do', () => {
  const since = open('flood', '/editions/2026-11/');
  expect(squeeze(since('main').text())).toContain('Of the changes below, 1 asks you to do something');
  expect(squeeze(since('main').text())).toContain('Read the report before you quote the cost of the shed.');
});
