import {planRenaming, readRenaming} from '../../src/editorial/moves/rename-heading.ts';
import {renameNews} from '../../src/editorial/notes/plan-notes.ts';
import {toExitError} from '../../src/fs/exit-error.ts';
import {readTree, type WholeTree} from '../../src/fs/read-tree.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import {type PlannedChange, planChange} from '../cli/plan-change.ts';
import type {Run} from '../commands.ts';

/** `toolkit rename-heading`: renames a heading, updates all links to it and keeps its old anchor. */
export const run: Run<'rename-heading'> = async (_options, io, words) => {
  const {change, lines} = await plan(await readTree(io.cwd), words, io.today);
  await commit(io.cwd, change.transaction);
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
};

/**
 * Plans the renaming of a heading.
 *
 * @throws {ExitError} with the reason why it cannot be renamed.
 */
export async function plan(
  tree: WholeTree,
  words: readonly string[],
  today: string,
): Promise<{change: PlannedChange; lines: string[]}> {
  const renaming = readRenaming(words, tree.toolkit);
  if (!('page' in renaming)) throw toExitError([renaming]);
  const {page, anchor, heading, heir} = renaming;
  const planned = planRenaming(tree.toolkit, tree.files, renaming);
  const change = await planChange(tree, planned, {
    command: 'rename-heading',
    today,
    pages: [page.id],
    news: (after) =>
      heading
        ? renameNews(after, page.id, {before: heading.text, after: heir.text})
        : {note: undefined, outdated: new Map()},
  });
  const {touched} = planned;
  const address = `${page.address}#${anchor}`;
  const lines = [
    ...(heading ? [`renamed "${heading.text}" to "${heir.text}" in ${page.document.path}`] : []),
    ...(touched.length > 0
      ? [`updated links on ${touched.length} ${touched.length === 1 ? 'page' : 'pages'}: ${touched.join(', ')}`]
      : []),
    heir.anchor === anchor
      ? `${address} is still the address of the section`
      : `${address} now links to "${heir.text}"`,
    ...change.next,
  ];
  return {change, lines};
}
