import {createHash} from 'node:crypto';
import {fingerprintText} from '../content/fingerprint-text.ts';
import type {SourceDocument} from '../content/source-document.ts';

/** Hexadecimal digits kept: 64 bits, far more than the pages of a toolkit need to stay apart. */
const LENGTH = 16;

/** SHA-256 of a file as it lies on disk, in hexadecimal digits. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A page's fingerprint: the first 16 hexadecimal digits of SHA-256 over its own words and the data it shows. */
export function fingerprintOf(
  document: Pick<SourceDocument, 'frontMatter' | 'body'>,
  data: readonly unknown[] = [],
): string {
  return createHash('sha256').update(fingerprintText(document, data)).digest('hex').slice(0, LENGTH);
}
