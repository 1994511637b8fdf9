import {existsSync} from 'node:fs';
import path from 'node:path';
import {recordMissing} from '../../src/content/addresses/record-addresses.ts';
import type {PlannedFile} from '../../src/content/publish/planned-file.ts';
import {count} from '../../src/content/report/sections.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {hashOf} from '../../src/store/fingerprint.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {FileChange} from '../../src/store/transaction/file-change.ts';
import type {Io} from '../io.ts';

/** Where a record that cannot be read is kept, for whoever wants to know what became of it. */
const KEPT = '.tmp/broken-records';

/** Puts on record every address and heading that was ever published; a broken record is kept aside and written anew. */
export async function putOnRecord(toolkit: Toolkit, io: Io): Promise<number> {
  const planned = recordMissing(toolkit);
  const bytes = new Map(toolkit.files.map((file) => [file.path, file.bytes]));
  const broken = planned.filter(({path: file}) => bytes.has(file) && !toolkit.addressRecords.has(file));
  const copies = broken.map(({path: file}) => copyOf(file, bytes.get(file) ?? new Uint8Array()));
  const changes: FileChange[] = [
    ...copies.filter((copy) => !existsSync(path.join(io.cwd, copy.path))).map((copy) => toWrite(copy, undefined)),
    ...planned.map((file) => toWrite(file, bytes.get(file.path))),
  ];
  await commit(io.cwd, {command: 'links --record', changes});
  for (const [index, {path: file}] of broken.entries()) {
    io.stdout.write(
      `${file} could not be read: kept as ${copies[index]?.path}, and written anew from what was published\n`,
    );
  }
  io.stdout.write(
    planned.length === 0
      ? 'every address and heading that was published is on record\n'
      : `wrote ${count(planned.length, 'record')} in ledgers/addresses/\n`,
  );
  return 0;
}

function copyOf(file: string, content: Uint8Array): PlannedFile {
  return {path: `${KEPT}/${hashOf(content).slice(0, 8)}/${file}`, content};
}

function toWrite({path: file, content}: PlannedFile, found: Uint8Array | undefined): FileChange {
  return {kind: 'write', path: file, content, found};
}
