import {chromium, type Page} from 'playwright-core';
import {DOCUMENT} from '../../../content/pages/document-parts.ts';
import type {BrowserProgram} from '../../../io/cli/find-browser.ts';

/** The whole toolkit on paper, and on which sheet each of its pages begins. */
export interface PrintedDocument {
  pdf: Buffer;
  sheets: number;
  /** In the order of the document, counted from 1. */
  beginsOn: number[];
}

/**
 * Prints the whole toolkit from a served site as a tagged PDF with bookmarks, and puts the number of its sheet after
 * each entry of the contents. Browsers cannot number contents themselves, so each page is first printed without the others.
 *
 * @param origin the address of the server with the base URL, without a slash at the end
 */
export async function printDocument(
  origin: string,
  {executablePath, env}: BrowserProgram,
  report: (done: number, all: number) => void,
): Promise<PrintedDocument> {
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
