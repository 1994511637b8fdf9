import {type LinkLedger, ledgerFiles, type StoredLedger} from '../content/link-ledger/link-ledger.ts';
import type {FileChange} from './transaction/file-change.ts';

/** The changes that make the ledger on disk equal to this one; an unreadable file is replaced. */
export function ledgerChanges({files}: StoredLedger, ledger: LinkLedger): FileChange[] {
  const wanted = ledgerFiles(ledger);
  return [
    ...[...files]
      .filter(([path]) => !wanted.has(path))
      .map(([path, found]) => ({kind: 'remove', path, found}) as const),
    ...[...wanted].map(([path, content]) => ({kind: 'write', path, content, found: files.get(path)}) as const),
  ];
}
