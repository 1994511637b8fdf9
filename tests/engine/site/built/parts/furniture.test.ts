import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {newestFirst} from '../../../../../src/changes/updates/history.ts';
import type {ChangeNote} from '../../../../../src/content/schemas/change-note-schema.ts';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {textIn} from '../../../support/run-command.ts';
import {builtPage, openBuilt} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

function open(site: 'flood' | 'large', address: string) {
  return openBuilt(siteFolder(site), address);
}

const words = (text: string) => text.replace(/\s+/g, ' ');

test('a page tells when it was published, what changed, and what was before this restatement', () => {
  const $ = open('large', 'toolkit/approaches/wardens/');
  const history = $('.history');
  expect(words(history.text())).toContain('First published: 2 November 2026. Last updated: 16 November 2026.');
  expect(history.find('details > summary').first().text()).toMatch(/^Show all changes \(\d+\)$/);
  expect(history.text()).toContain('Before this restatement (Valley Board)');
  expect(words(history.text())).toContain('between October 2024 and March 2025');
  expect(history.find('a[href="/flood/updates/2026-11-02/"]').length).toBeGreaterThan(0);
  expect(history.find('a[href="/flood/updates/original-2/"]').length).toBe(1);
});

test('a page of an edition has the history of its time alone, says what it is, and points to the live page', () => {
  const $ = open('large', 'toolkit/2025-03/priorities/warnings/');
  expect(words($('.history').text())).toContain('Original last updated: between October 2024 and March 2025.');
  expect($('.history').text()).not.toContain('2026');
  expect($('main').text()).toContain('Edition 2025-03');
  expect($('.publisher-notice').text()).toContain('active from 2024 to 2025');
  expect($('link[rel="canonical"]').attr('href')).toBe(
    'https://flood.example/flood/toolkit/2025-03/priorities/warnings/',
  );
  expect($('meta[name="robots"]').attr('content')).toBe('noindex');
  expect($('meta[property="og:type"]').attr('content')).toBe('article');
  expect($('.page-rail .edition-menu a[href="/flood/toolkit/priorities/warnings/"]').length).toBe(1);
  expect($('main').text()).toContain('The live page has changed since.');
  const same = open('flood', 'toolkit/2026-11/priorities/warnings/');
  expect(same('main').text()).toContain('The live page has the same text.');
});

test('what is wrong in an edition stands above its words, and beside the update that said it', () => {
  const $ = open('flood', 'toolkit/2026-11/approaches/wardens/');
  const note = 'say nothing of wardens who live outside the parish';
  expect(words($('[aria-labelledby="errata"]').text())).toContain('16 November 2026: The update of 2 November');
  expect($.html().indexOf('id="errata"')).toBeLessThan($.html().indexOf('class="prose"'));
  expect(open('flood', 'toolkit/2026-11/')('main').text()).toContain(note);
  expect(open('flood', 'toolkit/2026-11/priorities/warnings/')('main').text()).not.toContain(note);
  const corrected = open('flood', 'updates/2026-11-02/');
  expect(words(corrected('main .change').first().text())).toContain('Corrected on 16 November 2026.');
  expect(corrected('a[href="/flood/updates/2026-11-16/"]').length).toBe(1);
  const correction = open('flood', 'updates/2026-11-16/');
  expect(words(correction('main').text())).toContain('Corrects');
  expect(correction('main a[href="/flood/updates/2026-11-02/"]').text()).toContain('Flood wardens');
});

test('a change after feedback says so, in the history of its page and in its update, with the way to each', () => {
  for (const address of ['toolkit/case-studies/lower-ford-pumps/', 'toolkit/', 'updates/2026-11-16/']) {
    const $ = open('flood', address);
    expect(words($('main').text())).toContain(
      'Changed after readers’ feedback: number 12 on GitHub and number 15 on GitHub.',
    );
    const link = $('a[href="https://github.com/example-org/flood-toolkit/issues/12"]');
    expect(words(link.first().text())).toBe('number 12 on GitHub');
  }
  expect(open('flood', 'toolkit/approaches/wardens/')('main').text()).not.toContain('readers’ feedback');
});

test('a page says how new its newest source is, and home has one search', () => {
  const page = open('flood', 'toolkit/case-studies/lower-ford-pumps/');
  const newest = Math.max(
    ...[...words(page('.sources li').text()).matchAll(/, (20\d\d)/g)].map(([, year]) => Number(year)),
  );
  expect(words(page('.page-meta').text())).toContain(`Newest source: ${newest}.`);
  expect(page('input[type="search"]').length).toBe(1);
  expect(open('flood', '')('input[type="search"]').length).toBe(1);
});

