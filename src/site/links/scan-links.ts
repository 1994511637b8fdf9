import type {SitePage, SitePlaces} from '../../content/addresses/addresses.ts';

/** Where a file leads, and the anchors that others can link to. */
export interface FileLinks extends Pick<SitePage, 'anchors' | 'refresh'> {
  /** Each address once, in order. */
  targets: ReadonlySet<string>;
}

/** A built page, feed or file of data, with its links. */
export interface LinkedPage extends SitePage, FileLinks {}

export interface LinkedSite extends SitePlaces {
  pages: readonly LinkedPage[];
}

/** A start tag with attributes, or a whole comment, script or style: what is inside one of these is no tag. */
const TAG_RE =
  /<!--[\s\S]*?-->|<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>|<([a-z][\w:-]*)\s[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/gi;

const ATTRIBUTE_RE =
  /\s(id|name|href|src|srcset|imagesrcset|poster|action|formaction|cite|xlink:href|data|content)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** An address that is the whole value of an attribute or an element, and one that is a whole text in JSON. */
const ADDRESS_RE = /(?<=["'>])https?:\/\/[^\s"'<>]+(?=["'<])/g;
const JSON_ADDRESS_RE = /(?<=(?<!\\)")https?:\/\/[^\s"\\{}]+(?=")/g;

const REFRESH_RE = /^[\d.]*\s*;\s*url=/;

/** The links of a file; nothing for the index of the search, and for files that have none. */
export function linksOf(file: string, read: () => string | Uint8Array): FileLinks | undefined {
  if (!/\.(?:html|xml|json)$/.test(file) || file.startsWith('pagefind/')) return undefined;
  const content = read();
  const text = typeof content === 'string' ? content : Buffer.from(content).toString();
  return file.endsWith('.html') ? scanLinks(text) : {anchors: new Set(), targets: new Set(addressesIn(file, text))};
}

/** One pass over the text of a page finds everything: nothing is parsed, because the text has just been written. */
export function scanLinks(html: string): FileLinks {
  const anchors = new Set<string>();
  const targets = new Set<string>();
  let refresh: string | undefined;
  for (const [tag, raw, attributes = '', text = '', name] of html.matchAll(TAG_RE)) {
    if (tag.startsWith('<!')) continue;
    if (raw === 'script') for (const address of text.match(JSON_ADDRESS_RE) ?? []) targets.add(keep(address));
    for (const [, key = '', ...values] of (raw ? ` ${attributes}` : tag).matchAll(ATTRIBUTE_RE)) {
      const value = unescapeMarkup(values.find((one) => one !== undefined) ?? '');
      if (key === 'id' || (key === 'name' && name === 'a')) anchors.add(value);
      else if (key.endsWith('srcset')) for (const address of readSrcset(value)) targets.add(address);
      else if (key === 'content' && REFRESH_RE.test(value)) {
        refresh = value.replace(REFRESH_RE, '');
        targets.add(refresh);
      } else if (key !== 'name' && (key !== 'content' || /^https?:\S+$/.test(value))) targets.add(value);
    }
  }
  targets.delete('');
  return {anchors, targets, refresh};
}

/** Where data leads: a feed, a site map or a file for programs. What it repeats of a page is checked there. */
function addressesIn(file: string, text: string): string[] {
  return file.endsWith('.json')
    ? (text.match(JSON_ADDRESS_RE) ?? []).map(keep)
    : (text.match(ADDRESS_RE) ?? []).map(unescapeMarkup);
}

const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** What was found, once for all files that have it: a part of a text would keep the whole text in memory. */
const found = new Map<string, string>();

function keep(part: string): string {
  const known = found.get(part) ?? Buffer.from(part).toString();
  found.set(known, known);
  return known;
}

function unescapeMarkup(text: string): string {
  if (!text.includes('&')) return keep(text);
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, decimal, name) =>
    name ? (NAMED[name] ?? '') : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );
}

/** The addresses in `small.png 1x, large.png 2x`; an address may contain commas, but not end with one. */
function readSrcset(srcset: string): string[] {
  return [...srcset.matchAll(/(\S*[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)/g)].flatMap((match) => match[1] ?? []);
}
