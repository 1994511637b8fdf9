import {once} from 'node:events';
import {appendFileSync, readFileSync, rmSync, watch, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {useServer} from '../../support/browser/open-browser.ts';
import {freePort, startServer} from '../../support/start-server.ts';
import {copyToolkit, FLOOD} from '../../support/toolkits/copy-toolkit.ts';

const WARNINGS = '/flood/toolkit/priorities/warnings/';

const folder = copyToolkit('flood start', {contentFrom: FLOOD});
const file = path.join(folder, 'docs/priorities/warnings.md');
const sound = readFileSync(file, 'utf8');
appendFileSync(file, '\n![The bridge at high water](bridge.svg)\n');
writeFileSync(
  path.join(folder, 'docs/priorities/bridge.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>',
);

let errors: readonly string[] = [];
let printed: readonly string[] = [];
const site = useServer(async () => {
  const port = await freePort();
  const server = await startServer(folder, port);
  ({errors, printed} = server);
  return {origin: `http://127.0.0.1:${port}`, stop: server.stop};
});

/** Opens a page without the check that its strip asks for, which takes longer than the page. */
async function openUnchecked() {
  const opened = await site.open('/flood/favicon.svg');
  await opened.page.route('**/__problems?*', (route) => route.fulfill({status: 204}));
  await opened.page.goto(site.origin + WARNINGS);
  return opened;
}

test('a page is served as it is built: with its style sheet, script and pictures, all from this site', async () => {
  const {page, foreign, complaints} = await openUnchecked();
  expect(await page.locator('h1').textContent()).toBe('Warnings that arrive in time');
  expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(100);
  const picture = page.getByAltText('The bridge at high water');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(90);
  await page.goto(`${site.origin}/flood/case-studies/`);
  expect(await page.locator('h1').textContent()).toBe('Case studies');
  expect({foreign, complaints}).toEqual({foreign: [], complaints: []});
});

test('a page that is written or deleted while the site is served comes into the menu and leaves it', async () => {
  const {page} = await openUnchecked();
  const menu = page.getByRole('navigation', {name: 'Guidance'});
  const written = path.join(folder, 'docs/approaches/sandbags.md');
  const listed = path.join(folder, 'docs/approaches/wardens.md');
  const text = readFileSync(listed, 'utf8');
  writeFileSync(written, text.replace(/^title: .*/m, 'title: Sandbags'));
  await menu.getByRole('link', {name: 'Sandbags'}).waitFor({state: 'attached'});
  rmSync(listed);
  await menu.getByRole('link', {name: 'Flood wardens'}).waitFor({state: 'detached'});
  expect(errors.join('')).toBe('');
  rmSync(written);
  writeFileSync(listed, text);
});

test('of two edits in quick succession, the second shows, however far the first has come', async () => {
  const {page} = await openUnchecked();
  const write = (title: string) => writeFileSync(file, sound.replace(/^title: .*/m, `title: ${title}`));
  const watcher = watch(path.dirname(file));
  onTestFinished(() => watcher.close());
  const stages = {
    written: () => undefined,
    announced: () => once(watcher, 'change'),
    requested: () => page.waitForRequest(site.origin + WARNINGS),
  };
  for (const [stage, reached] of Object.entries(stages)) {
    const isThere = reached();
    write('The first of two');
    await isThere;
    write(`The second, once the first is ${stage}`);
    await page.getByRole('heading', {name: `The second, once the first is ${stage}`}).waitFor();
  }
  writeFileSync(file, sound);
  await page.getByRole('heading', {name: 'Warnings that arrive in time'}).waitFor();
});

test('edits of several pages at the same time all show, though different plugins of Docusaurus read them', async () => {
  const {page} = await openUnchecked();
  const added = path.join(folder, 'handbook/contribute/added.md');
  writeFileSync(file, sound.replace(/^title: .*/m, 'title: Changed with another page'));
  writeFileSync(added, readFileSync(path.join(folder, 'handbook/contribute/offer-a-case-study.md')));
  await page.getByRole('heading', {name: 'Changed with another page'}).waitFor();
  await expect
    .poll(async () => (await page.request.get(`${site.origin}/flood/contribute/added/`)).status(), {timeout: 30_000})
    .toBe(200);
  rmSync(added);
  writeFileSync(file, sound);
  await page.getByRole('heading', {name: 'Warnings that arrive in time'}).waitFor();
  await expect
    .poll(async () => (await page.request.get(`${site.origin}/flood/contribute/added/`)).status(), {timeout: 30_000})
    .toBe(404);
});

test('the strip at the foot has what the check finds in the open page, and follows an edit', async () => {
  const {page, foreign} = await site.open(WARNINGS);
  const strip = page.locator('#page-problems');
  await strip.getByText('review was due by 1 October 2025').waitFor();
  expect(await strip.locator('summary').textContent()).toBe('The check found 1 problem in this page');
  expect(printed.join('')).toContain('docs/priorities/warnings.md: 1 problem, listed at the foot of the page\n');
  writeFileSync(file, `${sound}\nA [dead link](/toolkit/flods/) is here.\n`);
  const dead = strip.getByText('error: link to `/toolkit/flods/` leads nowhere');
  await dead.waitFor();
  const line = sound.split('\n').length + 1;
  expect(await dead.textContent()).toMatch(
    new RegExp(`\\. .+ \\(docs/priorities/warnings.md:${line}, no-broken-link\\)$`),
  );
  // A closed strip stays closed, and pages that nobody writes have none.
  await strip.locator('summary').click();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('problems-closed'))).toBe('yes');
  await page.reload();
  await strip.locator('summary').waitFor();
  expect(await strip.getAttribute('open')).toBeNull();
  const answered = page.waitForResponse((response) => response.url().includes('__problems?'));
  await page.goto(`${site.origin}/flood/case-studies/`);
  expect((await answered).status()).toBe(204);
  expect(await strip.count()).toBe(0);
  expect(foreign).toEqual([]);
  writeFileSync(file, sound);
});

test('front matter that cannot be read is explained in the open page, which comes back once it is fixed', async () => {
  const {page} = await openUnchecked();
  writeFileSync(file, sound.replace(/^title: .*/m, 'title: [a, b'));
  const message = page.getByText('docs/priorities/warnings.md:2:');
  await message.waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(/^\s+at |node_modules/m);
  // Other pages are shown all the same.
  expect((await page.request.get(`${site.origin}/flood/toolkit/`)).status()).toBe(200);
  writeFileSync(file, sound);
  await page.getByRole('heading', {name: 'Three levels'}).waitFor();
});

test('an address without a page, which a broken link leads to, gives the error page', async () => {
  const {page} = await openUnchecked();
  writeFileSync(file, `${sound}\nA [dead link](/toolkit/flods/).\n`);
  await page.getByRole('link', {name: 'dead link'}).click();
  await page.getByRole('heading', {name: 'Page not found'}).waitFor();
  const address = `${site.origin}/flood/toolkit/flods/`;
  expect(page.url()).toBe(address);
  expect((await page.request.get(address)).status()).toBe(404);
  // As soon as the page is there, its address shows it.
  const added = sound.replace(/^title: .*/m, 'title: Floods by night').replace(/^(priorities|approaches): .*\n/gm, '');
  writeFileSync(path.join(folder, 'docs/flods.md'), added.replaceAll('../approaches', 'approaches'));
  await page.getByRole('heading', {name: 'Floods by night'}).waitFor();
});
