import {readFileSync} from 'node:fs';
import path from 'node:path';
import {HtmlValidate} from 'html-validate';
import {createSiteServer} from '../../../../src/io/cli/site-server.ts';
import {listenOnFreePort} from '../network/listen.ts';
import {findViolations} from './find-violations.ts';
import {sharedBrowser} from './open-browser.ts';
import {pagesOfEveryShape} from './pages-of-every-shape.ts';

/** The widths of a phone and of a desk, in pixels. */
const [PHONE, DESK] = [360, 1280];

/** The standard's rules; two that only prefer one way of writing an attribute are left out. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {'attribute-boolean-style': 'off', 'attribute-empty-style': 'off'},
});

/** Everything about a page that the standard forbids. */
export async function problemsOfHtml(file: string, html: string): Promise<string[]> {
  const {results} = await validator.validateString(html, file);
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, selector}) => `${file}: ${ruleId}: ${message} at ${selector}`),
  );
}

/** Whether the pages of a built site are valid HTML, what axe finds on them in a browser, and whether they fit a phone. */
export async function auditSite(folder: string, baseUrl: string, files = pagesOfEveryShape(folder)): Promise<string[]> {
  const server = createSiteServer(folder, baseUrl);
  const origin = `http://127.0.0.1:${await listenOnFreePort(server)}`;
  const context = await (await sharedBrowser()).newContext();
  const problems: string[] = [];
  try {
    const page = await context.newPage();
    for (const file of files) {
      problems.push(...(await problemsOfHtml(file, readFileSync(path.join(folder, file), 'utf8'))));
      // The rest of the editor's page is Decap CMS, which first shows that it is loading.
      if (file === 'edit/index.html') continue;
      await page.setViewportSize({width: DESK, height: 900});
      await page.goto(`${origin}${baseUrl}${file.replace(/index\.html$/, '')}`, {waitUntil: 'load'});
      // What axe finds is the same on a phone.
      problems.push(...(await findViolations(page)).map(({problem, place}) => `${file}: ${problem} at ${place}`));
      for (const width of [DESK, PHONE]) {
        await page.setViewportSize({width, height: 900});
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) problems.push(`${file}: at ${width} px: scrolls sideways by ${overflow} px`);
      }
    }
  } finally {
    await context.close();
    server.close();
  }
  return problems;
}
