import type {Element, Root as HtmlRoot} from 'hast';
import {raw} from 'hast-util-raw';
import {defaultSchema, type Schema, sanitize} from 'hast-util-sanitize';
import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';
import type {Heading, Nodes, Parents, Root} from 'mdast';
import {type Handler, toHast} from 'mdast-util-to-hast';
import {absoluteUrl, type SiteAddress} from '../../content/addresses/addresses.ts';
import type {CheckContext} from '../../content/check-context.ts';
import {BLOCK_TITLE} from '../../content/extensions/built-in-directives.ts';
import type {MarkdownPlugins} from '../../content/extensions/markdown-plugins.ts';
import {
  attributesSchema,
  attributeValues,
  type OwnDirective,
  renderDirective,
} from '../../content/extensions/own-directive.ts';
import {DIRECTIVE_COMPONENTS, TODAY_WORDS} from '../../content/markdown/allowed-directives.ts';
import {CHART_DIRECTIVE} from '../../content/markdown/figures/chart-directives.ts';
import {evidenceRowsIn, type FigureHeadings} from '../../content/markdown/figures/evidence-rows.ts';
import {formerHeadingsOf} from '../../content/markdown/headings/former-headings.ts';
import {headingsIn, OWN_ANCHOR_RE} from '../../content/markdown/headings/headings.ts';
import {type ParsedPage, parsePage} from '../../content/markdown/parsed-page.ts';
import {visit} from '../../content/markdown/visit.ts';
import {remember} from '../../content/memo.ts';
import {chartAnchor} from '../../content/pages/figure.ts';
import type {Chart} from '../../content/schemas/chart-schema.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import type {KindedDocument, Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {highlightCode} from './code-blocks.ts';

/** The text of a page as HTML elements, and its headings below the title. */
export interface PageBody {
  tree: HtmlRoot;
  headings: {value: string; id: string; level: number}[];
  /** The addresses that a briefing of the page links to. */
  cited?: string[];
}

/** What the addresses in a page become on the site. */
export interface Resolver {
  link(url: string): string;
  /** The type and the size of a download; nothing for any other link. */
  about?(url: string): string | undefined;
  image(url: string): {src: string; width?: number | undefined; height?: number | undefined};
}

const COMPONENTS = Object.values(DIRECTIVE_COMPONENTS);

const schema: Schema = {
  ...defaultSchema,
  // The default prefix on ids would break every heading link.
  clobberPrefix: '',
  strip: ['script', 'style'],
  tagNames: [...(defaultSchema.tagNames ?? []), 'abbr', 'cite', 'figure', 'figcaption', ...COMPONENTS],
  attributes: {
    ...defaultSchema.attributes,
    ...Object.fromEntries(
      ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'span', 'dt', 'tr', ...COMPONENTS].map((name) => [name, ['id']]),
    ),
    code: [],
    span: ['id', 'dataLine'],
    details: ['open'],
    abbr: ['title'],
    ...Object.fromEntries(['div', 'section', 'p'].map((name) => [name, [['role', 'note']]])),
    // The HTML of authors has no classes of its own: see `parseHtml`.
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'align' && name !== 'name'),
      'className',
    ],
  },
};

/** The text of a page as elements that are not safe yet, with addresses as they were written. */
type DraftBody = PageBody;

/** What decides the elements of a page apart from its text. */
export interface BodyOptions extends Pick<CheckContext, 'directives' | 'directiveCode'> {
  figureHeadings: FigureHeadings;
  plugins?: MarkdownPlugins | undefined;
}

/** What decides the elements of the pages of a toolkit; `code` is a hash of the code of its own directives. */
export function bodyOptionsOf({config, extensions}: Pick<Toolkit, 'config' | 'extensions'>, code: string): BodyOptions {
  const {directives, markdown} = extensions;
  return {directives, directiveCode: code, figureHeadings: textOf(config).figures.headings, plugins: markdown};
}

/** Everything that decides the draft of a page. */
export function draftInputs({document: {text}}: KindedDocument, options: BodyOptions): string[] {
  const code = text.includes('::') ? options.directiveCode : '';
  return [text, code, JSON.stringify(options.figureHeadings), options.plugins?.key ?? ''];
}

/** The draft of a page, which is kept. The publisher's plugins are made for their own pages, not for the manual. */
export function draftBodyOf(entry: KindedDocument, {plugins, ...others}: BodyOptions): DraftBody {
  const options = entry.isManual ? others : {...others, plugins};
  return remember('body of a page', draftInputs(entry, options), () =>
    draftBody(parsePage(entry.kind, entry.document), options),
  );
}

/**
 * Turns the Markdown of a page into elements. A directive becomes an element that is named after its component, or what a
 * function of the toolkit returns.
 */
