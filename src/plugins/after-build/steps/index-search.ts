import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {close, createIndex} from 'pagefind';
import type {BuiltSite} from '../built-site.ts';
import {listPages} from '../built-site.ts';

/** Search boxes that Pagefind offers; ours is part of the theme. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Writes the search index, from the pages that mark their words with `data-pagefind-body`; one site at a time. */
export async function indexSearch(site: BuiltSite): Promise<void> {
  try {
    const {index} = check(await createIndex());
    if (!index) throw new Error('Pagefind made no index and gave no reason');
    // One page after another, in order, so that numbering never depends on which was read first.
    for (const {file} of await listPages(site)) {
      const content = await readFile(path.join(site.dir, file), 'utf8');
      if (content.includes('data-pagefind-body')) check(await index.addHTMLFile({sourcePath: file, content}));
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

/** Pagefind hands its errors back beside its answers. */
function check<Response extends {errors: string[]}>(response: Response): Response {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
  return response;
}
