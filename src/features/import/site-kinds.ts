import {parse} from '@babel/parser';
import {parseDocument} from 'yaml';
import {fileNameOf} from '../../content/pages/file-name.ts';

/** The settings of an old site, as far as an import needs them. */
export interface SiteSettings {
  /** The folder of its pages, and those of the files that it serves as they are. */
  pages: string;
  statics: readonly string[];
  /** The path of its pages below `own.baseUrl`. */
  route: string;
  /** Its own menu, with the files of its pages. */
  menu?: unknown;
  /** What it says in text, by the keys of our configuration; `null` where only running its code could say it. */
  own: OwnSettings;
}

const OWN_KEYS = ['title', 'strapline', 'description', 'url', 'baseUrl', 'footer_text'] as const;

type OwnSettings = {[Key in (typeof OWN_KEYS)[number]]?: string | null | undefined};

/** A generator of sites: an adapter of mostly data. */
export interface SiteKind {
  name: string;
  /** The file at the root by which it is known. */
  marker: RegExp;
  /** Reads the settings. Code is never run: what it says is looked for in its text. */
  settings(text: string): SiteSettings;
  /** The key of front matter with the address of a page, and those with its place in the menu. */
  address: 'slug' | 'permalink' | undefined;
  order: readonly string[];
  /** Whether `01-` before a name is only its place. */
  hasNumbers?: boolean;
  /** The folders with something else than pages. */
  without: RegExp;
}

const data = (text: string): Record<string, unknown> => parseDocument(text, {logLevel: 'silent'}).toJS() ?? {};

const words = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** A node of the syntax tree of code, as far as an object with texts needs it. */
interface Code {
  type?: string;
  key?: {name?: string; value?: string};
  value?: Code & {value?: unknown; quasis?: {value: {cooked: string}}[]};
}

/** The texts in code by their keys, those of outer objects first, also with the key of their object: `footer.copyright`. */
function textsIn(code: string): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  let level: [owner: string, node: unknown][] = [];
  try {
    level = [['', parse(code, {sourceType: 'unambiguous', plugins: ['typescript']}).program.body]];
  } catch {
    // Code that cannot be read says nothing.
  }
  while (level.length > 0) {
    level = level.flatMap(([owner, node]): typeof level => {
      if (typeof node !== 'object' || node === null) return [];
      const {type, key, value} = node as Code;
      if (type !== 'ObjectProperty') return Object.values(node).map((inner) => [owner, inner]);
      const name = key?.name ?? String(key?.value);
      const [whole, ...others] = value?.quasis ?? [];
      const text = others.length > 0 ? undefined : (whole?.value.cooked ?? value?.value);
      for (const place of [name, `${owner}.${name}`])
        if (!texts.has(place)) texts.set(place, typeof text === 'string' ? text : null);
      return [[name, value]];
    });
  }
  return texts;
}

/** The address of a site, in the two parts that our configuration has. */
function addressIn(address: string | null | undefined, path?: string | null): Pick<OwnSettings, 'url' | 'baseUrl'> {
  const {origin, pathname} =
    address && URL.canParse(address) ? new URL(address) : {origin: address, pathname: undefined};
  const base = path ?? pathname;
  return {url: origin, baseUrl: base && sameAddress(base)};
}

export const SITE_KINDS: readonly SiteKind[] = [
  {
    name: 'Docusaurus',
    marker: /^docusaurus\.config\.[cm]?[jt]s$/,
    settings: (code) => {
      const texts = textsIn(code);
      return {
        pages: texts.get('docs.path') ?? 'docs',
        statics: ['static'],
        route: texts.get('docs.routeBasePath') ?? 'docs',
        own: {
          title: texts.get('title'),
          strapline: texts.get('tagline'),
          ...addressIn(texts.get('url'), texts.get('baseUrl')),
          footer_text: texts.get('footer.copyright'),
        },
      };
    },
    address: 'slug',
    order: ['sidebar_position'],
    hasNumbers: true,
    without: /(^|\/)_/,
  },
  {
    name: 'Material for MkDocs',
    marker: /^mkdocs\.ya?ml$/,
    settings: (text) => {
      const {docs_dir, site_url, nav, site_name, site_description, copyright} = data(text);
      const pages = words(docs_dir) ?? 'docs';
      const own = {title: words(site_name), description: words(site_description), footer_text: words(copyright)};
      return {pages, statics: [pages], route: '', menu: nav, own: {...own, ...addressIn(words(site_url))}};
    },
    address: undefined,
    order: ['weight'],
    without: /^$/,
  },
  {
    name: 'Jekyll',
    marker: /^_config\.ya?ml$/,
    settings: (text) => {
      const {source, url, baseurl, title, tagline, description} = data(text);
      const pages = words(source) ?? '.';
      const own = {title: words(title), strapline: words(tagline), description: words(description)};
      return {pages, statics: [pages], route: '', own: {...own, ...addressIn(words(url), words(baseurl))}};
    },
    address: 'permalink',
    order: ['nav_order', 'weight', 'order', 'related_order'],
    without: /(^|\/)_|^(README|CONTRIBUTING|CHANGELOG|LICENSE)\.md$|^vendor\//,
  },
];

/** The id of a page, from its path in the folder of pages. */
export function newId(file: string, {hasNumbers}: SiteKind): string {
  const parts = file.replace(/\.mdx?$/, '').split('/');
  if (/^(index|readme)$/i.test(parts.at(-1) ?? '')) parts[parts.length - 1] = 'index';
  return parts.map((part) => fileNameOf(hasNumbers ? withoutNumber(part) : part) || 'page').join('/');
}

const withoutNumber = (part: string) => part.replace(/^\d+\s*[-_.]+\s*(?=[^\d\s-_.])/, '');

/** The address of a page at the old site; begins and ends with `/`. */
export function oldAddress(
  file: string,
  frontMatter: Readonly<Record<string, unknown>>,
  {route, own}: SiteSettings,
  {address, hasNumbers}: SiteKind,
): string {
  const named = address && words(frontMatter[address]);
  const parts = file.replace(/\.mdx?$/, '').split('/');
  const name = parts.pop() ?? '';
  const folder = (hasNumbers ? parts.map(withoutNumber) : parts).join('/');
  const last = /^(index|readme)$/i.test(name) ? '' : hasNumbers ? withoutNumber(words(frontMatter.id) ?? name) : name;
  const path = named === undefined ? `${folder}/${last}` : named.startsWith('/') ? named : `${folder}/${named}`;
  return sameAddress(`${own.baseUrl ?? ''}/${route}/${path}`);
}

/** One form of an address that sites write in several: with and without `.html`, `index` and the last slash. */
export function sameAddress(address: string): string {
  const path = address.replace(/(^|\/)index(\.html?)?\/?$/, '$1').replace(/\.(html?|mdx?)\/?$/, '');
  return `/${path}/`.replace(/\/{2,}/g, '/');
}
