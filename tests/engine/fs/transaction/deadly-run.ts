/** Commits or recovers in a folder until the nth change to the disk, and is killed there: `commit|recover folder nth [refused]`. */
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {recover} from '../../../../src/fs/transaction/recover.ts';
import {deadlyDisk} from './faulty-disk.ts';
import {REBUILDING} from './rebuilding.ts';

const [what, folder = '', nth, refused] = process.argv.slice(2);
const disk = deadlyDisk(Number(nth), refused);
try {
  await (what === 'commit' ? commit(folder, REBUILDING, disk) : recover(folder, disk));
} catch {
  process.exitCode = 1;
}
