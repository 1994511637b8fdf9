import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type CheerioAPI, load} from 'cheerio/slim';
import {absoluteUrl, fileOfAddress, hrefOf, type SiteAddress} from '../../content/addresses/addresses.ts';
import {resolveLink} from '../../content/addresses/resolve-link.ts';
import {oncePer, remember} from '../../content/memo.ts';
import {documentPages, sectionAnchor} from '../../content/pages/document-parts.ts';
import {type Html, html, trusted} from '../../format/html.ts';
import {fill} from '../../language/fill.ts';
import {type Text, textOf} from '../../language/text.ts';
import {type BuiltSite, inParallel} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {fullHash} from '../../site/render/hash.ts';

/** Pages are rendered by React, which leaves out no tag, so the quick parser suffices; text stays as it was encoded. */
const HTML = {xml: {xmlMode: false, decodeEntities: false}};

type Attributes = Record<string, string>;

/** What the document shows of a page. */
interface CutArticle {
  /** The content of its article, without furniture. */
  html: string;
  /** The ids of its elements. */
  ids: ReadonlySet<string>;
}

interface CutPage extends CutArticle {
  /** Without the site's base URL. */
  address: string;
  /** The address of the page of the document that has it. */
  part: string;
}

/** The site, the page of the document, and every page in the document by address. */
interface DocumentFrame extends SiteAddress {
  part: string;
  text: Text;
  pages: ReadonlyMap<string, CutPage>;
}

/** Attributes that name elements of the page by their ids. */
const REFERENCES = ['for', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details'];

/** The class of links whose address print leaves out, because it is printed elsewhere in the section. */
const SPELLED_OUT = 'spelled-out';

/** The sections of one page of the document, in the order of `pages`, which are those of the whole document. */
export function joinPages(site: SiteAddress & {text: Text}, part: string, pages: readonly CutPage[]): string {
  const frame = {...site, part, pages: new Map(pages.map((page) => [page.address, page]))};
  const own = pages.filter((page) => page.part === part);
  const {url, baseUrl, text} = site;
  return own
    .map((page) => {
      const inputs = [page.html, page.address, url, baseUrl, text.format.language, placesOf(pages)];
      return remember('section of the document', inputs, () => renderSection(page, frame));
    })
    .join('');
}

/** What links depend on: where the other pages are, and which ids they have. */
const placesOf = oncePer((pages: readonly CutPage[]): string =>
  fullHash(JSON.stringify(pages.map(({address, part, ids}) => [address, part, [...ids]]))),
);

/**
 * One page as a section: headings are one level lower, ids are unique, and links to other pages point to their
 * sections.
 */
function renderSection(page: CutPage, frame: DocumentFrame): string {
  const $ = load(page.html, HTML, false);
  lowerHeadings($);
  // A named section is a landmark, and the document would have hundreds with the same names.
  $('section[aria-labelledby]').removeAttr('aria-labelledby');
  for (const node of $('*').toArray()) if ('attribs' in node) rewriteAttributes(node.attribs, page, frame);
  spellOutOnce($('a[href^="http"]').toArray());
  const anchor = sectionAnchor(page.address);
  return html`<article class="page" id="${anchor}">${trusted($.html())}${recordLine(page, frame)}</article>`.html;
}

function lowerHeadings($: CheerioAPI): void {
  for (const heading of $('h1, h2, h3, h4, h5').toArray()) heading.name = `h${Number(heading.name.slice(1)) + 1}`;
}

function rewriteAttributes(attribs: Attributes, page: CutPage, frame: DocumentFrame): void {
  const ownId = (id: string) => elementAnchor(page.address, id);
  if (attribs.id) attribs.id = ownId(attribs.id);
  for (const name of REFERENCES) {
    if (attribs[name]) attribs[name] = attribs[name].split(/\s+/).map(ownId).join(' ');
  }
  for (const name of ['href', 'src']) if (attribs[name]) attribs[name] = rewriteLink(page, frame, attribs[name]);
  for (const [name, value] of Object.entries(attribs)) {
    // A drawing refers to its patterns like this.
    attribs[name] = value.replace(/^url\(#(.+)\)$/, (_, id) => `url(#${ownId(id)})`);
  }
}

function rewriteLink({address: from}: CutPage, frame: DocumentFrame, target: string): string {
  const destination = resolveLink(frame, from, target);
  if (destination.kind !== 'here') return target;
  const {address, anchor} = destination;
  const page = frame.pages.get(address);
  if (page && (anchor === '' || page.ids.has(anchor))) {
    const hash = `#${anchor === '' ? sectionAnchor(address) : encodeURIComponent(elementAnchor(address, anchor))}`;
    return page.part === frame.part ? hash : hrefOf(frame, page.part) + hash;
  }
  // What was left out, such as the history, is still on the page itself.
  const {search, hash} = new URL(target, absoluteUrl(frame, from));
  return hrefOf(frame, address) + search + hash;
}

function spellOutOnce(links: readonly {attribs: Attributes}[]): void {
  const seen = new Set<string>();
  for (const {attribs} of links) {
    const {href = '', class: classes = ''} = attribs;
    if (seen.has(href)) attribs.class = `${classes} ${SPELLED_OUT}`.trim();
    else if (!('data-source' in attribs)) seen.add(href);
  }
}

function recordLine({address}: CutPage, site: DocumentFrame): Html {
  const url = absoluteUrl(site, address);
  const line = fill(site.text.document.thisPage, {
    a: () => html`<a href="${hrefOf(site, address)}">${url}</a>`,
  });
  return html`<p class="section-record">${line}</p>`;
}

/** The id that an element of a page has in the document: `toolkit--priorities--homes__first-steps`. */
function elementAnchor(address: string, id: string): string {
  return `${sectionAnchor(address)}__${id}`;
}

/** Parts that make sense only on a single page. */
const FURNITURE = [
  'script',
  '.page-rail',
  '.page-tools',
  '.printed-as',
  '.publisher-notice',
  '.related',
  '.paginator',
  // The review and its notices stay.
  '.page-foot > :not(.review, .notice)',
].join(', ');

/**
 * The text of a built page with its record, without furniture.
 *
 * @throws {Error} where the page has no article.
 */
export function cutArticle(html: string): CutArticle {
  const [from, to] = [html.indexOf('<article'), html.lastIndexOf('</article>')];
  if (from === -1 || to === -1) throw new Error('page has no article, expected a page of the toolkit');
  const article = html.slice(from, to);
  return remember('article of a page', [article], () => {
    const $ = load(article, HTML, false);
    $('.about-page > .review').unwrap();
    $(FURNITURE).remove();
    const first = $('article').first();
    const ids = first.find('[id]').toArray();
    return {html: first.html() ?? '', ids: new Set(ids.map(({attribs}) => attribs.id ?? ''))};
  });
}

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
