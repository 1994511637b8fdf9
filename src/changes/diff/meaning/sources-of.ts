import {pageLinks} from '../../../content/markdown/page-links.ts';
import {parseMarkdown} from '../../../content/markdown/parse-markdown.ts';
import type {PageText} from '../edit.ts';

export interface Source {
  url: string;
  /** The text of the link, or the title next to the address. */
  title: string;
  publisher?: string;
}

/**
 * The links of a page to other sites, in its text and its front matter, by what identifies them.
 *
 * @param site the address of the toolkit itself
 */
export function sourcesOf({frontMatter, body}: PageText, site?: string): Map<string, Source> {
  const tree = parseMarkdown(body);
  const links = pageLinks({tree}).map(({url, text}) => ({url, title: text}));
  const outside = [...addressesIn(frontMatter, ''), ...links].filter(
    ({url}) => /^https?:\/\//i.test(url) && !(site && url.startsWith(site)),
  );
  return new Map(outside.reverse().map((source) => [keyOf(source.url), source]));
}

/** One address, whatever its protocol and its archived copy. */
export function keyOf(url: string): string {
  return url
    .replace(/^https?:\/\/web\.archive\.org\/web\/[^/]+\//i, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
}

/** Addresses in front matter, each with the title next to it, or its key. */
function addressesIn(value: unknown, words: string): Source[] {
  if (typeof value === 'string') return /^[a-z][a-z+.-]*:\/\//i.test(value) ? [{url: value, title: words}] : [];
  if (Array.isArray(value)) return value.flatMap((item) => addressesIn(item, words));
  if (typeof value !== 'object' || value === null) return [];
  const {title, publisher} = value as {title?: unknown; publisher?: unknown};
  return Object.entries(value).flatMap(([key, inner]) =>
    addressesIn(inner, key === 'url' && typeof title === 'string' ? title : key).map((source) =>
      key === 'url' && publisher !== undefined ? {...source, publisher: String(publisher)} : source,
    ),
  );
}
