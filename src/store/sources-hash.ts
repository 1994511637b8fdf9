import {createHash} from 'node:crypto';
import type {Toolkit} from '../content/toolkit.ts';

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
