import type {SourceFile} from '../toolkit.ts';
import type {LinkEntry} from './link-entry.ts';
import {LINK_FOLDER, readLedgerFile} from './link-ledger.ts';

/** The link ledger as its files hold it. */
export interface StoredLedger {
  entries: Map<string, LinkEntry>;
  /** Files that cannot be used, with what is wrong with each. */
  broken: {path: string; fault: string}[];
  /** Every file of it as it was read, by path. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Reads the ledger from the files of a toolkit; what cannot be used is told, and keeps nothing else from being read. */
export function storedLedger(files: readonly SourceFile[]): StoredLedger {
  const own = files.filter(({path}) => path.startsWith(`${LINK_FOLDER}/`) && path.endsWith('.json'));
  const stored: StoredLedger = {
    entries: new Map(),
    broken: [],
    files: new Map(own.map(({path, bytes}) => [path, bytes])),
  };
  for (const {path, bytes} of own) {
    const read = readLedgerFile(path, new TextDecoder().decode(bytes));
    if ('fault' in read) stored.broken.push({path, fault: read.fault});
    else for (const [address, entry] of read.entries) stored.entries.set(address, entry);
  }
  return stored;
}
