import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Page} from 'playwright-core';
import {expect, test, vi} from 'vitest';
import {labelsOf} from '../../../../src/features/feedback/labels.ts';
import {parseFeedback} from '../../../../src/features/feedback/parse-feedback.ts';
import {triage} from '../../../../src/features/feedback/triage.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {useSite} from '../../support/browser/open-browser.ts';
import {type RelayPlace, relayPlace} from '../../support/relay.ts';
import {textIn} from '../../support/run-command.ts';
import {openBuilt, squeeze} from '../../support/sites/built-page.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const SITE = siteFolder('large');
const site = useSite(SITE, '/flood/');
const HOMES = '/flood/toolkit/priorities/homes/';

/** The relay that the pages name, for a site that is on loopback. */
async function startForSite(): Promise<RelayPlace> {
  const place = await relayPlace();
  const settings = textIn(SITE, 'feedback/relay.json');
  const served = {site: `${site.origin}/flood/`, thanks: `${site.origin}/flood/feedback/thanks/`};
  writeFileSync(place.env.SETTINGS ?? '', JSON.stringify({...JSON.parse(settings), ...served}));
  const {port} = new URL(JSON.parse(settings).relay);
  await place.start({PORT: port, FORWARDED_HOPS: '0'});
  return place;
}

test('a reader without an account writes on a page and votes, and an editor finds the page, its edition and its labels', async () => {
  const {github} = await startForSite();
  const {page, complaints} = await site.open(HOMES);
  await page.getByText('Write to us here').click();
  await page.getByLabel('What were you looking for').fill('The figure of 40 homes is out of date.');
  await page.getByLabel('Who you are').selectOption('I use a service');
  // Nobody is quicker than this.
  await page.waitForFunction(() => performance.now() > 2500);
  await page.getByRole('button', {name: 'Send feedback'}).click();
  await page.waitForURL('**/feedback/thanks/');
  expect(await page.getByRole('heading', {level: 1}).textContent()).toBe('Thank you');
  await vote(page);
  expect(complaints).toEqual([]);

  await vi.waitFor(() => expect(github.issues).toHaveLength(1), 10_000);
  const [issue] = github.issues;
  expect(issue?.labels).toEqual(['feedback']);
  const toolkit = await loadToolkit(path.dirname(SITE));
  const {title = '', body = ''} = issue ?? {};
  const fingerprint = openBuilt(SITE, 'toolkit/priorities/homes/')('[name="fingerprint"]').attr('value');
  expect(parseFeedback(toolkit.config, body ?? '')).toMatchObject({
    words: 'The figure of 40 homes is out of date.',
    fingerprint,
  });
  const record = triage(toolkit, {title, body: body ?? ''});
  expect(record).toMatchObject({page: {id: 'priorities/homes', edition: 'live'}, hasChanged: false});
  expect(labelsOf(record, toolkit.config)).toEqual(
    expect.arrayContaining(['edition: live', 'priority: homes', 'owner: editor']),
  );
});

test('without a script the form is sent and a vote counted too', async () => {
  const {github} = await startForSite();
  const {page} = await site.open(HOMES, {javaScriptEnabled: false});
  await page.getByText('Write to us here').click();
  await page.getByLabel('What were you looking for').fill('The figure of 14 homes: it is 15.');
  await page.getByRole('button', {name: 'Send feedback'}).click();
  await page.waitForURL('**/feedback/thanks/');
  await vi.waitFor(() => expect(github.issues).toHaveLength(1), 10_000);
  await vote(page);
});

/** Says that the page was useful. */
async function vote(page: Page): Promise<void> {
  await page.goto(site.origin + HOMES);
  await page.getByRole('button', {name: 'Yes', exact: true}).click();
  await page.waitForURL('**/feedback/thanks/');
}

test('no page for readers links to a feed, and each page and subject says the address of its feed', () => {
  const files = readdirSync(SITE, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('index.html'));
  // The page for programs lists feeds, as files.
  const linking = files.filter((file) => /<a [^>]*href="[^"]*feed\.atom"/.test(textIn(SITE, file)));
  expect(linking).toEqual(['api/index.html']);
  for (const address of ['toolkit/priorities/homes/', 'updates/wardens/']) {
    const $ = openBuilt(SITE, address);
    expect($('.follow code').text()).toBe(`https://flood.example/flood/${address}feed.atom`);
    expect($('.follow a').attr('href')).toBe('/flood/updates/follow/');
  }
  expect(squeeze(openBuilt(SITE, 'updates/follow/')('main').text())).toMatch(
    /By email.*Join the mailing list.*By feed/,
  );
});

test('the privacy page lists what is kept by the parts that are configured', () => {
  const cells = openBuilt(SITE, 'about/privacy/')('tbody th');
  expect(cells.toArray().map((cell) => openBuilt(SITE, 'about/privacy/')(cell).text())).toEqual([
    'The form on GitHub',
    'A feed',
    'The form on this site',
    'Was this page useful?',
  ]);
});

test('a toolkit without a relay has no trace of one', () => {
  const folder = siteFolder('flood');
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const found = files.filter(({parentPath, name}) => {
    const text = readFileSync(path.join(parentPath, name)).toString('latin1');
    return /feedback-form|was-useful|feedback\/(?:relay|thanks)|name="seconds"|form-action 'self' http/.test(text);
  });
  expect(files.length).toBeGreaterThan(100);
  expect(found.map(({parentPath, name}) => path.join(parentPath, name))).toEqual([]);
});
