import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {load} from 'cheerio';
import {documentPages} from '../../../model/pages/document-parts.ts';
import {fileOfAddress} from '../../../model/routes/addresses.ts';
import {allPages} from '../../../model/toolkit.ts';
import {cutArticle, joinPages} from '../../../outputs/document/join-pages.ts';
import {type BuiltSite, inParallel} from '../built-site.ts';

/** Inserts the text of every live page into the pages of the whole toolkit as a document. */
export async function writeDocument(site: BuiltSite): Promise<void> {
  const fingerprints = new Map(allPages(site.toolkit).map(({id, fingerprint}) => [id, fingerprint]));
  const {pages} = documentPages(site.toolkit);
  const all = pages.flatMap(({address: part, sections}) => sections.map((section) => ({...section, part})));
  const cut = await inParallel(all, async ({id, address, part}) => {
    const article = cutArticle(await readFile(path.join(site.dir, fileOfAddress(address)), 'utf8'));
    return {...article, address, part, fingerprint: fingerprints.get(id)?.() ?? ''};
  });
  await inParallel(pages, async ({address}) => {
    const file = path.join(site.dir, fileOfAddress(address));
    const $ = load(await readFile(file, 'utf8'), {scriptingEnabled: false});
    const room = $('[data-document]');
    if (room.length !== 1)
      throw new Error(`${file} has no element with \`data-document\`, expected one for the sections`);
    room.html(joinPages(site, address, cut));
    await writeFile(file, $.html());
  });
}
