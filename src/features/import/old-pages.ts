import {fileText} from '../../content/files/file-text.ts';
import {fileNameOf} from '../../content/pages/file-name.ts';
import {readDocument} from '../../io/yaml/document.ts';
import type {Loss} from './losses.ts';
import {inPages, type OldSite} from './read-folder.ts';

export interface OldPage {
  file: string;
  frontMatter: Readonly<Record<string, unknown>>;
  body: string;
  bodyLine: number;
  id: string;
  /** Every address that it had below that of the site. */
  addresses: string[];
}

/** The pages that can be read, each with an id of its own. */
export function pagesOf(site: OldSite, losses: Loss[]): OldPage[] {
  const ids = new Set<string>();
  return [...site.files].flatMap(([file, {bytes}]): OldPage[] => {
    const own = inPages(site, file);
    if (!/\.mdx?$/.test(file) || own.startsWith('../')) return [];
    const text = fileText(bytes)?.replaceAll('\r\n', '\n');
    const {document, broken} = readDocument(file, text ?? '');
    const [fault] = text?.startsWith('---\n') ? broken : [];
    const {frontMatter = {}, body, bodyOffset} = document;
    const isDraft = frontMatter.draft === true || frontMatter.published === false;
    if (text === undefined || fault || isDraft) {
      losses.push({name: 'page', file, line: fault?.place?.line, found: isDraft ? 'it is a draft' : fault?.problem});
      return [];
    }
    const named = textIn(frontMatter.slug) ?? textIn(frontMatter.permalink);
    const id = firstFree(named === '/' ? 'index' : newId(own), '', (one) => !ids.has(one));
    ids.add(id);
    const former = [frontMatter.redirect_from ?? frontMatter.aliases ?? []].flat().map(textIn);
    const below = oldAddress(own, named, textIn(frontMatter.id));
    // Docusaurus has its pages below this, unless its settings say otherwise.
    const docs = site.isDocusaurus ? [`/docs${below}`] : [];
    // Only some generators serve a page that is named like its folder as that of the folder.
    const doubled = /([^/]+)\/\1$/.test(withoutEnding(own)) ? [sameAddress(withoutEnding(own))] : [];
    const addresses = [below, ...doubled, ...docs, ...former.filter((one) => one !== undefined).map(sameAddress)];
    return [{file, frontMatter, body, bodyLine: bodyOffset + 1, id, addresses: [...new Set(addresses)]}];
  });
}

/** The first of several names that differ in a number which nothing else has. */
export function firstFree(name: string, ending: string, isFree: (name: string) => boolean): string {
  let free = name + ending;
  for (let at = 2; !isFree(free); at += 1) free = `${name}-${at}${ending}`;
  return free;
}

/** The id of a page, from its path in the folder of pages. */
function newId(file: string): string {
  const parts = withoutEnding(file).split('/');
  if (/^(index|readme|home)$/i.test(parts.at(-1) ?? '')) parts[parts.length - 1] = 'index';
  // The engine serves a page that is named like its folder at the address of the folder.
  else if (parts.length > 1 && parts.at(-1) === parts.at(-2)) parts[parts.length - 1] = 'index';
  return parts.map((part) => fileNameOf(withoutNumber(part)) || 'page').join('/');
}

/** `01-` before a name is only its place. */
export const withoutNumber = (part: string) => part.replace(/^\d+\s*[-_.]+\s*(?=[^\d\s-_.])/, '');

/** The address of a page below that of the old site; begins and ends with `/`. */
function oldAddress(file: string, named: string | undefined, id: string | undefined): string {
  const parts = withoutEnding(file).split('/').map(withoutNumber);
  const name = parts.pop() ?? '';
  const folder = parts.join('/');
  const last = /^(index|readme)$/i.test(name) || name === parts.at(-1) ? '' : (id ?? name);
  return sameAddress(named?.startsWith('/') ? named : `${folder}/${named ?? last}`);
}

/** One form of an address that sites write in several: with and without `.html`, `index` and the last slash. */
export function sameAddress(address: string): string {
  const path = address.replace(/(^|\/)index(\.html?)?\/?$/, '$1').replace(/\.(html?|mdx?)\/?$/, '');
  return `/${path}/`.replace(/\/{2,}/g, '/');
}

export const withoutEnding = (file: string) => file.replace(/\.mdx?$/, '');

export const textIn = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
