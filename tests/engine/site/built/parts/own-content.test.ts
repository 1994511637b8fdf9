import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openBuilt, squeeze} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

const EVENT = '/toolkit/events/bank-walk/';

const open = (address: string) => openBuilt(siteFolder('flood'), address);
const read = (file: string) => readFileSync(path.join(siteFolder('flood'), file), 'utf8');

test('a page of a collection shows its keys, and belongs to the list of its collection', () => {
  const $ = open(EVENT);
  expect(squeeze($('.facts').text())).toBe('At a glanceDate6 March 2027PlaceThe bridge at Lower FordPlaces20');
  expect($('.kind').text()).toBe('Event');
  expect(squeeze($('.breadcrumbs li').text())).toBe('HomeEventsA walk along the bank');
  expect($('.main-nav [aria-current]').text()).toBe('Events');
  expect(squeeze($('.history').text())).toContain('New wardens can walk the bank of the river in March 2027.');
});

test('the list of a collection is in the menu, in search and among all pages', () => {
  const $ = open('/events/');
  expect($('h1').text()).toBe('Events');
  expect(
    $('.entry-list li')
      .toArray()
      .map((entry) => [$(entry).find('h2 a').attr('href'), $(entry).find('.facts-line').text()]),
  ).toEqual([[`/flood${EVENT}`, '6 March 2027 · The bridge at Lower Ford']]);
  expect(open('/')('.main-nav a[href="/flood/events/"]').text()).toBe('Events');
  expect(open('/search/')('main a[href="/flood/events/"]').text()).toBe('Events');
});

test('programs get the keys of a page of a collection, its feed and its text', () => {
  const item = JSON.parse(read(`api/content${EVENT.slice(0, -1)}.json`));
  expect(item).toMatchObject({
    document_type: 'event',
    details: {facts: {date: '2027-03-06', place: 'The bridge at Lower Ford', places: 20}},
  });
  expect(existsSync(path.join(siteFolder('flood'), EVENT, 'feed.atom'))).toBe(true);
  expect(read(`${EVENT}index.html.md`)).toContain('date: 2027-03-06\n');
});

test('a directive of the toolkit shows its elements on the page, in the document and in the API', () => {
  const shown = '<div class="notice"><p><strong>2.6 metres at the bridge: </strong>paths are under water.</p></div>';
  expect(open(EVENT)('.prose').html()).toContain(shown);
  expect(JSON.parse(read(`api/content${EVENT.slice(0, -1)}.json`)).details.body).toContain(shown);
  const part = open('/toolkit/document/')('main a[href*="#toolkit--events--bank-walk"]').attr('href') ?? '';
  expect(read(`${new URL(part, 'https://flood.example').pathname.slice('/flood'.length)}index.html`)).toContain(shown);
  expect(read(`${EVENT}index.html.md`)).toContain('::river-level{metres="2.6" place="the bridge"}');
});
