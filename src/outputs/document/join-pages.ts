import {type CheerioAPI, load} from 'cheerio';
import {type Html, html, trusted} from '../../format/html.ts';
import {sectionAnchor} from '../../model/pages/document-parts.ts';
import {absoluteUrl, hrefOf, type SiteAddress} from '../../model/routes/addresses.ts';
import {resolveLink} from '../../model/routes/resolve-link.ts';

type Attributes = Record<string, string>;

interface CutPage {
  /** Without the site's base URL. */
  address: string;
  fingerprint: string;
  /** The content of its article, without furniture. */
  html: string;
}

/** The site, and the ids of each page's elements by address. */
interface DocumentFrame extends SiteAddress {
  anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Attributes that name elements of the page by their ids. */
const REFERENCES = ['for', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details'];

/** The class of links whose address print leaves out, because it is printed elsewhere in the section. */
const SPELLED_OUT = 'among-sources';

/** The sections of the document, in the order of the pages. */
export function joinPages(site: SiteAddress, pages: readonly CutPage[]): string {
  const parsed = pages.map((page) => ({...page, $: load(page.html, {scriptingEnabled: false}, false)}));
  const anchors = new Map(
    parsed.map(({address, $}) => {
      const ids = $('[id]').toArray();
      return [address, new Set(ids.map(({attribs}) => attribs.id ?? ''))];
    }),
  );
  return parsed.map((page) => renderSection(page, {...site, anchors})).join('');
}

/**
 * One page as a section: headings are one level lower, ids are unique, and links to other pages point to their
 * sections.
 */
function renderSection(page: CutPage & {$: CheerioAPI}, frame: DocumentFrame): string {
  const {$} = page;
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
    if (name.startsWith('data-pagefind')) delete attribs[name];
    // A drawing refers to its patterns like this.
    else attribs[name] = value.replace(/^url\(#(.+)\)$/, (_, id) => `url(#${ownId(id)})`);
  }
}

function rewriteLink({address: from}: CutPage, frame: DocumentFrame, target: string): string {
  const destination = resolveLink(frame, from, target);
  if (destination.kind !== 'here') return target;
  const {address, anchor} = destination;
  const anchors = frame.anchors.get(address);
  if (anchors && anchor === '') return `#${sectionAnchor(address)}`;
  if (anchors?.has(anchor)) return `#${encodeURIComponent(elementAnchor(address, anchor))}`;
  // What was left out, such as the history, is still on the page itself.
  const {search, hash} = new URL(target, absoluteUrl(frame, from));
  return hrefOf(frame, address) + search + hash;
}

function spellOutOnce(links: readonly {attribs: Attributes}[]): void {
  const seen = new Set<string>();
  for (const {attribs} of links) {
    const {href = '', class: classes = ''} = attribs;
    if (seen.has(href)) attribs.class = `${classes} ${SPELLED_OUT}`.trim();
    else if (!classes.split(' ').includes(SPELLED_OUT)) seen.add(href);
  }
}

function recordLine({address, fingerprint}: CutPage, site: SiteAddress): Html {
  const url = absoluteUrl(site, address);
  const link = html`<a href="${hrefOf(site, address)}">${url}</a>`;
  return html`<p class="section-record">This page: ${link} (fingerprint <code>${fingerprint}</code>)</p>`;
}

/** The id that an element of a page has in the document: `toolkit--priorities--homes__first-steps`. */
function elementAnchor(address: string, id: string): string {
  return `${sectionAnchor(address)}__${id}`;
}

/** Parts that make sense only on a single page. */
const FURNITURE = [
  'script',
  '.contents',
  '.printed-as',
  '.publisher-notice',
  '.document-link',
  '.related',
  '.paginator',
  '.updated-on a',
  // The review and its notices stay.
  '.page-foot > :not(.review, .notice)',
].join(', ');

/**
 * The text of a built page with its record, without furniture.
 *
 * @throws {Error} where the page has no article.
 */
export function cutArticle(html: string): string {
  const [from, to] = [html.indexOf('<article'), html.lastIndexOf('</article>')];
  if (from === -1 || to === -1) throw new Error('page has no article, expected a page of the toolkit');
  const $ = load(html.slice(from, to), {scriptingEnabled: false}, false);
  $(FURNITURE).remove();
  return $('article').html() ?? '';
}