export function draftBody(
  {tree: source, document}: ParsedPage,
  {directives = [], figureHeadings, plugins}: Partial<BodyOptions> = {},
): DraftBody {
  const copy = copyOf(source);
  const tree = plugins?.onMarkdown(copy, document) ?? copy;
  const headings = nameHeadings(tree, document.text);
  for (const {row, anchor} of figureHeadings ? evidenceRowsIn(tree, figureHeadings) : []) {
    row.data = {hProperties: {id: anchor}};
  }
  restoreText(tree, document.text, directives);
  const html = toHast(tree, {handlers: HANDLERS, allowDangerousHtml: true}) as HtmlRoot;
  highlightCode(html);
  const elements = parseHtml(html);
  const parsed = plugins?.onHtml(elements, document) ?? elements;
  visit(parsed, (node: {position?: unknown}) => void delete node.position);
  return {
    tree: parsed,
    headings: headings
      .filter(({depth}) => depth > 1)
      .map(({text, anchor, depth}) => ({value: text, id: anchor, level: depth})),
  };
}

/** A copy of plain data: `structuredClone` takes several times as long for a tree. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = {...value};
  for (const key in copy) copy[key] = copyOf(copy[key]);
  return copy;
}

/** HTML in the text as elements. The parser knows no capitals in names, which components have. */
function parseHtml(tree: HtmlRoot): HtmlRoot {
  let hasHtml = false;
  const ids = new Set<unknown>();
  const classes = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'raw') hasHtml = true;
    if (node.type !== 'element') return;
    ids.add(node.properties.id);
    classes.add(String(node.properties.className));
  });
  if (!hasHtml) return tree;
  const parsed = raw(tree) as HtmlRoot;
  visit(parsed, 'element', (element: Element) => {
    element.tagName = COMPONENTS.find((name) => name.toLowerCase() === element.tagName) ?? element.tagName;
    // An id or a class of an author could take the place of one of the site.
    if (!ids.has(element.properties.id)) delete element.properties.id;
    if (!classes.has(String(element.properties.className))) delete element.properties.className;
  });
  return parsed;
}

/** Finishes a draft, which it changes: nothing that could run or mislead gets past the sanitiser. */
export function finishBody({tree, headings}: DraftBody, document: SourceDocument, resolver: Resolver): PageBody {
  resolveAddresses(tree, resolver);
  const safe = sanitize(tree, schema) as HtmlRoot;
  keepFormerAnchors(safe, formerHeadingsOf(document));
  return {tree: safe, headings};
}

/**
 * The text of a page as HTML for other programs: addresses are full, a chart is its name and its finding, and current data
 * is named. It changes the tree.
 */
export function textForPrograms(
  {tree}: PageBody,
  charts: Readonly<Record<string, Chart>>,
  page: string,
  site: SiteAddress,
): string {
  const pageUrl = absoluteUrl(site, page);
  visit(tree, 'element', (element: Element) => {
    const {tagName, properties} = element;
    const directive = Object.entries(DIRECTIVE_COMPONENTS).find(([, name]) => name === tagName)?.[0];
    if (directive !== undefined) {
      const chart = directive === CHART_DIRECTIVE ? charts[String(properties.id)] : undefined;
      const name = chart && h('a', {href: `${pageUrl}#${chartAnchor(String(properties.id))}`}, chart.title);
      Object.assign(element, h('figure', name, h('figcaption', chart?.finding ?? TODAY_WORDS[directive])));
    }
    for (const key of ['href', 'src']) {
      const target = properties[key];
      // An address that no browser could follow stays as it is: the check of links reports it.
      if (typeof target !== 'string' || URL.canParse(target) || !URL.canParse(target, pageUrl)) continue;
      const isWithoutBase = /^\/(?!\/)/.test(target) && !target.startsWith(site.baseUrl);
      properties[key] = new URL(isWithoutBase ? site.baseUrl + target.slice(1) : target, pageUrl).href;
    }
  });
  return toHtml(tree).trim();
}

/** The element of the theme around the answer of a page. */
const ANSWER_BOX = 'InShort';

/** Puts the first paragraph of a page, and a list that follows it, into the box for the answer, which is empty without one. */
export function wrapSummary({tree, headings}: PageBody): PageBody {
  const at = Math.max(
    0,
    tree.children.findIndex(({type}) => type === 'element'),
  );
  const isElement = (index: number, name: string) => {
    const node = tree.children[index];
    return node?.type === 'element' && node.tagName === name;
  };
  // Line breaks stand between elements.
  const end = !isElement(at, 'p') ? at : isElement(at + 2, 'ul') ? at + 3 : at + 1;
  const children = tree.children.slice(at, end) as Element[];
  const box: Element = {type: 'element', tagName: ANSWER_BOX, properties: {}, children};
  return {tree: {...tree, children: tree.children.toSpliced(at, end - at, box)}, headings};
}

/**
 * Marks what a briefing leaves out: every section of the page but these, and of these subsections and what follows a
 * chart, which would not fit. A page with none of them has no briefing.
 */
