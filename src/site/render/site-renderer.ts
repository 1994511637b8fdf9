import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {AllContent, LoadContext} from '@docusaurus/types';
import {imageSize} from 'image-size';
import {fileOfAddress} from '../../content/addresses/addresses.ts';
import {addressOfSource, decode, fileOfTarget} from '../../content/addresses/source-files.ts';
import {downloadType} from '../../content/files/downloads.ts';
import {isKept, keepResult, once, recall} from '../../content/memo.ts';
import {MANUAL_COPY} from '../../content/pages/generated-pages.ts';
import type {Chart} from '../../content/schemas/chart-schema.ts';
import {isPage as isLivePage, type KindedDocument, type SourceFile} from '../../content/toolkit.ts';
import {escapeMarkup} from '../../format/html.ts';
import {readDocument} from '../../io/yaml/document.ts';
import {textOf} from '../../language/text.ts';
import type {Recipe} from '../after-build/output-folder.ts';
import type {SiteContent} from '../data/site-data.ts';
import type {ModelPage} from '../feature-hooks.ts';
import type {ContentModule, RenderBundle, RouteToRender, SiteValue} from './compiled/rendering.ts';
import {metadataFile, readRoutes} from './docusaurus-inside.ts';
import {fullHash, shortHash} from './hash.ts';
import {
  bodyOptionsOf,
  draftBodyOf,
  finishBody,
  markBriefing,
  type PageBody,
  type Resolver,
  textForPrograms,
  wrapSummary,
} from './page-body.ts';
import {type PageAssets, renderDocument} from './page-template.ts';
import {chainsOf, type GeneratedRoute, type ModuleNames, NO_PLUGIN} from './routes.ts';
import {type DataPath, kindAt, trackReads, valueAt} from './track-reads.ts';

interface Site {
  context: LoadContext;
  content: SiteContent;
  modelPages: readonly ModelPage[];
  /** The compiled theme, and a hash of its code. */
  bundle: RenderBundle;
  code: string;
  assets: PageAssets;
  /** What the plugins of Docusaurus have loaded. */
  allContent: AllContent;
  isStaging?: boolean;
  /** Changes with the code of the toolkit's own directives. */
  directiveCode: string;
}

/** Says that a page is not published. */
const PREVIEW_RE = /<p class="preview-banner">.*?<\/p>/;

const FEED_RE = /<link [^>]*type="application\/(?:atom\+xml|rss\+xml|feed\+json)"[^>]*>/g;

interface PluginName {
  name: string;
  id: string;
}

/** What Docusaurus says about the plugin of a page. */
const OWN_PLUGIN = {plugin: {name: 'toolkit', id: 'default'}};

/** The plugin of live pages, which knows what the generated pages show of them. */
const DOCS_PLUGIN = {name: 'docusaurus-plugin-content-docs', id: 'default'};

/** The kinds of results that are kept for each page. */
const [READS, PAGE, HTML] = ['what a page reads', 'page', 'HTML of a page'];

/** What is known of a rendered page besides its HTML, which is kept for itself: few pages are written again. */
interface KeptPage {
  /** Changes with everything that the page shows. */
  key: string;
  /** The text of a live page for other programs. */
  text: string | undefined;
  isListed: boolean;
  /** The pictures on it: their names on the site, and the files they are copied from. */
  pictures: [name: string, source: string][];
}

/** What a page read besides its own text and data. */
interface Reads {
  values: DataPath[];
  /** Data of which it read only whether there is any. */
  kinds: DataPath[];
  /** Whether these files exist, and the content of pictures. */
  files: string[];
}

/**
 * Renders the pages of a site in this process. A page is rendered again only if something changed that it showed the
 * last time: its text, its own data, the data of the site that it read, a file that it links to, or the theme.
 */
