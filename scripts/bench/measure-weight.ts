import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {load} from 'cheerio';
import {chromium} from 'playwright-core';
import {createSiteServer} from '../site-server.ts';
import type {BrowserProgram} from '../unpack-browser.ts';

/** Bytes over the wire by kind, and how many requests brought them; the favicon is left out. */
export interface Weight {
  html: number;
  css: number;
  js: number;
  other: number;
  total: number;
  requests: number;
}

const KINDS: Record<string, 'html' | 'css' | 'js'> = {Document: 'html', Stylesheet: 'css', Script: 'js'};

/** How long a page may go on asking for things after it has loaded, in milliseconds. */
const SETTLE = 2000;

/** Opens a page in a browser with an empty cache, and counts what it loads. */
export async function measureWeight(
  program: BrowserProgram,
  folder: string,
  baseUrl: string,
  address: string,
): Promise<Weight> {
  const server = createSiteServer(folder, baseUrl, {brotli: false});
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: program.executablePath,
    env: {...process.env, ...program.env},
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({viewport: {width: 412, height: 823}});
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const weight: Weight = {html: 0, css: 0, js: 0, other: 0, total: 0, requests: 0};
    const kinds = new Map<string, 'html' | 'css' | 'js' | 'other'>();
    session.on('Network.requestWillBeSent', ({requestId, request, type}) => {
      if (request.url.startsWith('data:') || /favicon/.test(request.url)) return;
      kinds.set(requestId, /\.js($|\?)/.test(request.url) ? 'js' : (KINDS[type ?? ''] ?? 'other'));
    });
    session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
      const kind = kinds.get(requestId);
      if (!kind) return;
      weight[kind] += encodedDataLength;
      weight.total += encodedDataLength;
      weight.requests += 1;
    });
    await page.goto(`http://127.0.0.1:${port}${baseUrl}${address.slice(1)}`, {waitUntil: 'load'});
    await page.waitForTimeout(SETTLE);
    return weight;
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
