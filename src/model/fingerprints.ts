import type {SourceDocument} from './source-document.ts';

/** Works out the fingerprint of a text and of data that belongs to it. */
export type Fingerprint = (document: Pick<SourceDocument, 'frontMatter' | 'body'>, data: readonly unknown[]) => string;

/** How fingerprints are made; hashing and parsing belong to other rooms. */
export interface Fingerprints {
  fingerprintOf: Fingerprint;
  /** The fingerprint of a page with its charts, whose data is found by file. */
  fingerprintPage: (page: SourceDocument, dataOf: (file: string) => unknown) => string;
}
