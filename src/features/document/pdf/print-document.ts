import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {chromium, type Page} from 'playwright-core';
import {DOCUMENT} from '../../../content/pages/document-parts.ts';
import type {Run} from '../../../io/cli/command-types.ts';
import {type BrowserProgram, findBrowser} from '../../../io/cli/find-browser.ts';
import {createSiteServer, listen, readPort} from '../../../io/cli/site-server.ts';
import {loadConfig} from '../../../io/load-toolkit.ts';
import type {PDF} from '../feature.ts';

/**
 * Prints the whole toolkit from a served site as a tagged PDF with bookmarks, and puts the number of its sheet after
 * each entry of the contents. Browsers cannot number contents themselves, so each page is first printed without the others.
 *
 * @param origin the address of the server with the base URL, without a slash at the end
 * @returns on which sheet each page begins, too: in the order of the document, counted from 1
 */
export async function printDocument(
  origin: string,
  {executablePath, env}: BrowserProgram,
  report: (done: number, all: number) => void,
) {
  const browser = await chromium.launch({executablePath, env: {...process.env, ...env}, args: ['--no-sandbox']});
  try {
    const page = await browser.newPage();
    await page.goto(origin + DOCUMENT);
    await loadParts(page);
    const articles = page.locator('[data-document] > article');
    const count = await articles.count();
    await numberContents(
      page,
      Array.from({length: count}, () => 0),
    );
    const show = (shown?: number) => page.evaluate(showOnly, shown);
    await show(-1);
    const front = await countSheets(page);
    let next = front + 1;
    const beginsOn: number[] = [];
    for (let index = 0; index < count; index += 1) {
      beginsOn.push(next);
      await show(index);
      next += (await countSheets(page)) - front;
      report(index + 1, count);
    }
    await numberContents(page, beginsOn);
    await show();
    const pdf = await page.pdf({preferCSSPageSize: true, tagged: true, outline: true});
    return {pdf, sheets: sheetsOf(pdf), beginsOn};
  } finally {
    await browser.close();
  }
}

/** Lets the script of the page load all parts, as its button does. */
async function loadParts(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.locator('[data-print-document]').click();
  await page.locator('[data-printed]').waitFor({state: 'attached'});
}

/** Runs in the page: after title and contents, shows one page of the toolkit, or all if none is named. */
function showOnly(shown?: number): void {
  for (const [index, article] of document.querySelectorAll('[data-document] > article').entries()) {
    article.toggleAttribute('hidden', shown !== undefined && shown !== index);
  }
  // What ends a page of the site is no part of the document.
  for (const end of document.querySelectorAll('main > footer, .site-footer')) end.toggleAttribute('hidden', true);
}

/** Puts a number after each entry of the contents; zeros reserve the room. */
async function numberContents(page: Page, numbers: readonly number[]): Promise<void> {
  await page.evaluate((all) => {
    const articles = [...document.querySelectorAll('[data-document] > article')];
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.document-contents a')) {
      const at = articles.findIndex(({id}) => `#${id}` === decodeURIComponent(link.hash));
      if (at < 0) continue;
      link.parentElement?.querySelector('.sheet-number')?.remove();
      const number = document.createElement('span');
      number.className = 'sheet-number';
      number.textContent = ` …\u00a0${all[at] || '000'}`;
      link.after(number);
    }
  }, numbers);
}

async function countSheets(page: Page): Promise<number> {
  return sheetsOf(await page.pdf({preferCSSPageSize: true}));
}

/** Chromium writes the dictionary of each sheet as text. */
export function sheetsOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** `toolkit pdf`: prints the built toolkit as one PDF. */
export const run: Run<typeof PDF> = async ({out}, io) => {
  const {baseUrl} = loadConfig(io.cwd);
  const folder = path.join(io.cwd, 'build');
  const browser = await findBrowser(path.join(io.cwd, '.tmp'));
  const server = createSiteServer(folder, baseUrl);
  const port = await listen(server, readPort(undefined));
  try {
    const {pdf, sheets, beginsOn} = await printDocument(
      `http://localhost:${port}${baseUrl.slice(0, -1)}`,
      browser,
      (done, all) => {
        if (done % 10 === 0 || done === all) io.stderr.write(`Counted the sheets of ${done} of ${all} pages\n`);
      },
    );
    const file = path.resolve(io.cwd, out);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, pdf);
    io.stdout.write(`wrote ${out}: ${beginsOn.length} pages of the toolkit on ${sheets} sheets\n`);
    return 0;
  } finally {
    server.close();
  }
};
