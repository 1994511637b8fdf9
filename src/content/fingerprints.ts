import type {SourceDocument} from './source-document.ts';

/** Computes the fingerprint of a text and related data. */
export type Fingerprint = (document: Pick<SourceDocument, 'frontMatter' | 'body'>, data: readonly unknown[]) => string;

/** Functions that compute fingerprints. They are passed in, because hashing and parsing are outside the model. */
export interface Fingerprints {
  fingerprintOf: Fingerprint;
  /** The fingerprint of a page with its charts, whose data is looked up by file. */
  fingerprintPage: (page: SourceDocument, dataOf: (file: string) => unknown) => string;
}
