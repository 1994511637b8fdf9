import {existsSync, readFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {chromium} from 'playwright-core';
import {ExitError} from '../../src/fs/exit-error.ts';
import {loadConfig} from '../../src/fs/load-toolkit.ts';
import {findBrowser} from '../cli/find-browser.ts';
import {createSiteServer} from '../cli/site-server.ts';
import type {Run} from '../commands.ts';
import {findViolations} from './find-violations.ts';
import {pagesOfEveryShape} from './pages-of-every-shape.ts';
import {problemsOfHtml} from './valid-html.ts';

/** A phone and a desk. */
const WIDTHS = [360, 1280];

/** `toolkit audit`: whether the built pages are valid HTML, and what axe finds on them in a browser. */
export const run: Run<'audit'> = async (_, io) => {
  const folder = path.join(io.cwd, 'build');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new ExitError('no built site found in `build/`', 'Run `npm run build` first.');
  }
  const {baseUrl} = loadConfig(io.cwd);
  const files = pagesOfEveryShape(folder);
  const html = await Promise.all(
    files.map((file) => problemsOfHtml(file, readFileSync(path.join(folder, file), 'utf8'))),
  );
  const problems = [...html.flat(), ...(await browse(folder, baseUrl, files))];
  for (const problem of problems) io.stdout.write(`${problem}\n`);
  const count = problems.length === 0 ? 'no problems' : `${problems.length} problems`;
  io.stderr.write(`${count} in ${files.length} pages, on which every kind of element is found\n`);
  return problems.length > 0 ? 1 : 0;
};

/** What is wrong with pages in a browser, one line each. */
async function browse(folder: string, baseUrl: string, files: readonly string[]): Promise<string[]> {
  const program = await findBrowser(path.join(folder, '..', '.tmp'));
  const server = createSiteServer(folder, baseUrl);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: program.executablePath,
    env: {...process.env, ...program.env},
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const problems: string[] = [];
  try {
    for (const width of WIDTHS) {
      const page = await browser.newPage({viewport: {width, height: 900}});
      const say = (file: string, problem: string) => problems.push(`${file}: at ${width} px: ${problem}`);
      for (const file of files) {
        await page.goto(`${origin}${baseUrl}${file.replace(/index\.html$/, '')}`, {waitUntil: 'load'});
        // What axe finds is the same on a phone, and takes most of the time.
        if (width === Math.max(...WIDTHS)) for (const violation of await findViolations(page)) say(file, violation);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) say(file, `scrolls sideways by ${overflow} px, expected everything to fit`);
      }
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  return problems;
}
