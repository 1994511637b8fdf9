import {createServer} from 'node:http';
import {expect, onTestFinished, test} from 'vitest';
import {addressOf} from '../../../src/content/pages/page-id.ts';
import {quotationsIn} from '../../../src/features/proof/client/answers.ts';
import {verifySite} from '../../../src/features/proof/verify/verify-site.ts';
import {loadToolkit} from '../../../src/io/load-toolkit.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {listenOnFreePort} from '../../engine/support/network/listen.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';
import {ROOT} from '../../engine/support/toolkits/copy-toolkit.ts';
import {askerOf, denied, drawn, visibleSentences} from './visible-text.ts';

const site = useSite(siteFolder('toolkit'), '/');
const quiet = {stderr: {write: () => undefined}};

/** The problems that are not of pages on which a change note waits: those differ from what was published last. */
async function onPublishedPages(problems: readonly string[]): Promise<string[]> {
  const waiting = (await loadToolkit(ROOT)).notes.flatMap(({data}) => data.pages.map(addressOf));
  return problems.filter((problem) => !waiting.some((address) => problem.startsWith(`${address}index.html.md: `)));
}

test('the built site is consistent with the records in the repository', async () => {
  const chain = await verifySite(site.origin, quiet);
  const {updateRecords} = await loadToolkit(ROOT);
  expect(await onPublishedPages(chain.problems)).toEqual([]);
  expect(new Set(chain.heads.map(({head}) => head))).toEqual(
    new Set([...updateRecords.values()].map(({head}) => head)),
  );
  expect(chain.texts).toBeGreaterThan(250);
});

test('whatever differs on a site is found and named: a text, a note, a record, a page of today', async () => {
  const text = 'updates/2026-11-30.2/texts/approaches/workforce-and-volunteers.txt';
  const changes: Readonly<Record<string, [from: string | RegExp, to: string]>> = {
    [text]: ['In 12 small', 'In 13 small'],
    'updates/2026-11-30.2/notes.txt': ['12 charities', '13 charities'],
    'updates/2026-11-29/record.json': [/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`],
    'toolkit/approaches/workforce-and-volunteers/index.html.md': ['In 12 small', 'In 14 small'],
  };
  const changed = createServer(async ({url = '/'}, response) => {
    const answer = await fetch(site.origin + url);
    const [from, to] = changes[url.slice(1)] ?? ['', ''];
    response.writeHead(answer.status).end((await answer.text()).replace(from, to));
  });
  onTestFinished(() => void changed.close());
  const {problems} = await verifySite(`http://127.0.0.1:${await listenOnFreePort(changed)}`, quiet);
  for (const file of Object.keys(changes)) expect(problems.join('\n')).toContain(`/${file}`);
});

test('a site that is no toolkit, and answers every address with a page, is named without a stack', async () => {
  const other = createServer((_, response) => void response.end('<!doctype html><title>Hello</title>'));
  onTestFinished(() => void other.close());
  const address = `http://127.0.0.1:${await listenOnFreePort(other)}`;
  await expect(verifySite(address, quiet)).rejects.toThrow('/updates/heads.json is not the record of a toolkit');
});

test('60 sentences of pages of every kind read so in the browser, and nothing of them is sent', async () => {
  const {page, foreign, complaints} = await site.open('/quotations/');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(decodeURIComponent(request.url() + (request.postData() ?? ''))));
  const asked = drawn(visibleSentences(siteFolder('toolkit'), 12), 60);
  expect(await denied(page, asked)).toEqual([]);
  expect({foreign, complaints}).toEqual({foreign: [], complaints: []});
  const pairs = asked.flatMap((quotation) => quotation.match(/\w+ \w+/g) ?? []);
  expect(sent.filter((request) => pairs.some((pair) => request.replaceAll('+', ' ').includes(pair)))).toEqual([]);
});

const ask = askerOf(siteFolder('toolkit'));

test.each([
  '31% of adults used a library',
  'It gave up about £6,000 a year…',
  '… the council stopped its fines in April 2019 and … it gave up about £6,000 a year',
  '“IN JUST UNDER A YEAR, 9% MORE PEOPLE JOINED OR REJOINED”',
  'With\u00A0[£8.6 million to save](https://news.example/a_b) in **February 2025**,',
  'Blackpool\tAbout £6,000 a year, met from the general budget\t2020',
  "In 2018 the High Court found Northamptonshire's plan to close 21 of 36 libraries unlawful.",
  'A new page says what library staff are paid',
])('`%s` reads so', async (quotation) => {
  const [first = ''] = quotationsIn(quotation, 'en-GB');
  expect(await ask(first)).toMatchObject({kind: 'same', since: expect.stringMatching(/ 2026$/)});
});

test.each([
  'it gave up about $6,000 a year',
  'it gave up about 6,000% a year',
  '6,000 a year, met from the general budget',
  'the council raised the maximum fine from £6 to £1',
  'it gave up about £6.000 a year',
  'In just under a year, 9 more people joined or rejoined',
  'In just under a year, -9% more people joined or rejoined',
  'In just under a year, £9 more people joined or rejoined',
  'With £8,6 million to save in February 2025',
  'With £8/6 million to save in February 2025',
  'It kept the policy in 2025?',
  'It kept ¬ the policy in 2025.',
  'It kept ≠ the policy in 2025.',
  'It kept 🚫 the policy in 2025.',
  'It k\u0338ept the policy in 2025.',
  'It kept the <never> policy in 2025.',
  'It kept [the policy](which was wrong) in 2025.',
  'It kept the policy {#never ever} in 2025.',
  'it gave up about £6,000 a year … the council stopped its fines in April 2019',
  'Late books cost nothing in Blackpool any more … the policy in 2025',
  'gave up about £6,000 a year … £6,000 a year',
])('`%s` does not read so', async (quotation) => {
  const [first = ''] = quotationsIn(quotation, 'en-GB');
  expect((await ask(first)).kind).not.toBe('same');
});

test('of a report with a quotation both are answered, and the nearest sentence has the differences marked', async () => {
  const {page} = await site.open('/quotations/');
  await page.locator('#quotation').fill('We read that “in just under a year, 8% more people joined or rejoined”.');
  await page.locator('[data-quotations] button').click();
  const answers = page.locator('.quotations > li');
  await answers.nth(1).waitFor();
  expect(await answers.locator('strong').allTextContents()).toEqual(
    Array(2).fill('Not word for word. The nearest sentence now: '),
  );
  expect(await answers.nth(1).locator('del, ins').first().textContent()).toBe('8%');
  expect(await ask('Blackpool: no more library fines')).toMatchObject({entry: {until: '29 November 2026'}});
});

test('the sentences of a page are on a page of their own, also of one without an update', async () => {
  const {page} = await site.open('/toolkit/approaches/workforce-and-volunteers/sentences/', {javaScriptEnabled: false});
  const sentence = page.locator('.sentence', {hasText: '89% of 19 English services'}).first();
  expect(await sentence.textContent()).toContain('Before: In 2023, 89% of those 19 services');
  expect(await page.locator('.follow a[href$="workforce-and-volunteers/#feedback-heading"]').count()).toBe(1);
  await page.goto(`${site.origin}/contribute/commands/sentences/`);
  expect(await page.locator('.sentence').count()).toBeGreaterThan(80);
});
