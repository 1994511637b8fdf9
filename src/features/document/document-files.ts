import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {fileOfAddress} from '../../content/addresses/addresses.ts';
import {documentPages} from '../../content/pages/document-parts.ts';
import {textOf} from '../../language/text.ts';
import {type BuiltSite, inParallel} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {cutArticle, joinPages} from './join-pages.ts';

const OPENING = '<div data-document="true">';

/** The element of the theme that the sections are put into. */
const ROOM = `${OPENING}</div>`;

/** The pages of the whole toolkit as a document, with the text of every live page inserted. */
export async function documentFiles(site: BuiltSite): Promise<SiteFile[]> {
  const text = textOf(site.toolkit.config);
  const {pages} = documentPages(site.toolkit);
  const all = pages.flatMap(({address: part, sections}) => sections.map((section) => ({...section, part})));
  const cut = await inParallel(all, async ({address, part}) => {
    const article = cutArticle(await readFile(path.join(site.dir, fileOfAddress(address)), 'utf8'));
    return {...article, address, part};
  });
  return inParallel(pages, async ({address}): Promise<SiteFile> => {
    const file = path.join(site.dir, fileOfAddress(address));
    const [before, after] = (await readFile(file, 'utf8')).split(ROOM, 2);
    if (before === undefined || after === undefined)
      throw new Error(`${file} has no element with \`data-document\`, expected one for the sections`);
    const html = `${before}${OPENING}${joinPages({...site, text}, address, cut)}</div>${after}`;
    return [fileOfAddress(address), html];
  });
}
