import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {LinkLedger} from '../../../src/content/link-ledger/link-ledger.ts';
import {ledgerFiles} from '../../../src/content/link-ledger/link-ledger.ts';
import type {StoredLedger} from '../../../src/content/link-ledger/stored-ledger.ts';
import type {FileChange} from '../../../src/store/transaction/file-change.ts';

/** Where copies of files that cannot be used are kept: git takes no notice of it. */
const COPIES = '.tmp/links';

/** What has to be written so that the ledger on disk is this one; what cannot be used there is kept as a copy first. */
export async function planLedger(
  cwd: string,
  stored: StoredLedger,
  ledger: LinkLedger,
  today: string,
): Promise<FileChange[]> {
  const wanted = ledgerFiles(ledger);
  const changes: FileChange[] = [];
  for (const [file, found] of stored.files) {
    if (!wanted.has(file)) changes.push({kind: 'remove', path: file, found});
  }
  for (const [file, content] of wanted) {
    const found = stored.files.get(file);
    if (found === undefined || Buffer.compare(found, Buffer.from(content)) !== 0) {
      changes.push({kind: 'write', path: file, content, found});
    }
  }
  for (const {path: file} of stored.broken) {
    const copy = copyOf(file, today);
    const content = stored.files.get(file) ?? '';
    changes.push({kind: 'write', path: copy, content, found: await readIfThere(path.join(cwd, copy))});
  }
  return changes;
}

/** Where the copy of a file lies that could not be used on a day. */
export function copyOf(file: string, today: string): string {
  return `${COPIES}/${path.posix.basename(file, '.json')}.${today}.json`;
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
