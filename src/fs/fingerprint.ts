import {createHash} from 'node:crypto';
import {chartDirectivesIn} from '../markdown/chart-directives.ts';
import {fingerprintText} from '../markdown/fingerprint-text.ts';
import {chartFile} from '../model/charts/chart-file.ts';
import type {Fingerprints} from '../model/fingerprints.ts';
import type {SourceDocument} from '../model/source-document.ts';
import type {Toolkit} from '../model/toolkit.ts';

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

/** The fingerprint of a page: what its charts say, the page says. */
export const fingerprintPage: Fingerprints['fingerprintPage'] = (page, dataOf) =>
  fingerprintOf(
    page,
    chartDirectivesIn(page).flatMap(({attributes}) => dataOf(chartFile(String(attributes?.id), page.path)) ?? []),
  );

/** What pages are made from; records and waiting notes change no link. */
const SOURCE_RE = /^(docs|handbook|versioned_docs|static)\/|^blog\/[^/]+\.md$/;

/** Hash of everything that the pages of a site are made from, but its code: a build says which state it shows. */
export function sourcesHash({files, config}: Pick<Toolkit, 'files' | 'config'>): string {
  const hash = createHash('sha256').update(JSON.stringify(config));
  for (const {path, bytes} of files) {
    if (SOURCE_RE.test(path)) hash.update(`\n${path}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}
