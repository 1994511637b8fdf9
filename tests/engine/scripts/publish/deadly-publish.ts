/** Publishes a folder until the nth change to the disk, and is killed there: `folder nth`. Prints the number of changes where it lives. */
import {draftPublication} from '../../../../scripts/publish/draft-publication.ts';
import {planPublication} from '../../../../scripts/publish/plan-publication.ts';
import {readPublishedTree} from '../../../../scripts/publish/published-tree.ts';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {deadlyDisk} from '../../fs/transaction/faulty-disk.ts';

const TODAY = '2026-11-24';
const [cwd = '', nth] = process.argv.slice(2);
const tree = await readPublishedTree(cwd);
const draft = await draftPublication(tree, {edition: ''}, TODAY);
await commit(cwd, planPublication(tree, draft, TODAY).transaction, deadlyDisk(Number(nth)));
