import {createHash} from 'node:crypto';
import {chartFilesIn} from '../content/markdown/figures/chart-directives.ts';
import {fingerprintText} from '../content/markdown/fingerprint-text.ts';
import {remember} from '../content/memo.ts';
import type {Outside, SourceDocument} from '../content/source-document.ts';
import type {Toolkit} from '../content/toolkit.ts';

/** Hexadecimal digits kept: 64 bits, far more than the pages of a toolkit need to stay apart. */
const LENGTH = 16;

/** SHA-256 of a file on disk, in hexadecimal digits. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A page's fingerprint: the first 16 hexadecimal digits of SHA-256 over its own text and the data it shows. */
export function fingerprintOf(
  document: Pick<SourceDocument, 'frontMatter' | 'body'>,
  data: readonly unknown[] = [],
): string {
  const {frontMatter, body} = document;
  return remember('fingerprint', [JSON.stringify([frontMatter, data]), body], () =>
    createHash('sha256').update(fingerprintText(document, data)).digest('hex').slice(0, LENGTH),
  );
}

/** The fingerprint of a page; the data of its charts counts as part of the page. */
export const fingerprintPage: Outside['fingerprintPage'] = (page, dataOf) =>
  fingerprintOf(
    page,
    chartFilesIn(page).flatMap((file) => dataOf(file) ?? []),
  );

const SOURCE_RE = /^(docs|handbook|versioned_docs|static)\/|^blog\/[^/]+\.md$/;

/**
 * Hash of everything that the pages of a site are built from, except code, so that a build says which state it shows.
 */
export function sourcesHash({files, config}: Pick<Toolkit, 'files' | 'config'>): string {
  const hash = createHash('sha256').update(JSON.stringify(config));
  for (const {path, bytes} of files) {
    if (SOURCE_RE.test(path)) hash.update(`\n${path}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}
