import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Page} from 'playwright-core';
import {z} from 'zod';
import {ExitError} from '../../src/io/cli/exit-error.ts';
import type {Io} from '../../src/io/cli/io.ts';
import {loadConfig} from '../../src/io/load-toolkit.ts';
import {findBrowser} from '../../tests/engine/support/browser/find-browser.ts';
import {measureWeight, openPage} from './measure-weight.ts';

/** Queries of readers, each with the addresses of the pages that answer it. */
const SEARCHES = 'tests/content/searches.json';

const searchesSchema = z.array(z.strictObject({query: z.string(), pages: z.array(z.string().startsWith('/')).min(1)}));

/** How many results a reader looks at before trying other words. */
const LOOKED_AT = 3;

/** Prints how often the first results of the built site answer a query. */
export async function benchSearch({cwd, stdout}: Io): Promise<void> {
  const {queries, first, near, misses, total, requests} = await scoreSearch(cwd, path.join(cwd, 'build'));
  const share = (count: number) => `${count} of ${queries} (${Math.round((100 * count) / queries)}%)`;
  stdout.write(misses.map((miss) => `${miss}\n`).join(''));
  stdout.write(`An answer comes first: ${share(first)}; among the first ${LOOKED_AT}: ${share(near)}\n`);
  stdout.write(`First use, with the longest query: ${(total / 1000).toFixed(1)} KB in ${requests} requests\n`);
}

/**
 * Searches a built site in a browser: how many queries have an answer as the first result, and near it; for the others its
 * place or 0, the query and the first results; and what the longest query costs a reader as the first one.
 */
export async function scoreSearch(cwd: string, folder: string) {
  const file = path.join(cwd, SEARCHES);
  if (!existsSync(file)) throw new ExitError(`this toolkit has no ${SEARCHES}`, 'List queries and pages in it.');
  const searches = searchesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const {baseUrl} = loadConfig(cwd);
  const browser = await findBrowser(path.join(cwd, '.tmp'));
  const misses: string[] = [];
  let near = 0;
  const {page, close} = await openPage(browser, folder, baseUrl);
  try {
    await page.goto('search/');
    for (const {query, pages} of searches) {
      const results = (await search(page, query)).map((address) => address.slice(baseUrl.length - 1));
      const place = results.findIndex((address) => pages.includes(address)) + 1;
      if (place > 0 && place <= LOOKED_AT) near += 1;
      if (place !== 1) misses.push(`${place} ${query}: ${results.slice(0, LOOKED_AT).join(' ')}`);
    }
  } finally {
    await close();
  }
  const [longest = ''] = searches.map(({query}) => query).sort((a, b) => b.length - a.length);
  const {total, requests} = await measureWeight(browser, folder, baseUrl, '/search/', async (searched) => {
    await searched.locator('#page-search').fill(longest);
    await searched.locator('[data-search-status]', {hasText: `for ${longest}`}).waitFor();
  });
  return {queries: searches.length, first: searches.length - misses.length, near, misses, total, requests};
}

/** The addresses of the first results, best first. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.locator('#page-search').fill(query);
  // Otherwise the search waits whether the reader types on.
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => {
    const {dataset} = document.querySelector<HTMLElement>('form[data-search]') ?? {};
    const status = document.querySelector('[data-search-status]')?.textContent;
    return status && status !== dataset?.busy;
  });
  const links = page.locator('[data-results] h2 a');
  return links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
}
