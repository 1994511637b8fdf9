import type {SourceDocument} from '../model/source-document.ts';
import {isException} from './exception-comment.ts';
import {parseBody} from './parse-markdown.ts';

/** The keys that are part of a page's content. Owner, review interval, related terms and addresses are not. */
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
  'facts',
  'consent',
  'sources',
] as const;

/** Properties that describe how a node is written, and do not affect its content. */
const FORMATTING = new Set(['position', 'spread', 'bullet', 'data']);

/**
 * The canonical text from which the fingerprint of a page is computed: its text, links and facts. Line breaks, the style
 * of emphasis and white space do not matter. A changed word, figure or address does, also in the data of a chart.
 */
export function fingerprintText(
  document: Pick<SourceDocument, 'frontMatter' | 'body'> & Partial<SourceDocument>,
  data: readonly unknown[] = [],
): string {
  const {frontMatter} = document;
  const own = OWN_KEYS.filter((key) => frontMatter?.[key] !== undefined).map((key) => [key, frontMatter?.[key]]);
  const shown = data.length > 0 ? [['data', data]] : [];
  return JSON.stringify(canonical([...own, ['body', parseBody(document)], ...shown]));
}

/** Sorts keys, collapses white space, and removes properties that describe only how a value is written. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.filter((item) => !isComment(item)).map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).filter((key) => !FORMATTING.has(key));
  return Object.fromEntries(keys.sort().map((key) => [key, canonical((value as Record<string, unknown>)[key])]));
}

/** Exceptions from rules are for editors only, so readers never see them. */
function isComment(node: unknown): boolean {
  const {type, value} = (node ?? {}) as {type?: unknown; value?: unknown};
  return type === 'html' && typeof value === 'string' && isException(value);
}
