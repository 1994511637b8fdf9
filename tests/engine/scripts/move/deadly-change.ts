/** Runs a command on a folder until the nth change to the disk, and is killed there: `folder nth`; `COMMAND` says which. */
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {deadlyDisk} from '../../fs/transaction/faulty-disk.ts';
import {planned} from './planned.ts';

const [cwd = '', nth] = process.argv.slice(2);
await commit(cwd, await planned(process.env.COMMAND ?? '', cwd), deadlyDisk(Number(nth)));
