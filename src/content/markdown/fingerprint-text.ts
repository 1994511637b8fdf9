import {LAYOUT_KEYS} from '../schemas/page-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import {parseMarkdown} from './parse-markdown.ts';

/** The keys of pages and case studies that are part of their content, in the order of the text of a fingerprint. */
const OWN_KEYS = [
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

/** The keys about how a page is managed, found and laid out, which are no part of its content. */
const MANAGED_KEYS: ReadonlySet<string> = new Set([
  'key_figures',
  'owner',
  'review_every',
  'reviewed',
  'news_checked',
  'priorities',
  'approaches',
  'regions',
  'redirect_from',
  'former_headings',
  'translation',
  'withdrawn',
  ...LAYOUT_KEYS,
]);

/**
 * The keys of a page that count as content: those of the engine, then those of a collection in alphabetical order. The
 * configuration has no influence, so that published texts keep their fingerprints.
 */
export function contentKeys(frontMatter: Readonly<Record<string, unknown>> = {}): string[] {
  const engineKeys: readonly string[] = OWN_KEYS;
  const others = Object.keys(frontMatter).filter((key) => !engineKeys.includes(key) && !MANAGED_KEYS.has(key));
  return [...engineKeys.filter((key) => frontMatter[key] !== undefined), ...others.sort()];
}

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
  const facts = contentKeys(frontMatter).map((key) => [key, frontMatter?.[key]]);
  const shown = data.length > 0 ? [['data', data]] : [];
  return JSON.stringify(canonical([...facts, ['body', parseMarkdown(document.body)], ...shown]));
}

/** Sorts keys, collapses white space, and removes properties that describe only how a value is written. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.filter((item) => !isComment(item)).map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).filter((key) => !FORMATTING.has(key));
  return Object.fromEntries(keys.sort().map((key) => [key, canonical((value as Record<string, unknown>)[key])]));
}

/** Comments are for editors only, so readers never see them. */
function isComment(node: unknown): boolean {
  const {type, value} = (node ?? {}) as {type?: unknown; value?: unknown};
  return type === 'html' && typeof value === 'string' && /^<!--(?:(?!-->).)*-->\s*$/s.test(value);
}
