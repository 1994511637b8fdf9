import {absoluteUrl, fileOfAddress, hrefOf, type SiteAddress} from '../../content/addresses/addresses.ts';
import {resolveLink} from '../../content/addresses/resolve-link.ts';
import {once, remember} from '../../content/memo.ts';
import {documentPages, sectionAnchor} from '../../content/pages/document-parts.ts';
import {type Html, html, trusted} from '../../format/html.ts';
import {fill} from '../../language/fill.ts';
import {type Text, textOf} from '../../language/text.ts';
import {type BuiltSite, pageAt} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {fullHash} from '../../site/render/hash.ts';

/** What the document shows of a page. */
interface CutArticle {
  /** The content of its article, without furniture. */
  html: string;
  ids: ReadonlySet<string>;
}

interface CutPage extends Pick<CutArticle, 'ids'> {
  html: () => string;
  /** What decides its content. */
  key: string;
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
function joinPages(site: SiteAddress & {text: Text}, part: string, pages: readonly CutPage[]): string {
  const frame = {...site, part, pages: new Map(pages.map((page) => [page.address, page]))};
  const own = pages.filter((page) => page.part === part);
  return own.map((page) => renderSection(page, frame)).join('');
}

/**
 * One page as a section: headings are one level lower, ids are unique, and links to other pages point to their
 * sections. The address of a link is printed once.
 */
function renderSection(page: CutPage, frame: DocumentFrame): string {
  const printed = new Set<string>();
  const content = page.html().replace(TAG_RE, (_, slash: string, name: string, given: string) => {
    const tag = name.replace(/^h[1-5]$/, `h${Number(name[1]) + 1}`);
    const attributes = given.replace(/ ([\w:-]+)="([^"]*)"/g, (_attribute, key: string, value: string) => {
      // A named section is a landmark, and the document would have hundreds with the same names.
      return name === 'section' && key === 'aria-labelledby'
        ? ''
        : ` ${key}="${rewriteValue(key, value, page, frame)}"`;
    });
    const [, href] = (name === 'a' && / href="(http[^"]*)"/.exec(attributes)) || [];
    const isRepeated = href !== undefined && printed.has(href);
    if (href !== undefined && !attributes.includes(' data-source')) printed.add(href);
    return `<${slash}${tag}${isRepeated ? withClass(attributes, SPELLED_OUT) : attributes}>`;
  });
  const anchor = sectionAnchor(page.address);
  return html`<article class="page" id="${anchor}">${trusted(content)}${recordLine(page, frame)}</article>`.html;
}

function rewriteValue(key: string, value: string, page: CutPage, frame: DocumentFrame): string {
  if (key === 'href' || key === 'src') return rewriteLink(page, frame, value);
  const ownId = (id: string) => elementAnchor(page.address, id);
  if (key === 'id' || REFERENCES.includes(key)) return value.split(/\s+/).map(ownId).join(' ');
  // A drawing refers to its patterns like this.
  return value.replace(/^url\(#(.+)\)$/, (_, id: string) => `url(#${ownId(id)})`);
}

function withClass(attributes: string, name: string): string {
  const merged = attributes.replace(/ class="[^"]*/, `$& ${name}`);
  return merged === attributes ? `${attributes} class="${name}"` : merged;
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
const FURNITURE = ['page-rail', 'page-tools', 'printed-as', 'publisher-notice', 'related', 'paginator'];

/** What stays of the foot of a page: the review, which is in a wrapper, and its notices. */
const KEPT_IN_FOOT = ['review', 'notice'];

/** A tag of a page that React rendered: it closes every element, and values of attributes have no `>`. */
const TAG_RE = /<(\/?)(\w+)([^>]*)>/g;

const EMPTY = ['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'wbr'];

/** What becomes of an element: of a foot only some parts stay, and of an opened part of it only what is inside. */
type Fate = 'kept' | 'left out' | 'foot' | 'opened';

/**
 * The text of a page with its record, without furniture, in one pass over its tags.
 *
 * @throws {Error} where the page has no article.
 */
function cutArticle(html: string, address: string): CutArticle {
  const [from, to] = [html.indexOf('<article'), html.lastIndexOf('</article>')];
  if (from === -1 || to === -1) throw new Error(`the page ${address} has no article, expected a page of the toolkit`);
  const article = html.slice(html.indexOf('>', from) + 1, to);
  const ids = new Set<string>();
  const open: Fate[] = [];
  let kept = '';
  let at = 0;
  for (const {0: tag, 1: slash, 2: name = '', 3: attributes = '', index} of article.matchAll(TAG_RE)) {
    const around = open.at(-1) ?? 'kept';
    if (around !== 'left out') kept += article.slice(at, index);
    at = index + tag.length;
    const fate = slash ? around : fateOf(name, attributes, around);
    if (slash) open.pop();
    else if (!EMPTY.includes(name)) open.push(fate);
    if (fate !== 'kept' && fate !== 'foot') continue;
    kept += tag;
    const [, id] = / id="([^"]*)"/.exec(attributes) ?? [];
    if (id !== undefined) ids.add(id);
  }
  return {html: kept + article.slice(at), ids};
}

function fateOf(name: string, attributes: string, around: Fate): Fate {
  if (around === 'left out') return around;
  const classes = / class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];
  const has = (names: readonly string[]) => names.some((one) => classes.includes(one));
  if (around !== 'kept') return has(['about-page']) ? 'opened' : has(KEPT_IN_FOOT) ? 'kept' : 'left out';
  if (name === 'script' || has(FURNITURE)) return 'left out';
  return has(['page-foot']) ? 'foot' : 'kept';
}

const OPENING = '<div data-document="true">';

/** The element of the theme that the sections are put into. */
const ROOM = `${OPENING}</div>`;

/** The pages of the whole toolkit as a document, with the text of every live page inserted. */
export function documentFiles(site: BuiltSite): SiteFile[] {
  const text = textOf(site.toolkit.config);
  const {pages} = documentPages(site.toolkit);
  const all = pages.flatMap(({address: part, sections}) => sections.map((section) => ({...section, part})));
  const cut = all.map(({address, part}): CutPage => {
    const {key, make} = pageAt(site, address);
    const article = once(() => cutArticle(make(), address));
    const ids = remember('ids of an article', [key], () => article().ids);
    return {key, ids, html: () => article().html, address, part};
  });
  // What links depend on: where the other pages are, and which ids they have.
  const places = fullHash(JSON.stringify(cut.map((page) => [page.address, page.part, [...page.ids]])));
  return pages.map(({address}): SiteFile => {
    const page = pageAt(site, address);
    const sections = cut.flatMap(({part, key}) => (part === address ? key : []));
    const make = () => {
      const [before, after] = page.make().split(ROOM, 2);
      if (before === undefined || after === undefined)
        throw new Error(`${address} has no element with \`data-document\`, expected one for the sections`);
      return `${before}${OPENING}${joinPages({...site, text}, address, cut)}</div>${after}`;
    };
    const inputs = [page.key, places, site.url, site.baseUrl, text.document.thisPage, ...sections];
    return [fileOfAddress(address), {key: fullHash(inputs.join('\n')), make}];
  });
}
