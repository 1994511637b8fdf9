import type {SourceDocument} from '../model/source-document.ts';
import {isException} from './exception-comment.ts';
import {markdownParser} from './parse-markdown.ts';

/** The keys that are a page's own words; owner, rhythm of review, related terms and addresses are not. */
export const OWN_KEYS = [
  'title',
  'description',
  'service',
  'place',
  'period',
  'evidence',
  'outcomes',
  'cost',
  'partners',
  'consent',
  'sources',
] as const;

/** How a node is written, which changes no word of it. */
const FORMATTING = new Set(['position', 'spread', 'bullet']);

/**
 * What a page's fingerprint is taken from: its words, links and facts in one canonical text. Wrapping,
 * signs of emphasis and white space change nothing; a changed word, figure or address does, also one in the data of a
 * chart that the page shows.
 */
export function fingerprintText(
  {frontMatter, body}: Pick<SourceDocument, 'frontMatter' | 'body'>,
  data: readonly unknown[] = [],
): string {
  const own = OWN_KEYS.filter((key) => frontMatter?.[key] !== undefined).map((key) => [key, frontMatter?.[key]]);
  const shown = data.length > 0 ? [['data', data]] : [];
  return JSON.stringify(canonical([...own, ['body', markdownParser.parse(body)], ...shown]));
}

/** Values with sorted keys, white space folded, and without what only tells how they were written. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.filter((item) => !isComment(item)).map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).filter((key) => !FORMATTING.has(key));
  return Object.fromEntries(keys.sort().map((key) => [key, canonical((value as Record<string, unknown>)[key])]));
}

/** An exception from a rule is said to editors: readers never see it. */
function isComment(node: unknown): boolean {
  const {type, value} = (node ?? {}) as {type?: unknown; value?: unknown};
  return type === 'html' && typeof value === 'string' && isException(value);
}
