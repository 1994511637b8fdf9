import {parseDocument} from 'yaml';
import {fileNameOf} from '../../content/pages/file-name.ts';

/** The settings of an old site, as far as an import needs them. */
export interface SiteSettings {
  /** The folder of its pages, and those of the files that it serves as they are. */
  pages: string;
  statics: readonly string[];
  /** Where its pages were: `https://old.example`, and the path before their addresses. */
  url?: string | undefined;
  prefix: string;
  /** Its own menu, with the files of its pages. */
  menu?: unknown;
}

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

const textOf = (code: string, key: string) => new RegExp(`\\b${key}\\s*:\\s*['"\`]([^'"\`]*)`).exec(code)?.[1];

export const SITE_KINDS: readonly SiteKind[] = [
  {
    name: 'Docusaurus',
    marker: /^docusaurus\.config\.[cm]?[jt]s$/,
    settings: (code) => ({
      pages: textOf(code, 'path') ?? 'docs',
      statics: ['static'],
      url: textOf(code, 'url'),
      prefix: `${textOf(code, 'baseUrl') ?? '/'}/${textOf(code, 'routeBasePath') ?? 'docs'}`,
    }),
    address: 'slug',
    order: ['sidebar_position'],
    hasNumbers: true,
    without: /(^|\/)_/,
  },
  {
    name: 'Material for MkDocs',
    marker: /^mkdocs\.ya?ml$/,
    settings: (text) => {
      const {docs_dir, site_url, nav} = data(text);
      const url = words(site_url);
      const pages = words(docs_dir) ?? 'docs';
      const {origin, pathname} = url && URL.canParse(url) ? new URL(url) : {origin: undefined, pathname: '/'};
      return {pages, statics: [pages], url: origin, prefix: pathname, menu: nav};
    },
    address: undefined,
    order: ['weight'],
    without: /^$/,
  },
  {
    name: 'Jekyll',
    marker: /^_config\.ya?ml$/,
    settings: (text) => {
      const {source, url, baseurl} = data(text);
      const pages = words(source) ?? '.';
      return {pages, statics: [pages], url: words(url), prefix: words(baseurl) ?? ''};
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
  {prefix}: SiteSettings,
  {address, hasNumbers}: SiteKind,
): string {
  const own = address && words(frontMatter[address]);
  const parts = file.replace(/\.mdx?$/, '').split('/');
  const name = parts.pop() ?? '';
  const folder = (hasNumbers ? parts.map(withoutNumber) : parts).join('/');
  const last = /^(index|readme)$/i.test(name) ? '' : hasNumbers ? withoutNumber(words(frontMatter.id) ?? name) : name;
  const path = own === undefined ? `${folder}/${last}` : own.startsWith('/') ? own : `${folder}/${own}`;
  return sameAddress(`${prefix}/${path}`);
}

/** One form of an address that sites write in several: with and without `.html`, `index` and the last slash. */
export function sameAddress(address: string): string {
  const path = address.replace(/(^|\/)index(\.html?)?\/?$/, '$1').replace(/\.(html?|mdx?)\/?$/, '');
  return `/${path}/`.replace(/\/{2,}/g, '/');
}
