/** Takes the newest update of a folder back until the nth change to the disk, and is killed there: `folder nth`. */
import {planUndo} from '../../../../scripts/publish/plan-undo.ts';
import {readPublishedTree} from '../../../../scripts/publish/published-tree.ts';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {deadlyDisk} from '../../fs/transaction/faulty-disk.ts';

const [cwd = '', nth] = process.argv.slice(2);
const {transaction} = await planUndo(await readPublishedTree(cwd), '2026-11-24', true);
await commit(cwd, transaction, deadlyDisk(Number(nth)));
