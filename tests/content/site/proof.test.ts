import {createServer} from 'node:http';
import {expect, onTestFinished, test} from 'vitest';
import {addressOf} from '../../../src/content/pages/page-id.ts';
import {verifySite} from '../../../src/features/proof/verify/verify-site.ts';
import {loadToolkit} from '../../../src/io/load-toolkit.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {listenOnFreePort} from '../../engine/support/network/listen.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';
import {ROOT} from '../../engine/support/toolkits/copy-toolkit.ts';

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

/** Ten sentences from the texts of each of three updates, with whether the page still says them. */
async function quotations(): Promise<{quotation: string; isLive: boolean}[]> {
  const {published} = await loadToolkit(ROOT);
  return ['2026-11-27', '2026-11-29.4', '2026-11-29.11'].flatMap((slug) => {
    const sentences = [...published.versions].flatMap(([id, versions]) => {
      const text = versions.find((version) => version.slug === slug)?.page?.text ?? '';
      const plain = text.split('\n').filter((line) => /^[A-Z][^[\]*_:|“"]{80,}\.$/.test(line));
      const now =
        published.texts
          .get(id)
          ?.text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
          .toLowerCase() ?? '';
      return plain.slice(0, 1).map((line) => {
        const quotation = line.split('. ')[0]?.split(' ').slice(0, 14).join(' ') ?? '';
        return {quotation, isLive: now.includes(quotation.toLowerCase())};
      });
    });
    return sentences.filter(({quotation}) => quotation.split(' ').length >= 10).slice(0, 10);
  });
}

test('quotations from three updates are found, with whether they still read so, why, and nothing is sent', async () => {
  const asked = await quotations();
  expect(asked.length).toBeGreaterThanOrEqual(25);
  const {page, foreign, complaints} = await site.open('/quotations/');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await page.locator('#quotation').fill(asked.map(({quotation}) => `The toolkit says "${quotation}".`).join('\n'));
  await page.locator('[data-quotations] button').click();
  const answers = page.locator('.quotations > li');
  await answers.first().waitFor();
  const said = await answers.evaluateAll((items) =>
    items.map((item) => item.querySelector('strong')?.textContent ?? ''),
  );
  expect(
    asked.map(({quotation, isLive}, index) => [quotation, isLive, said[index]?.startsWith('Yes: it still reads so')]),
  ).toEqual(asked.map(({quotation, isLive}) => [quotation, isLive, isLive]));
  expect({foreign, complaints}).toEqual({foreign: [], complaints: []});
  const pairs = asked.flatMap(({quotation}) => quotation.match(/\w+ \w+/g) ?? []);
  const decoded = sent.map((request) => decodeURIComponent(request).replaceAll('+', ' '));
  expect(decoded.filter((request) => pairs.some((pair) => request.includes(pair)))).toEqual([]);
});

test('each quotation of a text has its answer: changed, unknown, part of a sentence, current, near, too short', async () => {
  const asked = [
    [
      '“Name one person to manage volunteers, and give them time to do it.”',
      'Name one person to coordinate volunteers',
    ],
    ['"The moon is made of green cheese and honey."', 'Not found: no page of this toolkit has said this'],
    ['"that we know of shows that a library made people healthier"', 'All of it: No study that we know of shows'],
    ['‘In 2023, 89% of 19 … said that volunteering had grown over ten years’', 'Yes: it still reads so'],
    ["'said that volunteering had grown [...] of 19 English services'", 'Never exactly so'],
    ['"Cost: Often low."', 'Too short to compare'],
  ] as const;
  const {page} = await site.open('/quotations/');
  const answers = page.locator('.quotations > li');
  const said: string[] = [];
  for (const [quotation] of asked) {
    await answers.evaluateAll((old) => old.forEach((one) => void one.remove()));
    await page.locator('#quotation').fill(`Our report says ${quotation} on its first page.`);
    await page.locator('[data-quotations] button').click();
    await answers.first().waitFor();
    said.push((await answers.allTextContents()).join('\n'));
  }
  expect(said).toEqual(asked.map(([, answer]) => expect.stringContaining(answer)));
});

test('the sentences of a page are shown on the page itself, and without a script on a page of their own', async () => {
  const address = '/toolkit/approaches/workforce-and-volunteers/';
  const {page} = await site.open(address);
  await page.locator('.about-page > summary').click();
  await page.locator('[data-sentences]').click();
  const sentence = page.locator('.sentence', {hasText: '89% of 19 English services'}).first();
  await expect.poll(() => sentence.textContent()).toContain('Before: In 2023, 89% of those 19 services');
  expect(page.url()).toContain(address);
  const {page: plain} = await site.open(`${address}sentences/`, {javaScriptEnabled: false});
  expect(await plain.locator('.sentence').count()).toBeGreaterThan(80);
});
