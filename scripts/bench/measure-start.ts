import {createServer} from 'node:net';
import {chromium, type Page} from 'playwright-core';
import type {BrowserProgram} from '../cli/find-browser.ts';
import {startServer} from './measure-command.ts';
import type {Site} from './peers.ts';

/** A page may take minutes to appear on a busy machine, in milliseconds. */
const LONGEST = 300_000;

/** What a development server takes, in seconds of the processor, and by the clock for the edit. */
interface StartCost {
  first: number;
  edit: number;
  wall: number;
}

/** Starts a development server, opens a page in a browser, edits it, and waits until the browser shows the edit. */
export async function measureStart(
  {executablePath, env}: BrowserProgram,
  site: Site,
  edit: () => Promise<string>,
): Promise<StartCost> {
  const port = await freePort();
  const browser = await chromium.launch({executablePath, env: {...process.env, ...env}, args: ['--no-sandbox']});
  const server = startServer(site.folder, site.start(port));
  try {
    const page = await browser.newPage();
    await open(page, `http://localhost:${port}${site.address}`);
    const first = server.cpu();
    const started = performance.now();
    const text = await edit();
    await page.getByText(text).first().waitFor({timeout: LONGEST});
    return {first, edit: server.cpu() - first, wall: (performance.now() - started) / 1000};
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Opens a page as soon as the server answers, and waits until it shows its title. */
async function open(page: Page, url: string): Promise<void> {
  const end = performance.now() + LONGEST;
  while (performance.now() < end) {
    const answer = await page.goto(url, {timeout: LONGEST}).catch(() => undefined);
    if (answer?.ok()) return page.locator('h1').first().waitFor({timeout: LONGEST});
    await page.waitForTimeout(200);
  }
  throw new Error(`${url} did not answer`);
}

/** A port that no program listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
}
