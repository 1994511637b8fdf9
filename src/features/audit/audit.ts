import {existsSync, readFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {chromium} from 'playwright-core';
import {keysOfColours} from '../../content/theme.ts';
import {count} from '../../format/text.ts';
import type {Run} from '../../io/cli/command-types.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import {findBrowser} from '../../io/cli/find-browser.ts';
import {createSiteServer} from '../../io/cli/site-server.ts';
import {loadConfig} from '../../io/load-toolkit.ts';
import type {AUDIT} from './feature.ts';
import {findViolations, type Violation} from './find-violations.ts';
import {pagesOfEveryShape} from './pages-of-every-shape.ts';
import {problemsOfHtml} from './valid-html.ts';

/** The widths of a phone and of a desk, in pixels. */
const [PHONE, DESK] = [360, 1280];

/** `toolkit audit`: whether the built pages are valid HTML, and what axe finds on them in a browser. */
export const run: Run<typeof AUDIT> = async (_, io) => {
  const {baseUrl, theme} = loadConfig(io.cwd);
  const folder = path.join(io.cwd, 'build');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new ExitError('no built site found in `build/`', 'Run `npm run build` first.');
  }
  const files = pagesOfEveryShape(folder);
  const found: Found[] = [];
  for (const file of files) {
    const html = readFileSync(path.join(folder, file), 'utf8');
    for (const violation of await problemsOfHtml(file, html)) found.push({file, ...violation});
  }
  found.push(...(await browse(folder, baseUrl, files)));
  const problems = Map.groupBy(found, ({problem}) => problem);
  const keys = keysOfColours(theme);
  for (const [problem, [first, ...others]] of problems) {
    if (!first) continue;
    const named = problem.replace(/#[0-9a-f]{6}\b/g, (colour) =>
      keys.has(colour) ? `\`${keys.get(colour)}\` (${colour})` : colour,
    );
    const more = others.length === 0 ? '' : `, and in ${count(others.length, 'other place')}`;
    io.stdout.write(`${first.file}: ${named}${first.place && ` at \`${first.place}\``}${more}\n`);
  }
  const total = problems.size === 0 ? 'no problems' : count(problems.size, 'problem');
  io.stderr.write(`${total} in ${files.length} pages, on which every kind of element is found\n`);
  return problems.size > 0 ? 1 : 0;
};

interface Found extends Violation {
  file: string;
}

/** What is wrong with pages in a browser. */
async function browse(folder: string, baseUrl: string, files: readonly string[]): Promise<Found[]> {
  const program = await findBrowser(path.join(folder, '..', '.tmp'));
  const server = createSiteServer(folder, baseUrl);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: program.executablePath,
    env: {...process.env, ...program.env},
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const found: Found[] = [];
  try {
    const page = await browser.newPage();
    for (const file of files) {
      await page.setViewportSize({width: DESK, height: 900});
      await page.goto(`${origin}${baseUrl}${file.replace(/index\.html$/, '')}`, {waitUntil: 'load'});
      // What axe finds is the same on a phone.
      for (const violation of await findViolations(page)) found.push({file, ...violation});
      for (const width of [DESK, PHONE]) {
        await page.setViewportSize({width, height: 900});
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const problem = `at ${width} px: scrolls sideways by ${overflow} px, expected everything to fit`;
        if (overflow > 0) found.push({file, problem, place: ''});
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  return found;
}
