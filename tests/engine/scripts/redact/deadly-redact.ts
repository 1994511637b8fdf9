/** Redacts a folder until the nth change to the disk, and is killed there: `folder nth`. */
import {planRedaction} from '../../../../scripts/redact/plan-redaction.ts';
import {readTree} from '../../../../src/fs/read-tree.ts';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {deadlyDisk} from '../../fs/transaction/faulty-disk.ts';

const [cwd = '', nth, words, why, replacement = ''] = process.argv.slice(2);
const {transaction} = await planRedaction(
  await readTree(cwd),
  {words, page: undefined, why, replacement},
  '2026-11-24',
);
await commit(cwd, transaction, deadlyDisk(Number(nth)));
