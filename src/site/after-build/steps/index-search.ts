import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {close, createIndex} from 'pagefind';
import {html} from '../../../format/html.ts';
import {fileOfAddress} from '../../../model/routes/addresses.ts';
import type {GeneratedPage} from '../../../model/routes/generated-routes.ts';
import {GENERATED_ROUTES} from '../../../model/routes/generated-routes.ts';
import type {BuiltSite} from '../built-site.ts';
import {readPages} from '../read-pages.ts';

/** Search boxes that Pagefind offers; ours is part of the theme. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes the search index, from the pages that mark their words with `data-pagefind-body`, and from what pages that
 * the build makes are called; one site at a time.
 */
export async function indexSearch(site: BuiltSite): Promise<void> {
  try {
    const {index} = check(await createIndex());
    if (!index) throw new Error('Pagefind made no index and gave no reason');
    // One page after another, in order, so that numbering never depends on which was read first.
    const {pages} = await readPages(site);
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

/** A page by what it is called and holds, no more: most of what it says stands on other pages, which are the ones to find. */
function renderName({title, about}: GeneratedPage, language: string): string {
  return html`<html lang="${language}"><body data-pagefind-body data-pagefind-filter="edition:live">
    <h1>${title}</h1> <p data-pagefind-meta="lead">${about}</p></body></html>`.html;
}

/** Pagefind hands its errors back beside its answers. */
function check<Response extends {errors: string[]}>(response: Response): Response {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
  return response;
}
