import type {Place} from './problem.ts';

/** The path of a key in front matter: `['sources', 0, 'url']`. */
export type KeyPath = readonly (string | number)[];

/** A Markdown file as plain data, which can be passed to a worker. */
export interface DocumentData {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  text: string;
  /** The parsed front matter; `undefined` if it is missing or unreadable. */
  frontMatter: Readonly<Record<string, unknown>> | undefined;
  /** Of a page, what `changes` holds: the notes that wait to be published, which are no part of its front matter. */
  waiting?: unknown;
  body: string;
  bodyOffset: number;
}

export interface SourceDocument extends DocumentData {
  /** The place of a key or its value, or of the nearest parent if the key is missing. */
  placeOf(path: KeyPath, what?: 'key' | 'value'): Place | undefined;
}

/** The title of a text, or its id if there is none. The text may be older than the current schema. */
export function titleOf({frontMatter}: Pick<SourceDocument, 'frontMatter'>, id: string): string {
  const title = frontMatter?.title;
  return typeof title === 'string' && title.trim() !== '' ? title : id;
}

export type Fingerprint = (document: Pick<SourceDocument, 'frontMatter' | 'body'>, data: readonly unknown[]) => string;

/** What the model needs of the world outside: fingerprints, hashes and a dictionary. */
export interface Outside {
  fingerprintOf: Fingerprint;
  fingerprintPage: (page: SourceDocument, dataOf: (file: string) => unknown) => string;
  /** SHA-256 of a file. */
  hashOf: (content: string | Uint8Array) => string;
  /** Reads the dictionary of English on first use. */
  dictionary: () => Dictionary;
}

export interface Dictionary {
  aff: Uint8Array;
  dic: Uint8Array;
}
