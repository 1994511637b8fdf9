import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {load} from 'cheerio';
import {DOCUMENT, documentParts} from '../../../model/pages/document-parts.ts';
import {fileOfAddress} from '../../../model/routes/addresses.ts';
import {allPages} from '../../../model/toolkit.ts';
import {cutArticle, joinPages} from '../../../outputs/document/join-pages.ts';
import {type BuiltSite, inParallel} from '../built-site.ts';

/** Inserts the text of every live page into the page of the whole toolkit. */
export async function writeDocument(site: BuiltSite): Promise<void> {
  const fingerprints = new Map(allPages(site.toolkit).map(({id, fingerprint}) => [id, fingerprint]));
  const sections = documentParts(site.toolkit).flatMap((part) => part.sections);
  const pages = await inParallel(sections, async ({id, address}) => {
    const html = cutArticle(await readFile(path.join(site.dir, fileOfAddress(address)), 'utf8'));
    return {address, html, fingerprint: fingerprints.get(id)?.() ?? ''};
  });
  const file = path.join(site.dir, fileOfAddress(DOCUMENT));
  const $ = load(await readFile(file, 'utf8'), {scriptingEnabled: false});
  const room = $('[data-document]');
  if (room.length !== 1)
    throw new Error(`${file} has no element with \`data-document\`, expected one for the sections`);
  room.replaceWith(joinPages(site, pages));
  await writeFile(file, $.html());
}
