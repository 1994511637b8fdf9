import {type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, inject, onTestFinished} from 'vitest';
import {createSiteServer} from '../../../../src/io/cli/site-server.ts';
import {listenOnFreePort} from '../network/listen.ts';
import type {BrowserProgram} from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that the global setup made ready. */
    browser: BrowserProgram;
  }
}

/** No telemetry, no updates: whatever a page asks for is then the page's own doing. */
const ARGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A served site in a browser. */
export interface SiteInBrowser {
  origin: string;
  /** Opens a page of the site until the test ends; what it asks of other hosts, and what its policy refuses, is collected. */
  open(address: string, options?: BrowserContextOptions): Promise<OpenPage>;
}

interface OpenPage {
  page: Page;
  /** Addresses on other hosts that were asked for. */
  foreign: string[];
  /** What the security policy refused, and script errors. */
  complaints: string[];
}

let browser: Promise<Browser> | undefined;

/** The browser of all files that a worker runs; it ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  const {executablePath, env} = inject('browser');
  browser ??= chromium.launch({executablePath, env: {...process.env, ...env}, args: ARGS});
  return browser;
}

/** Serves the folder of a built site to a browser for the tests of a file. */
export function useSite(folder: string, baseUrl: string): SiteInBrowser {
  return useServer(async () => {
    const server = createSiteServer(folder, baseUrl);
    const origin = `http://127.0.0.1:${await listenOnFreePort(server)}`;
    return {origin, stop: () => void server.close()};
  });
}

/** Starts a server for the tests of a file, and shows its pages in a browser. */
export function useServer(start: () => Promise<{origin: string; stop(): unknown}>): SiteInBrowser {
  let stop = (): unknown => undefined;
  const site: SiteInBrowser = {
    origin: '',
    open: async (address, options = {}) =>
      openPage(await (await sharedBrowser()).newContext(options), site.origin, address),
  };
  beforeAll(async () => {
    await sharedBrowser();
    const server = await start();
    stop = server.stop;
    site.origin = server.origin;
  });
  afterAll(() => stop());
  return site;
}

async function openPage(context: BrowserContext, origin: string, address: string): Promise<OpenPage> {
  onTestFinished(() => context.close());
  const page = await context.newPage();
  // The limit is that of the test.
  page.setDefaultTimeout(0);
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 404')) complaints.push(message.text());
  });
  await page.goto(`${origin}${address}`, {waitUntil: 'load'});
  return {page, foreign, complaints};
}

/** Removes the banner that a build has while a change note waits: readers of the published page do not see it. */
export async function removePreviewBanner(page: Page): Promise<void> {
  await page.locator('.preview-banner').evaluateAll((banners) => banners.forEach((banner) => void banner.remove()));
}

/** Chromium writes the dictionary of each sheet as text. */
function sheetsOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** On how many sheets of A4 a page is printed. */
export async function countSheets(site: SiteInBrowser, address: string, style = ''): Promise<number> {
  const {page} = await site.open(address, {bypassCSP: true});
  await removePreviewBanner(page);
  if (style) await page.addStyleTag({content: style});
  const pdf = await page.pdf({preferCSSPageSize: true});
  await page.context().close();
  return sheetsOf(pdf);
}
