import {recordMissing} from '../../src/content/addresses/record-addresses.ts';
import {count} from '../../src/content/report/sections.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {FileChange} from '../../src/store/transaction/file-change.ts';
import type {Io} from '../io.ts';

/** Records every address and heading that was ever published; a record that cannot be read is written again. */
export async function putOnRecord(toolkit: Toolkit, io: Io): Promise<number> {
  const planned = recordMissing(toolkit);
  const bytes = new Map(toolkit.files.map((file) => [file.path, file.bytes]));
  const changes = planned.map(
    ({path, content}): FileChange => ({kind: 'write', path, content, found: bytes.get(path)}),
  );
  await commit(io.cwd, {command: 'links --record', changes});
  for (const {path} of planned.filter((file) => bytes.has(file.path) && !toolkit.addressRecords.has(file.path))) {
    io.stdout.write(`${path} could not be read, and was written again from the published texts\n`);
  }
  io.stdout.write(
    planned.length === 0
      ? 'every address and heading that was published is on record\n'
      : `wrote ${count(planned.length, 'record')} in ledgers/addresses/\n`,
  );
  return 0;
}
