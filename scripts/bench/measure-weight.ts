import {gzipSync} from 'node:zlib';
import {chromium, type Page, type Request} from 'playwright-core';
import {guidanceTerms} from '../../src/content/schemas/vocabulary-schema.ts';
import {createSiteServer, listen, readPort} from '../../src/io/cli/site-server.ts';
import {loadConfig} from '../../src/io/load-toolkit.ts';
import type {BrowserProgram} from '../../tests/engine/support/browser/find-browser.ts';

/** The id of the page that stands for all guidance: the first term with a page, else the front page. */
export function samplePage(cwd: string): string {
  return guidanceTerms(loadConfig(cwd)).find(({page}) => page !== undefined)?.page ?? 'index';
}

/** Bytes over the wire by kind, and how many requests brought them; the favicon is left out. */
type Weight = Record<'html' | 'css' | 'js' | 'other' | 'total' | 'requests', number>;

const KINDS: Record<string, 'html' | 'css' | 'js'> = {document: 'html', stylesheet: 'css', script: 'js'};

/** Opens a page on a phone, waits until it asks for nothing more, and counts what it loaded; with `use`, what that loads. */
export async function measureWeight(
  browser: BrowserProgram,
  folder: string,
  baseUrl: string,
  address: string,
  use?: (page: Page) => Promise<void>,
): Promise<Weight> {
  const {page, close} = await openPage(browser, folder, baseUrl);
  try {
    let requests: Request[] = [];
    page.on('requestfinished', (request) => void requests.push(request));
    await page.goto(address.slice(1), {waitUntil: 'networkidle'});
    if (use) {
      requests = [];
      await use(page);
      await page.waitForTimeout(QUIET);
    }
    return await weigh(requests.filter((request) => !/^data:|favicon/.test(request.url())));
  } finally {
    await close();
  }
}

/** A page on a phone with an empty cache; addresses are relative to the base of a built site. */
export async function openPage({executablePath, env}: BrowserProgram, folder: string, baseUrl: string) {
  const server = createSiteServer(folder, baseUrl);
  const port = await listen(server, readPort(undefined));
  const browser = await chromium.launch({executablePath, env: {...process.env, ...env}, args: ['--no-sandbox']});
  const page = await browser.newPage({
    baseURL: `http://127.0.0.1:${port}${baseUrl}`,
    viewport: {width: 412, height: 823},
  });
  return {
    page,
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** How long to wait for the last requests of a search, in milliseconds. */
const QUIET = 2000;

/** The media types of what hosts compress. */
const TEXT_RE = /^text\/|[/+](?:json|xml)\b|javascript/;

/** Texts count as a host sends them, with gzip. */
async function weigh(requests: readonly Request[]): Promise<Weight> {
  const weight: Weight = {html: 0, css: 0, js: 0, other: 0, total: 0, requests: requests.length};
  for (const request of requests) {
    const {responseHeadersSize} = await request.sizes();
    const response = await request.response();
    const body = (await response?.body()) ?? Buffer.alloc(0);
    const isText = TEXT_RE.test(response?.headers()['content-type'] ?? '');
    const bytes = responseHeadersSize + (isText ? gzipSync(body, {level: 9}) : body).length;
    weight[KINDS[request.resourceType()] ?? 'other'] += bytes;
    weight.total += bytes;
  }
  return weight;
}
