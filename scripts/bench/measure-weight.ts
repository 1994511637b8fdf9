import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {load} from 'cheerio';
import {chromium, type Page} from 'playwright-core';
import {loadConfig} from '../../src/fs/load-toolkit.ts';
import {createSiteServer} from '../cli/site-server.ts';
import type {BrowserProgram} from './unpack-browser.ts';

/** The id of the page that stands for all guidance: the first priority with a page, else the front page. */
export function samplePage(cwd: string): string {
  return loadConfig(cwd).priorities.find(({page}) => page !== undefined)?.page ?? 'index';
}

/** Bytes over the wire by kind, and how many requests brought them; the favicon is left out. */
export type Weight = Record<'html' | 'css' | 'js' | 'other' | 'total' | 'requests', number>;

const KINDS: Record<string, 'html' | 'css' | 'js'> = {document: 'html', stylesheet: 'css', script: 'js'};

/** Opens a page on a phone with an empty cache, waits until it asks for nothing more, and counts what it loaded. */
export async function measureWeight(
  browser: BrowserProgram,
  folder: string,
  baseUrl: string,
  address: string,
): Promise<Weight> {
  return measureUse(browser, folder, baseUrl, address, async (_, weight) => weight);
}

/** Searches for a word for the first time, and counts what the search loads after its page is there. */
export async function measureSearch(
  browser: BrowserProgram,
  folder: string,
  baseUrl: string,
  word: string,
): Promise<Weight> {
  return measureUse(browser, folder, baseUrl, '/search/', async (page, weight) => {
    Object.assign(weight, NO_WEIGHT);
    const input = page.locator('main input[type="search"]');
    await input.focus();
    await input.fill(word);
    await input.press('Enter');
    await page.locator('main').getByRole('link', {name: word}).first().waitFor();
    await page.waitForLoadState('networkidle');
    return weight;
  });
}

const NO_WEIGHT: Weight = {html: 0, css: 0, js: 0, other: 0, total: 0, requests: 0};

async function measureUse(
  {executablePath, env}: BrowserProgram,
  folder: string,
  baseUrl: string,
  address: string,
  use: (page: Page, weight: Weight) => Promise<Weight>,
): Promise<Weight> {
  const server = createSiteServer(folder, baseUrl, {brotli: false});
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const browser = await chromium.launch({executablePath, env: {...process.env, ...env}, args: ['--no-sandbox']});
  try {
    const page = await browser.newPage({viewport: {width: 412, height: 823}});
    const weight = {...NO_WEIGHT};
    page.on('requestfinished', async (request) => {
      if (/^data:|favicon/.test(request.url())) return;
      const {responseBodySize, responseHeadersSize} = await request.sizes();
      const bytes = responseBodySize + responseHeadersSize;
      weight[KINDS[request.resourceType()] ?? 'other'] += bytes;
      weight.total += bytes;
      weight.requests += 1;
    });
    await page.goto(`http://127.0.0.1:${port}${baseUrl}${address.slice(1)}`, {waitUntil: 'networkidle'});
    return await use(page, weight);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Bytes with gzip of everything on a page that is not its article: HTML, styles and scripts. */
export async function measureShell(folder: string, address: string): Promise<number> {
  const $ = load(await readFile(path.join(folder, address, 'index.html')));
  $('article').empty();
  const files = $('link[rel="stylesheet"], script[src]')
    .toArray()
    .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '');
  const parts = await Promise.all(
    files.map((file) => readFile(path.join(folder, file.slice(file.indexOf('assets/'))))),
  );
  return [Buffer.from($.html()), ...parts].reduce((sum, part) => sum + gzipSync(part, {level: 9}).length, 0);
}
