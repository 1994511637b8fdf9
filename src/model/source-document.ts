import type {Place} from './problem.ts';

/** A key's way down into front matter: `['sources', 0, 'url']`. */
export type KeyPath = readonly (string | number)[];

/** A Markdown file as the model sees it, as plain data, which can go to a worker. */
export interface DocumentData {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  text: string;
  /** What the front matter holds; `undefined` where there is none or it cannot be read. */
  frontMatter: Readonly<Record<string, unknown>> | undefined;
  /** The words after the front matter. */
  body: string;
  /** How many lines stand before the body. */
  bodyOffset: number;
}

/** A Markdown file as the model sees it: what its front matter holds, and where each key stands. */
export interface SourceDocument extends DocumentData {
  /** Where a key stands, or its value; the nearest parent where the key itself is missing. */
  placeOf(path: KeyPath, what?: 'key' | 'value'): Place | undefined;
}

/** The title of a text, which may be older than today's schema; the id where it has none. */
export function titleOf({frontMatter}: Pick<SourceDocument, 'frontMatter'>, id: string): string {
  const title = frontMatter?.title;
  return typeof title === 'string' && title.trim() !== '' ? title : id;
}
