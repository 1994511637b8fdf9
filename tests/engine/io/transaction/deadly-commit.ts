/** Commits in a folder until the nth change to the disk, and is killed there: `transaction folder nth`. */
import {readFileSync} from 'node:fs';
import {deserialize} from 'node:v8';
import {commit} from '../../../../src/io/transaction/commit.ts';
import {deadlyDisk} from './faulty-disk.ts';

const [transaction = '', folder = '', nth] = process.argv.slice(2);
const disk = deadlyDisk(Number(nth), () => process.kill(process.pid, 'SIGKILL'));
await commit(folder, deserialize(readFileSync(transaction)), disk).catch(() => {
  process.exitCode = 1;
});