export function markBriefing({tree, headings}: PageBody, kept: readonly string[]): PageBody {
  const isKept = new Map(headings.filter(({level}) => level === 2).map(({id, value}) => [id, kept.includes(value)]));
  if (![...isKept.values()].includes(true)) return {tree, headings};
  let [isSection, isInside] = [true, true];
  const cited: string[] = [];
  const children = tree.children.map((node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'h2') isSection = isInside = isKept.get(String(node.properties.id)) ?? true;
    else if (node.tagName === 'h3' || COMPONENTS.includes(node.tagName)) isInside = false;
    if (isInside || (isSection && node.tagName === DIRECTIVE_COMPONENTS[CHART_DIRECTIVE])) {
      visit(node, 'element', ({properties}: Element) => void cited.push(String(properties.href)));
      return node;
    }
    const className = ['beyond-briefing'];
    // A component has no class of its own.
    if (COMPONENTS.includes(node.tagName)) return h('div', {className}, node);
    return {...node, properties: {...node.properties, className: [node.properties.className ?? [], className].flat()}};
  });
  return {tree: {...tree, children} as HtmlRoot, headings, cited};
}

/** Gives each heading its anchor, and removes one that its author wrote after it. */
function nameHeadings(tree: Root, text: string) {
  const headings = headingsIn(tree, text);
  let index = 0;
  visit(tree, 'heading', (node: Heading) => {
    const {anchor} = headings[index++] ?? {};
    if (anchor) node.data = {hProperties: {id: anchor}};
    const last = node.children.findLast(({type}) => type !== 'html');
    if (last?.type === 'text') last.value = last.value.replace(OWN_ANCHOR_RE, '').trimEnd();
  });
  return headings;
}

/** Names the element of each directive that the site supports, and shows any other as its author wrote it. */
function restoreText(tree: Root, text: string, directives: readonly OwnDirective[]): void {
  visit(tree, ['leafDirective', 'textDirective', 'containerDirective'], (node: Nodes) => {
    if (!('attributes' in node) || Array.isArray(node.attributes)) return;
    const own = ownDirective(node, directives);
    if (own) {
      Object.assign(node, {type: OWN, own});
      return;
    }
    const component = node.type === 'leafDirective' ? DIRECTIVE_COMPONENTS[node.name] : undefined;
    const {start, end} = node.position ?? {};
    if (component) node.data = {hName: component, hProperties: {id: node.attributes?.id ?? undefined}};
    else Object.assign(node, {type: 'text', value: text.slice(start?.offset, end?.offset)});
  });
}

/** The type of a directive of the toolkit, once it is known to be in the right place and form. */
const OWN = 'ownDirective';

/** A directive of the toolkit with its values. */
interface OwnBlock {
  directive: OwnDirective;
  values: Readonly<Record<string, unknown>>;
}

function ownDirective(node: Nodes, directives: readonly OwnDirective[]): OwnBlock | undefined {
  if (node.type !== 'leafDirective' && node.type !== 'containerDirective') return undefined;
  const directive = directives.find(({name}) => name === node.name);
  if (!directive || directive.has_text !== (node.type === 'containerDirective')) return undefined;
  const [first] = node.children;
  if (first?.data && 'directiveLabel' in first.data) first.data.hProperties = {className: [BLOCK_TITLE]};
  const {data: values} = attributesSchema(directive).safeParse(attributeValues(directive, node.attributes ?? {}));
  return values && {directive, values};
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  [OWN]: (state, node: Parents & {own: OwnBlock}) =>
    renderDirective(node.own.directive, node.own.values, state.all(node)),
};

function resolveAddresses(tree: HtmlRoot, {link, about, image}: Resolver): void {
  visit(tree, 'element', (element: Element) => {
    const {tagName, properties, children} = element;
    const {href, src, align} = properties;
    // Above the names of rows there may be nothing, which names no column.
    if (tagName === 'th' && children.length === 0) element.tagName = 'td';
    // Style sheets align cells; the attribute is obsolete.
    if (align) properties.className = [`align-${align}`];
    if (tagName === 'a' && typeof href === 'string') {
      properties.href = link(href);
      const value = about?.(href);
      if (value) children.push({type: 'text', value});
    }
    // An author who gives a width wants the height to follow.
    if (tagName === 'img' && typeof src === 'string')
      Object.assign(properties, image(src), properties.width && {width: properties.width, height: properties.height});
  });
}

/** Former anchors of a heading stand in front of its words, so that old links still work. */
function keepFormerAnchors(tree: HtmlRoot, former: Readonly<Record<string, string>>): void {
  const entries = Object.entries(former);
  if (entries.length === 0) return;
  visit(tree, 'element', ({properties, children}: Element) => {
    const own = entries.filter(([, successor]) => successor === properties.id);
    children.unshift(
      ...own.map(([id]): Element => ({type: 'element', tagName: 'span', properties: {id}, children: []})),
    );
  });
}
