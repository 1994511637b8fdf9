import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {addressOf} from '../../../src/content/pages/page-id.ts';
import {loadToolkit} from '../../../src/io/load-toolkit.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {folderWith, textIn} from '../../engine/support/run-command.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';
import {ROOT} from '../../engine/support/toolkits/copy-toolkit.ts';

const site = useSite(siteFolder('toolkit'), '/');

test('anybody with Node verifies the built site, with what it serves and a head that they kept', async () => {
  const {notes, updateRecords} = await loadToolkit(ROOT);
  const waiting = notes.flatMap(({data}) =>
    data.pages.map((id) => `differs: ${addressOf(id)}index.html.md does not read`),
  );
  const [, kept = ''] = /"head": "(.+)"/.exec(textIn(ROOT, 'blog/_published/2026-11-27.json')) ?? [];
  const folder = folderWith({'verify.mjs': await (await fetch(`${site.origin}/verify.mjs`)).text()});
  const run = promisify(execFile)(process.execPath, ['verify.mjs', site.origin, '--head', kept], {cwd: folder});
  const {stdout, code = 0}: {stdout: string; code?: number} = await run.catch((error) => error);
  const lines = stdout.split('\n').filter((line) => line.startsWith('differs: '));
  expect(lines.filter((line) => !waiting.some((start) => line.startsWith(start)))).toEqual([]);
  expect({code, stdout}).toEqual({
    code: lines.length > 0 ? 1 : 0,
    stdout: expect.stringContaining(`: ${updateRecords.size} updates and `),
  });
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
