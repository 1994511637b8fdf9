import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {close, createIndex} from 'pagefind';
import {html} from '../../../format/html.ts';
import {fileOfAddress} from '../../../model/routes/addresses.ts';
import {GENERATED_ROUTES, type GeneratedPage} from '../../../model/routes/generated-routes.ts';
import type {BuiltSite} from '../built-site.ts';
import {readPages} from '../read-pages.ts';

/** Search boxes of Pagefind; ours is part of the theme. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes the search index from pages that mark their text with `data-pagefind-body`, and from the names of generated
 * pages; one site at a time.
 */
export async function indexSearch(site: BuiltSite): Promise<void> {
  try {
    const {index} = check(await createIndex());
    if (!index) throw new Error('Pagefind created no index and gave no reason');
    // One page after another, so that numbering never depends on which page was read first.
    const pages = await readPages(site);
    for (const {file, html: content} of pages) {
      if (content.includes('data-pagefind-body')) check(await index.addHTMLFile({sourcePath: file, content}));
    }
    const built = new Set(pages.map(({file}) => file));
    for (const page of GENERATED_ROUTES.filter(({address}) => built.has(fileOfAddress(address)))) {
      check(await index.addHTMLFile({url: page.address, content: renderName(page, site.toolkit.config.language)}));
    }
    const {files} = check(await index.getFiles());
    for (const {path: file, content} of files.filter((file) => !UNUSED.test(file.path))) {
      const target = path.join(site.dir, 'pagefind', file);
      await mkdir(path.dirname(target), {recursive: true});
      await writeFile(target, content);
    }
  } finally {
    await close();
  }
}

/** A page with only its name and subject: most of its text is also on other pages, which are the ones to find. */
function renderName({title, about}: GeneratedPage, language: string): string {
  return html`<html lang="${language}"><body data-pagefind-body data-pagefind-filter="edition:live">
    <h1>${title}</h1> <p data-pagefind-meta="lead">${about}</p></body></html>`.html;
}

/** Pagefind returns errors together with its answers. */
function check<Response extends {errors: string[]}>(response: Response): Response {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
  return response;
}