export class SiteRenderer {
  /** The whole HTML of each page, by its file. */
  readonly pages = new Map<string, Recipe>();
  /** Pictures of pages to copy into the built files, by their name there. */
  readonly pictures = new Map<string, Uint8Array>();
  /** The files of pages that search engines should list. */
  readonly listed = new Set<string>();
  /** The text of each live page for other programs, by its address. */
  readonly texts = new Map<string, string>();
  readonly #site: Site;
  readonly #chains: Map<string, GeneratedRoute[]>;
  readonly #value: SiteValue;
  readonly #documents: Map<string, KindedDocument>;
  readonly #sources: Map<string, SourceFile>;
  /** The addresses of pages that are no part of the toolkit, by their files. */
  readonly #others: Map<string, string>;

  constructor(site: Site) {
    this.#site = site;
    const {context, content, modelPages} = site;
    this.#chains = chainsOf(readRoutes(context.generatedFilesDir));
    for (const {address, component, props, shows} of modelPages) {
      // Docusaurus has lists of pages in this form too.
      const items = (shows ?? []).map((file) => ({content: `@site/${file}`})) as unknown as ModuleNames;
      const modules = {__comp: component.includes('/') ? component : `@theme/${component}`, ...(shows && {items})};
      this.#chains.set(this.#pathOf(address), [{path: this.#pathOf(address), exact: true, modules, props}]);
    }
    const {siteConfig, i18n, codeTranslations} = context;
    const globalData = {...this.#dataOf<object>('@generated/globalData.json'), toolkit: {default: content.shared}};
    const future = {...siteConfig.future, experimental_router: 'browser' as const};
    this.#value = {siteConfig: {...siteConfig, future}, i18n, codeTranslations, globalData, siteMetadata: {}};
    this.#documents = new Map(content.toolkit.documents.map((entry) => [entry.document.path, entry]));
    this.#others = new Map(pagesIn(site.allContent).map(([file, link]) => [file, this.#addressOf(link)]));
    this.#sources = new Map(content.toolkit.files.map((file) => [file.path, file]));
  }

  /** Whether the site has a page at an address with the base URL. */
  has(pathname: string): boolean {
    return this.#chains.has(pathname);
  }

  /** The drawing of a chart; `name` is the prefix of ids in it. */
  readonly draw = (chart: Chart, name: string): string =>
    this.#site.bundle.renderDrawing({chart, name, site: this.#value});

  /** Renders every page, and the one for addresses without a page. */
  renderAll(): Pick<SiteRenderer, 'pages' | 'pictures' | 'listed' | 'texts' | 'draw'> {
    for (const pathname of [...this.#chains.keys(), this.#pathOf('/404.html')])
      if (pathname !== '*') this.render(pathname);
    return this;
  }

  /** Renders a page, by its address with the base URL. */
  render(pathname: string): void {
    const chain = this.#chains.get(pathname) ?? this.#chains.get('*') ?? [];
    const own = [pathname, ...this.#ownInputs(chain)];
    const reads = recall<Reads>(READS, own)?.value;
    const key = reads && this.#keyOf(own, reads);
    // A page of which only a part was kept is rendered again.
    const known = key && isKept(HTML, [key]) && recall<KeptPage>(PAGE, [key])?.value;
    const {page, html} = known
      ? {page: known, html: () => recall<string>(HTML, [key])?.value ?? this.#renderNow(pathname, chain, own).html()}
      : this.#renderNow(pathname, chain, own);
    for (const [name, source] of page.pictures) {
      this.pictures.set(name, this.#sources.get(source)?.bytes ?? new Uint8Array());
    }
    const address = this.#addressOf(pathname);
    const file = fileOfAddress(address);
    if (page.text !== undefined) this.texts.set(address, page.text);
    this.pages.set(file, {key: page.key + this.#status, make: () => this.#finished(html())});
    if (page.isListed && !this.#site.isStaging) this.listed.add(file);
  }

  /** What pages say of the site as a whole. */
  get #status(): string {
    const {toolkit, shared} = this.#site.content;
    if (this.#site.isStaging) return ` ${textOf(toolkit.config).frame.staging}`;
    return shared.records.isPreview ? ' preview' : '';
  }

  #finished(html: string): string {
    if (this.#status === '') return html.replace(PREVIEW_RE, '');
    return this.#site.isStaging ? this.#forStaging(html) : html;
  }

  #forStaging(html: string): string {
    const {staging} = textOf(this.#site.content.toolkit.config).frame;
    return html
      .replace(PREVIEW_RE, () => `<p class="preview-banner">${escapeMarkup(staging)}</p>`)
      .replace(FEED_RE, '')
      .replace('</head>', '<meta name="robots" content="noindex"></head>');
  }

  #pathOf(address: string): string {
    return this.#site.context.baseUrl + address.slice(1);
  }

  #addressOf(pathname: string): string {
    return `/${pathname.slice(this.#site.context.baseUrl.length)}`;
  }

  #renderNow(pathname: string, chain: readonly GeneratedRoute[], own: readonly string[]) {
    const {context, assets, bundle} = this.#site;
    const values = new Map<string, DataPath>();
    const kinds = new Map<string, DataPath>();
    const visit: Visit = {files: new Set(), pictures: new Map()};
    const value = trackReads(this.#value, {
      onValue: (at) => values.set(at.join('\n'), at),
      onKind: (at) => kinds.set(at.join('\n'), at),
    });
    let html: string;
    let isListed: boolean;
    try {
      const routes = chain.map((route) => this.#resolve(route, this.#pluginOf(chain), visit));
      const rendered = bundle.renderPage(pathname, routes, value);
      html = renderDocument(rendered, assets, context);
      isListed = rendered.isListed;
    } catch (error) {
      const file = chain.flatMap(({modules}) => namesIn(modules)).find(isPage) ?? chain.at(-1)?.modules.__comp;
      throw new Error(`the page ${pathname} of ${sourceOf(String(file))} cannot be rendered`, {cause: error});
    }
    const {charts} = this.#site.content.shared;
    const site = {...context.siteConfig, baseUrl: context.baseUrl};
    const text = visit.body && textForPrograms(visit.body, charts, this.#addressOf(pathname), site);
    const reads: Reads = {values: [...values.values()], kinds: [...kinds.values()], files: [...visit.files]};
    const key = this.#keyOf(own, reads);
    const page: KeptPage = {key, text, isListed, pictures: [...visit.pictures]};
    keepResult(READS, own, reads);
    keepResult(PAGE, [key], page);
    keepResult(HTML, [key], html);
    return {page, html: () => html};
  }

  /** What decides a page apart from what it reads: the theme, the routes, and the modules that they name. */
  #ownInputs(chain: readonly GeneratedRoute[]): string[] {
    const {code, assets, context} = this.#site;
    const modules = chain.flatMap((route) => namesIn(route.modules));
    const plugin = this.#pluginOf(chain);
    const pages = modules.filter((module) => isPage(module)).map((module) => metadataFile(module, plugin));
    return [
      code,
      context.baseUrl,
      this.#site.content.toolkit.config.pages_at,
      JSON.stringify(assets),
      JSON.stringify(chain),
      ...modules.map((module) => this.#hashOf(module)),
      ...pages.map((file) => this.#hashOf(file)),
    ];
  }

  readonly #hashes = new Map<string, string>();

  /** The hash of what a module holds, worked out once. */
  #hashOf(module: string): string {
    const known = this.#hashes.get(module) ?? fullHash(this.#textOf(module));
    this.#hashes.set(module, known);
    return known;
  }

  #textOf(module: string): string {
    if (isPage(module)) {
      const {text} = this.#documentOf(module).document;
      const code = text.includes('::') ? this.#site.directiveCode : '';
      const {key = ''} = this.#site.content.toolkit.extensions.markdown ?? {};
      return text + code + key + this.#briefing.join('\n');
    }
    return module.endsWith('.json') ? this.#readModule(module) : '';
  }

  /** A hash of what a page read, and of its content: a page that read something else may still have read the same values. */
  #keyOf(own: readonly string[], reads: Reads): string {
    const {values, kinds, files} = reads;
    const read = [
      JSON.stringify(reads),
      ...values.map((at) => this.#hashAt(at)),
      ...kinds.map((at) => kindAt(this.#value, at)),
      ...files.map((file) => {
        if (isPage(file)) return String(this.#documents.has(file));
        const bytes = this.#sources.get(file)?.bytes;
        return bytes ? fullHash(bytes) : '';
      }),
    ];
    return fullHash(JSON.stringify([own, read]));
  }

  #hashAt(at: DataPath): string {
    const key = at.join('\n');
    const known = this.#hashes.get(key) ?? fullHash(JSON.stringify(valueAt(this.#value, at)) ?? '');
    this.#hashes.set(key, known);
    return known;
  }

  /** The plugin that made a page: its route or one above names it. */
  #pluginOf(chain: readonly GeneratedRoute[]): PluginName {
    const [context] = chain.flatMap(({modules}) => modules.__context ?? []);
    return context === undefined
      ? DOCS_PLUGIN
      : ((this.#valueOf(context) as Partial<typeof OWN_PLUGIN>).plugin ?? DOCS_PLUGIN);
  }

  #resolve({modules, props: given = {}, ...route}: GeneratedRoute, plugin: PluginName, visit: Visit): RouteToRender {
    const {__comp, __context, __props, ...own} = modules;
    const props: Record<string, unknown> = {...given, ...(__props ? (this.#valueOf(__props) as object) : {})};
    const contents: RouteToRender['contents'] = {};
    for (const [key, value] of Object.entries(own)) {
      if (typeof value === 'string' && isPage(value)) contents[key] = this.#content(value, plugin, visit);
      else if (Array.isArray(value))
        // The pages of a list, whose text is not that of the list for other programs.
        contents[key] = value.map(({content}) => ({content: this.#content(content, plugin, {...visit})}));
      else props[key] = this.#valueOf(value);
    }
    const context = __context ? (this.#valueOf(__context) as object) : OWN_PLUGIN;
    return {...route, component: String(__comp), context, props, contents};
  }

  /** The data of a module, or of an object of modules. Lists of pages are never shown from here. */
  #valueOf(module: string | ModuleNames): unknown {
    if (typeof module === 'object') {
      return Object.fromEntries(Object.entries(module).map(([key, inner]) => [key, this.#valueOf(inner)]));
    }
    if (module === NO_PLUGIN) return {name: 'native', id: 'default'};
    return module.endsWith('.json') ? this.#dataOf(module) : undefined;
  }

  #readModule(module: string): string {
    const folder = this.#site.context.generatedFilesDir;
    const file = module
      .replace(/^@generated/, folder)
      .replace(/^~(docs|blog)/, `${folder}/docusaurus-plugin-content-$1`);
    return readFileSync(file, 'utf8');
  }

  readonly #data = new Map<string, unknown>();

  #dataOf<T>(module: string): T {
    if (!this.#data.has(module)) this.#data.set(module, JSON.parse(this.#readModule(module)));
    return this.#data.get(module) as T;
  }

  #documentOf(module: string): KindedDocument {
    const source = sourceOf(module);
    const entry = this.#documents.get(source);
    if (entry) return entry;
    // A page of another instance of a plugin, which is no part of the toolkit: it has no notes and no history.
    const text = readFileSync(path.join(this.#site.context.siteDir, source), 'utf8');
    return {kind: 'page', ...readDocument(source, text)};
  }

  get #briefing(): readonly string[] {
    return this.#site.content.toolkit.config.sections.briefing;
  }

  #content(module: string, plugin: PluginName, visit: Visit): ContentModule {
    const entry = this.#documentOf(module);
    const {document} = entry;
    const options = bodyOptionsOf(this.#site.content.toolkit, this.#site.directiveCode);
    return {
      metadata: JSON.parse(this.#readModule(metadataFile(module, plugin))) as object,
      frontMatter: document.frontMatter ?? {},
      body: once(() => {
        const draft = draftBodyOf(entry, options);
        const body = finishBody(draft, document, this.#resolver(document.path, visit));
        const isPlain = entry.kind === 'update' || !this.#documents.has(document.path);
        if (isLivePage(entry)) visit.body = body;
        return isPlain ? body : markBriefing(wrapSummary(body), this.#briefing);
      }),
    };
  }

  #resolver(source: string, {files, pictures}: Visit): Resolver {
    const {baseUrl} = this.#site.context;
    return {
      link: (url) => {
        const file = fileOfTarget(source, url);
        if (file === undefined) return url;
        files.add(file);
        const address = this.#documents.has(file)
          ? addressOfSource(this.#site.content.toolkit.config, file)
          : this.#others.get(file);
        return address === undefined ? url : address + url.replace(/^[^?#]*/, '');
      },
      about: (url) => {
        const file = `static${decode(url.replace(/[?#].*/, ''))}`;
        const {config} = this.#site.content.toolkit;
        const type = downloadType(config, file)?.toUpperCase();
        if (type === undefined) return undefined;
        files.add(file);
        const kilobytes = Math.ceil((this.#sources.get(file)?.bytes.length ?? 0) / 1000);
        const size = textOf(config).format.number(kilobytes, {style: 'unit', unit: 'kilobyte'});
        return ` (${type}, ${size})`;
      },
      image: (url) => {
        if (url.startsWith('/')) {
          const file = `static${decode(url)}`;
          files.add(file);
          return {src: baseUrl + url.slice(1), ...sizeOf(this.#sources.get(file)?.bytes)};
        }
        const file = path.posix.join(path.posix.dirname(source), decode(url));
        files.add(file);
        const bytes = this.#sources.get(file)?.bytes;
        if (!bytes) return {src: url};
        // Browsers may keep a picture for ever, so its name changes with its content.
        const {name, ext} = path.parse(file);
        const picture = `assets/images/${name}.${shortHash(bytes)}${ext}`;
        pictures.set(picture, file);
        return {src: baseUrl + picture, ...sizeOf(bytes)};
      },
    };
  }
}

/** The size of a picture in pixels, so that a page does not move while the picture loads; nothing for other files. */
function sizeOf(bytes: Uint8Array | undefined): {width?: number; height?: number} {
  try {
    const {width, height} = imageSize(bytes ?? new Uint8Array());
    return {width, height};
  } catch {
    return {};
  }
}

/** What the text of a page turns out to need while it is rendered. */
interface Visit {
  files: Set<string>;
  pictures: Map<string, string>;
  body?: PageBody;
}

function isPage(module: string): boolean {
  return /\.md(\?|$)/.test(module);
}

/** The file of a page's module, `docs/wardens.md`. */
function sourceOf(module: string): string {
  return module
    .replace(/^@site\//, '')
    .replace(MANUAL_COPY, 'handbook')
    .replace(/\?.*$/, '');
}

/** What plugins of Docusaurus say of a page in common. */
interface LoadedPage {
  source: string;
  permalink: string;
}

/** Every page of docs, blogs and folders of pages that Docusaurus has loaded: its file, and its address with the base URL. */
function pagesIn(allContent: AllContent): [file: string, permalink: string][] {
  const contentsOf = <Content>(kind: string) =>
    Object.values(allContent[`docusaurus-plugin-content-${kind}`] ?? {}).filter(Boolean) as Content[];
  const pages = [
    ...contentsOf<LoadedContent>('docs').flatMap(({loadedVersions}) => loadedVersions.flatMap(({docs}) => docs)),
    ...contentsOf<{blogPosts: {metadata: LoadedPage}[]}>('blog').flatMap(({blogPosts}) =>
      blogPosts.map(({metadata}) => metadata),
    ),
    ...contentsOf<LoadedPage[]>('pages').flat(),
  ];
  return pages.map(({source, permalink}) => [sourceOf(source), permalink]);
}

function namesIn(modules: ModuleNames): string[] {
  return Object.values(modules).flatMap((value) => (typeof value === 'string' ? [value] : namesIn(value)));
}