test('a checked page says when, what and by which role; an overdue one warns', () => {
  const checked = open('flood', 'toolkit/approaches/wardens/');
  expect(words(checked('.review').text())).toContain(
    'Checked on 1 October 2026 (read against its sources, by the role Editor)',
  );
  expect(checked('main').text()).not.toContain('overdue for review');
  const overdue = open('flood', 'toolkit/priorities/warnings/');
  expect(words(overdue('main').text())).toContain('This page is overdue for review. It was due by 1 October 2025');
  expect(overdue('.review').text()).not.toContain('changed since');
});

test('a page that changed since it was checked leads to the difference', () => {
  const $ = open('flood', 'toolkit/case-studies/lower-ford-pumps/');
  expect(words($('.review').text())).toContain(
    'Checked on 3 November 2026 (facts checked, by the role Editor); the page has changed since',
  );
  const door = $('.review a:contains("the page has changed since")');
  expect(door.attr('href')).toBe('/flood/updates/2026-11-16/changes/case-studies/lower-ford-pumps/');
});

test('an old study warns, and leads to others that share its subject', () => {
  const $ = open('large', 'toolkit/case-studies/salt-quay-road-boards/');
  expect($('article').text()).toContain('ended in 2015, more than five years ago');
  expect($('.related a').length).toBeGreaterThan(0);
});

test('the updates on a priority name only changes of its pages', () => {
  const $ = open('large', 'updates/warnings/');
  expect($('main a[href="/flood/updates/original-2/"]').length).toBe(1);
  expect($('main a[href="/flood/updates/original-1/"]').length).toBe(0);
});

test('the front page has the history of the whole toolkit, and home the newest of it', async () => {
  const front = open('large', 'toolkit/');
  expect(front('.history h2').text()).toBe('Updates to this toolkit');
  expect(front('.history a[href="/flood/updates/original-1/"]').length).toBe(1);
  const {updates} = await loadToolkit(path.dirname(siteFolder('large')));
  const isForReaders = ({significance, pages}: ChangeNote) =>
    significance === 'major' && pages.some((id) => !id.startsWith('handbook/'));
  const newest = newestFirst(updates.map(({data}) => data)).find(({changes}) => changes.some(isForReaders));
  const $ = open('large', '');
  const first = $(`main p:has(a[href="/flood/updates/${newest?.slug}/"])`);
  expect(words(first.text())).toContain(newest?.changes.find(isForReaders)?.note);
});

test('home has the ways in that the navigation names', () => {
  const way = open('large', '')('.readers a:contains("gauge")');
  expect(way.attr('href')).toBe('/flood/toolkit/reference/gauges/#every-gauge');
});

test('home has the figures that the navigation names, also without a chart', () => {
  const figure = open('large', '')('.home-evidence .key-figures li').first();
  expect(words(figure.text())).toBe(
    '£480 Price of a kit that was bought with others. 2024 · Coast. Homes that stay dry',
  );
});

test('of the newest update the list shows what matters most, and of older ones corrections', () => {
  const $ = open('large', 'updates/');
  const [newest, ...older] = $('.entry-list > li')
    .toArray()
    .map((item) => $(item).children('.change-lines'));
  expect(newest?.find('.tag').text()).toBe('CorrectionNew pageNew pageNew pageNew case study');
  for (const update of older) expect(update.find('.tag').text()).toMatch(/^(?:Correction)*$/);
  expect(words($('.entry-list > li').first().find('summary').text())).toMatch(/^6 more changes: /);
});

test('a figure in a table is a link to its row', () => {
  const link = open('large', 'toolkit/priorities/homes/')('tr[id] td:first-child a').first();
  expect(link.attr('href')).toBe(`#${link.closest('tr').attr('id')}`);
  expect(link.attr('aria-label')).toBe(`${link.text()}: link to this figure`);
  expect(link.attr('tabindex')).toBeUndefined();
});

test('a source that no longer opens says since when, wherever it is linked, with the archived copy; the review says so too', () => {
  const copy = 'https://web.archive.org/web/20260102030405/https://river-trust.example/wardens';
  const $ = open('flood', 'toolkit/approaches/wardens/');
  expect(words($('.sources li').text())).toContain('(unavailable since May 2026; archived copy of 2 January 2026)');
  expect(
    $('.sources li a')
      .map((_, link) => $(link).attr('href'))
      .get(),
  ).toContain(copy);
  expect(words($('.prose').text())).toContain('handbook (unavailable since May 2026; archived copy of 2 January 2026)');
  expect(words($('.review').text())).toMatch(/Sources ?Its only source is no longer available/);
  const frozen = open('flood', 'toolkit/2026-11/approaches/wardens/');
  expect(words(frozen('.prose').text())).toContain('unavailable since May 2026');
});

