import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {docuHash} from '@docusaurus/utils';
import {imageSize} from 'image-size';
import {parsePage} from '../../markdown/parsed-page.ts';
import {once} from '../../model/memo.ts';
import {addressOfSource, fileOfTarget} from '../../model/routes/source-files.ts';
import type {KindedDocument, SourceFile} from '../../model/toolkit.ts';
import type {SiteContent} from '../data/site-data.ts';
import {shortHash} from './hash.ts';
import {pageBody, type Resolver} from './page-body.ts';
import {type PageAssets, renderDocument} from './page-template.ts';
import {chainsOf, type GeneratedRoute, type ModuleNames, NO_PLUGIN, readRoutes} from './read-routes.ts';
import type {ContentModule, RenderBundle, RouteToRender, SiteValue} from './rendering.ts';

interface Site {
  context: LoadContext;
  content: SiteContent;
  bundle: RenderBundle;
  assets: PageAssets;
}

/** Renders the pages of a site in this process. */
export class SiteRenderer {
  /** Pictures of pages to copy into the built files, by their name there. */
  readonly files = new Map<string, Uint8Array>();
  readonly #site: Site;
  readonly #chains: Map<string, GeneratedRoute[]>;
  readonly #value: SiteValue;
  readonly #documents: Map<string, KindedDocument>;
  readonly #sources: Map<string, SourceFile>;

  constructor(site: Site) {
    this.#site = site;
    const {context, content} = site;
    this.#chains = chainsOf(readRoutes(context.generatedFilesDir));
    const {siteConfig, i18n, codeTranslations} = context;
    const globalData = {...(this.#json('@generated/globalData.json') as object), toolkit: {default: content.shared}};
    this.#value = {siteConfig, i18n, codeTranslations, globalData, siteMetadata: {}};
    this.#documents = new Map(content.toolkit.documents.map((entry) => [entry.document.path, entry]));
    this.#sources = new Map(content.toolkit.files.map((file) => [file.path, file]));
  }

  /** The whole HTML of a page, by its address with the base URL. */
  render(pathname: string): string {
    const {context, assets, bundle} = this.#site;
    const chain = this.#chains.get(pathname) ?? this.#chains.get('*') ?? [];
    const page = bundle.renderPage(
      pathname,
      chain.map((route) => this.#resolve(route)),
      this.#value,
    );
    return renderDocument(`/${pathname.slice(context.baseUrl.length)}`, page, assets, context);
  }

  #resolve({modules, ...route}: GeneratedRoute): RouteToRender {
    const {__comp, __context, __props, ...own} = modules;
    const props: Record<string, unknown> = __props ? {...(this.#valueOf(__props) as object)} : {};
    const contents: Record<string, ContentModule> = {};
    for (const [key, value] of Object.entries(own)) {
      if (isPageModule(value)) contents[key] = this.#content(value);
      else props[key] = this.#valueOf(value);
    }
    return {
      ...route,
      component: String(__comp),
      context: __context ? (this.#valueOf(__context) as object) : undefined,
      props,
      contents,
    };
  }

  /** The data of a module, or of an object of modules. Lists of pages are never shown from here. */
  #valueOf(module: string | ModuleNames): unknown {
    if (typeof module === 'object') {
      return Object.fromEntries(Object.entries(module).map(([key, inner]) => [key, this.#valueOf(inner)]));
    }
    if (module === '@generated/docusaurus.config') return this.#value.siteConfig;
    if (module === NO_PLUGIN) return {name: 'native', id: 'default'};
    return module.endsWith('.json') ? this.#json(module) : undefined;
  }

  readonly #known = new Map<string, unknown>();

  #json(module: string): unknown {
    const folder = this.#site.context.generatedFilesDir;
    const file = module
      .replace(/^@generated/, folder)
      .replace(/^~(docs|blog)/, `${folder}/docusaurus-plugin-content-$1`);
    if (!this.#known.has(file)) this.#known.set(file, JSON.parse(readFileSync(file, 'utf8')));
    return this.#known.get(file);
  }

  #content(module: string): ContentModule {
    const [alias = ''] = module.split('?');
    const source = alias.replace(/^@site\//, '');
    const entry = this.#documents.get(source);
    if (!entry) throw new Error(`${source} is a page for Docusaurus, and the toolkit has no such file`);
    return {
      metadata: this.#metadataOf(alias),
      frontMatter: entry.document.frontMatter ?? {},
      assets: {},
      contentTitle: undefined,
      body: once(() => pageBody(parsePage(entry.kind, entry.document), this.#resolver(source))),
    };
  }

  /** Docusaurus' docs and blog plugins write what they know about each page to a file that is named after it. */
  #metadataOf(alias: string): object {
    const plugin = alias.startsWith('@site/blog/')
      ? 'docusaurus-plugin-content-blog/default'
      : `docusaurus-plugin-content-docs/${alias.startsWith('@site/handbook/') ? 'handbook' : 'default'}`;
    return this.#json(`@generated/${plugin}/${docuHash(alias)}.json`) as object;
  }

  #resolver(source: string): Resolver {
    return {
      link: (url) => {
        const file = fileOfTarget(source, url);
        return file !== undefined && this.#documents.has(file)
          ? addressOfSource(file) + url.replace(/^[^?#]*/, '')
          : url;
      },
      image: (url) => this.#image(source, url),
    };
  }

  /** Copies a picture that lies next to a page to a name that changes with its content. */
  #image(source: string, url: string) {
    const {baseUrl} = this.#site.context;
    if (url.startsWith('/')) return {src: baseUrl + url.slice(1)};
    const picture = this.#sources.get(path.posix.join(path.posix.dirname(source), decodeURI(url)));
    if (!picture) return {src: url};
    const {name, ext} = path.parse(picture.path);
    const file = `assets/images/${name}.${shortHash(picture.bytes)}${ext}`;
    this.files.set(file, picture.bytes);
    const {width, height} = imageSize(picture.bytes);
    return {src: baseUrl + file, width, height};
  }
}

function isPageModule(module: string | ModuleNames): module is string {
  return typeof module === 'string' && /\.md(\?|$)/.test(module);
}
