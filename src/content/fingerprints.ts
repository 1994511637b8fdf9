import type {SourceDocument} from './source-document.ts';

export type Fingerprint = (document: Pick<SourceDocument, 'frontMatter' | 'body'>, data: readonly unknown[]) => string;

/** Functions that compute fingerprints. They are passed in, because hashing and parsing are outside the model. */
export interface Fingerprints {
  fingerprintOf: Fingerprint;
  fingerprintPage: (page: SourceDocument, dataOf: (file: string) => unknown) => string;
}