test('a source that changed after the last check says so in the list of sources and in the data, and not in an edition', () => {
  const said = 'This source changed on 2 September 2025, after this page was last checked.';
  expect(words(open('large', 'toolkit/priorities/warnings/')('.sources li').text())).toContain(said);
  const item = JSON.parse(textIn(siteFolder('large'), 'api/content/toolkit/priorities/warnings.json'));
  expect(item.details.review.changed_sources).toEqual([
    {url: 'https://river-trust.example/levels', on: '2025-09-02', note: 'The third level is lower.'},
  ]);
  expect(open('large', 'toolkit/2026-11/priorities/warnings/')('.sources').text()).not.toContain('This source changed');
});

test('colours, logo and footer come from the configuration', () => {
  const $ = open('flood', '');
  const css = readFileSync(
    path.join(siteFolder('flood'), `${$('link[rel="stylesheet"]').attr('href')}`.slice('/flood/'.length)),
    'utf8',
  );
  expect(css).toContain('--accent:#1c5d3a');
  expect(css).toContain('--accent:#8fd3ab');
  expect(css).toMatch(/--font-headings:Seravek,/);
  expect($('.brand img').attr()).toMatchObject({src: '/flood/favicon.svg', alt: ''});
  expect($('.site-footer').text()).toContain('Paid for by the Example River Trust.');
  expect($('.site-footer a[href="https://river-trust.example/"]').text()).toBe('Example River Trust');
});

test('a fact that the toolkit adds is among the facts of a case study, and in its data', () => {
  const facts = open('flood', 'toolkit/case-studies/lower-ford-pumps/')('.facts dl > div').toArray();
  const $ = open('flood', 'toolkit/case-studies/lower-ford-pumps/');
  expect(facts.map((fact) => $(fact).text())).toContain('RiverFord Brook');
  const api = path.join(siteFolder('flood'), 'api');
  expect(JSON.parse(textIn(api, 'case-studies.json')).case_studies[0].facts).toEqual({
    river: 'Ford Brook',
  });
  const [columns = '', row = ''] = textIn(api, 'case-studies.csv').split('\r\n');
  expect([columns.split(',').at(-1), row.split(',').at(-1)]).toEqual(['River', 'Ford Brook']);
});

test('an edition that restates another text is neither promoted nor dated like it', () => {
  const links = (address: string) =>
    open(
      'large',
      address,
    )('main a[href^="/flood/editions/20"]')
      .toArray()
      .map(({attribs}) => attribs.href);
  expect(links('')).toEqual(['/flood/editions/2026-11/']);
  expect(links('updates/')).toEqual(['/flood/editions/2026-11/']);
  const cited = (edition: string) =>
    decodeURIComponent(open('large', `toolkit/${edition}/`)('[download$=".ris"]').attr('href') ?? '');
  expect(cited('2026-11')).toMatch(/^DA {2}- 2026/m);
  expect(cited('2025-03')).not.toMatch(/^(DA|PY)/m);
});

test('the shelf of home has a book and a link for each page that is not withdrawn, by term', () => {
  const $ = openBuilt(siteFolder('large'), '');
  const groups = $('.shelves > li').toArray();
  const terms = groups.map((group) => $(group).attr('data-term'));
  expect(new Set(terms).size).toBe(terms.length);
  // The first book of a subject is its guidance, to which the name of the subject leads.
  const pages = $('.shelves a').map((_, link) => $(link).attr('href'));
  expect(new Set(pages).size).toBe($('.shelves svg').length);
  expect(pages.length).toBeGreaterThan(10);
  expect($('.shelves [data-term="homes"] > p').text()).toBe('Homes');
});

test('a page offers the calendar of its subject', () => {
  const page = openBuilt(siteFolder('large'), 'toolkit/priorities/homes/');
  expect(page('.follow a[href="/flood/updates/follow/#calendar"] ~ code').text()).toMatch(
    /updates\/homes\/calendar\.ics$/,
  );
});

const UPKEEP = 'contribute/offer-a-case-study/index.html';

test('a page that readers should be careful with can be followed, and so can the updates', () => {
  const {$} = builtPage(UPKEEP, readFileSync(path.join(siteFolder('flood'), UPKEEP), 'utf8'));
  const ways = $('.upkeep a').map((_, link) => $(link).attr('href'));
  expect(ways.get()).toEqual(expect.arrayContaining(['/flood/toolkit/priorities/warnings/', '/flood/updates/']));
  expect($('.upkeep script').length).toBe(0);
});
