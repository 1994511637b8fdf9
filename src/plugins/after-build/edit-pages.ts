import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {CheerioAPI} from 'cheerio';
import {load} from 'cheerio';
import type {BuiltPage, BuiltSite} from './built-site.ts';
import {listPages} from './built-site.ts';
import {inParallel} from './in-parallel.ts';

/** A change to the elements of one page. */
export type PageEdit = ($: CheerioAPI, page: BuiltPage) => void;

/** A change to the text of one page. */
export type TextEdit = (html: string, page: BuiltPage) => string;

/** Makes changes to the elements of every page; each page is parsed once for all of them. */
export async function editPages(site: BuiltSite, edits: readonly PageEdit[]): Promise<void> {
  await rewritePages(site, (html, page) => {
    // The minifier leaves out optional tags. The full parser puts them back; the quick one of `cheerio/slim`
    // nests a table's body in the last cell of its head.
    const $ = load(html, {scriptingEnabled: false});
    for (const edit of edits) edit($, page);
    return $.html();
  });
}

/** Makes a change to the text of every page. */
export async function rewritePages(site: BuiltSite, edit: TextEdit): Promise<void> {
  await inParallel(await listPages(site), async (page) => {
    const file = path.join(site.dir, page.file);
    const before = await readFile(file, 'utf8');
    const after = edit(before, page);
    if (after !== before) await writeFile(file, after);
  });
}
