import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {textOf} from '../../../language/text.ts';
import {documentPages} from '../../../model/pages/document-parts.ts';
import {fileOfAddress} from '../../../model/routes/addresses.ts';
import {cutArticle, joinPages} from '../../../outputs/document/join-pages.ts';
import {type BuiltSite, inParallel} from '../built-site.ts';

const OPENING = '<div data-document="true">';

/** The element of the theme that the sections are put into. */
const ROOM = `${OPENING}</div>`;

/** Inserts the text of every live page into the pages of the whole toolkit as a document. */
export async function writeDocument(site: BuiltSite): Promise<void> {
  const text = textOf(site.toolkit.config);
  const {pages} = documentPages(site.toolkit);
  const all = pages.flatMap(({address: part, sections}) => sections.map((section) => ({...section, part})));
  const cut = await inParallel(all, async ({address, part}) => {
    const article = cutArticle(await readFile(path.join(site.dir, fileOfAddress(address)), 'utf8'));
    return {...article, address, part};
  });
  await inParallel(pages, async ({address}) => {
    const file = path.join(site.dir, fileOfAddress(address));
    const [before, after] = (await readFile(file, 'utf8')).split(ROOM, 2);
    if (before === undefined || after === undefined)
      throw new Error(`${file} has no element with \`data-document\`, expected one for the sections`);
    const html = `${before}${OPENING}${joinPages({...site, text}, address, cut)}</div>${after}`;
    site.output.write([[fileOfAddress(address), html]]);
  });
}
