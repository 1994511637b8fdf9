/** Puts a check on record in a folder until the nth change to the disk, and is killed there: `folder nth`. */
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {deadlyDisk} from '../../fs/transaction/faulty-disk.ts';
import {planned} from './planned.ts';

const [cwd = '', nth] = process.argv.slice(2);
await commit(cwd, await planned(cwd), deadlyDisk(Number(nth)));
