import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {addressOf} from '../../../src/content/pages/page-id.ts';
import {quotationsIn} from '../../../src/features/proof/client/answers.ts';
import {loadToolkit} from '../../../src/io/load-toolkit.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {folderWith, textIn} from '../../engine/support/run-command.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';
import {ROOT} from '../../engine/support/toolkits/copy-toolkit.ts';
import {askerOf, denied, drawn, visibleSentences} from './visible-text.ts';

const site = useSite(siteFolder('toolkit'), '/');

test('anybody with Node verifies the built site, with what it serves and a head that they kept', async () => {
  const {config, notes, updateRecords} = await loadToolkit(ROOT);
  const waiting = notes.flatMap(({data}) => data.pages.map((id) => `${addressOf(config, id)}index.html.md`));
  const [, kept = ''] = /"head": "(.+)"/.exec(textIn(ROOT, 'blog/_published/2026-11-27.json')) ?? [];
  const folder = folderWith({'verify.mjs': await (await fetch(`${site.origin}/verify.mjs`)).text()});
  const run = promisify(execFile)(process.execPath, ['verify.mjs', site.origin, '--head', kept], {cwd: folder});
  const {stdout, code = 0}: {stdout: string; code?: number} = await run.catch((error) => error);
  const [line, changed] = /^differs: not as published last.*?: (.*)\n/m.exec(stdout) ?? [''];
  expect(changed?.split(' ').filter((address) => !waiting.includes(address)) ?? []).toEqual([]);
  expect({code, stdout: stdout.replace(line, '')}).toEqual({
    code: stdout.includes('differs: ') ? 1 : 0,
    stdout: expect.stringMatching(`^(?!differs)[^]*: ${updateRecords.size} updates and `),
  });
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
  'About £5.30\nA visit, by our sum: for each 1,000 people, £12,732 of spending and 2,400 visits.',
  '57 to 113: Growth in the number of activities for older people',
])('`%s` reads so', async (quotation) => {
  const [first = ''] = quotationsIn(quotation);
  expect(await ask(first)).toMatchObject({kind: 'same', since: expect.stringMatching(/ 2026$/)});
});

test('what is around every text has no day of one', async () => {
  const around =
    'This is an independent restatement of a toolkit that the Libraries Taskforce published in December 2015.';
  expect(await ask(around)).toMatchObject({kind: 'same', since: undefined, isNote: false});
  expect(await ask('Nobody has counted how many disabled people use libraries.')).toMatchObject({isNote: true});
  expect(
    quotationsIn('Ash · 2024\nAsh Council, 2024: https://ash.example/\nBoats on Ash: https://b.example/#a-1'),
  ).toEqual(['Ash · 2024']);
  expect(quotationsIn(`GitHub is public\n453 figures on 71 pages`)).toHaveLength(2);
  expect(quotationsIn('It rose to £400,000 a year [1], for [2018] EWHC 2178.\nhttps://source.example/a')).toEqual([
    'It rose to £400,000 a year, for [2018] EWHC 2178.',
  ]);
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
  'About £3.50\nA visit, by our sum: for each 1,000 people, £12,732 of spending and 2,400 visits.',
  'Buying new vans\n£647,000',
  'Late books cost nothing in Blackpool any more … the policy in 2025',
  'gave up about £6,000 a year … £6,000 a year',
])('`%s` does not read so', async (quotation) => {
  const [first = ''] = quotationsIn(quotation);
  expect((await ask(first)).kind).not.toBe('same');
});

test.each([
  'Closures peaked at 53 in 2017.',
  'Closures peaked at 35 in 2016.',
  'A library can therefore promise a fall in loneliness.',
])('short `%s` has the sentence that it alters', async (quotation) => {
  expect((await ask(quotation)).kind).toBe('near');
});

test('of a report with a quotation both are answered, and the nearest sentence has the differences marked', async () => {
  const {page} = await site.open('/quotations/');
  const shown: (string | null)[] = [];
  await page.route('**/passages-0.json', async (route) => {
    shown.push(await page.locator('[data-quotation-results]').textContent());
    await route.continue();
  });
  await page
    .locator('#quotation')
    .fill('We “read” that “in just under a year, 8% more people joined or rejoined”. You need no account and no key.');
  await page.locator('[data-quotations] button').click();
  const answers = page.locator('.quotations > li');
  await answers.nth(2).waitFor();
  expect([...shown, ...(await answers.locator('strong').allTextContents())]).toEqual([
    'Checking…',
    'Another figure. The nearest sentence now: ',
    expect.stringMatching(/^Yes, it reads so on this page today, \d+ \w+ \d{4}, /),
    'Another figure. The nearest sentence now: ',
  ]);
  expect(await answers.nth(2).locator('del, ins').first().textContent()).toBe('8%');
});

test('the sentences of a page are on a page of their own, also of one without an update', async () => {
  const {page} = await site.open('/toolkit/approaches/workforce-and-volunteers/sentences/', {javaScriptEnabled: false});
  const sentence = page.locator('.sentence', {hasText: '89% of 19 English services'}).first();
  expect(await sentence.textContent()).toContain('Before: In 2023, 89% of those 19 services');
  expect(await page.locator('.follow a[href$="workforce-and-volunteers/#feedback-heading"]').count()).toBe(1);
  await page.goto(`${site.origin}/contribute/commands/sentences/`);
  expect(await page.locator('.sentence').count()).toBeGreaterThan(80);
});
