import {readFileSync} from 'node:fs';
import type {Server} from 'node:http';
import path from 'node:path';
import {HtmlValidate} from 'html-validate';
import {chromium} from 'playwright-core';
import {keysOfColours} from '../../content/theme.ts';
import {count} from '../../format/text.ts';
import type {Run} from '../../io/cli/command-types.ts';
import {type BrowserProgram, findBrowser} from '../../io/cli/find-browser.ts';
import {createSiteServer, listen, readPort} from '../../io/cli/site-server.ts';
import {loadConfig} from '../../io/load-toolkit.ts';
import type {AUDIT} from './feature.ts';
import {findViolations, type Violation} from './find-violations.ts';
import {pagesOfEveryShape} from './pages-of-every-shape.ts';

/** The widths of a phone and of a desk, in pixels. */
const [PHONE, DESK] = [360, 1280];

/** `toolkit audit`: whether the built pages are valid HTML, and what axe finds on them in a browser. */
export const run: Run<typeof AUDIT> = async (_, io) => {
  const {baseUrl, theme} = loadConfig(io.cwd);
  const folder = path.join(io.cwd, 'build');
  const server = createSiteServer(folder, baseUrl);
  const files = pagesOfEveryShape(folder);
  const found: Found[] = [];
  for (const file of files) {
    const html = readFileSync(path.join(folder, file), 'utf8');
    for (const violation of await problemsOfHtml(file, html)) found.push({file, ...violation});
  }
  found.push(...(await browse(server, baseUrl, files, await findBrowser(path.join(io.cwd, '.tmp')))));
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
async function browse(
  server: Server,
  baseUrl: string,
  files: readonly string[],
  {executablePath, env}: BrowserProgram,
): Promise<Found[]> {
  const origin = `http://127.0.0.1:${await listen(server, readPort(undefined))}`;
  const browser = await chromium.launch({
    executablePath,
    env: {...process.env, ...env},
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

/** The standard's rules; two that only prefer one way of writing an attribute are left out. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {'attribute-boolean-style': 'off', 'attribute-empty-style': 'off'},
});

/** Everything about a page that the standard forbids. */
export async function problemsOfHtml(file: string, html: string): Promise<Violation[]> {
  const {results} = await validator.validateString(html, file);
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, selector}) => ({problem: `${ruleId}: ${message}`, place: selector ?? ''})),
  );
}
