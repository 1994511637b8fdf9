/** Adds one to a number in a file, so many times: `folder times`. Refusals because others count too are tried again. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {commit} from '../../../../src/io/transaction/commit.ts';
import {TransactionError} from '../../../../src/io/transaction/tree.ts';

const [folder = '', times] = process.argv.slice(2);
for (let left = Number(times); left > 0; ) {
  let found: string;
  try {
    found = readFileSync(path.join(folder, 'docs/count.txt'), 'utf8');
  } catch {
    // Another process is just replacing it.
    continue;
  }
  const content = `${Number(found) + 1}`;
  try {
    await commit(folder, {command: 'count', changes: [{path: 'docs/count.txt', found, content}]});
    left -= 1;
  } catch (error) {
    if (!(error instanceof TransactionError)) throw error;
  }
}
