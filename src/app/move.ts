import {readMove} from '../changes/moves/move-target.ts';
import {planMove as planFiles} from '../changes/moves/plan-move.ts';
import {moveNews} from '../changes/notes/plan-notes.ts';
import {addressOf} from '../content/pages/page-id.ts';
import {toExitError} from '../io/cli/exit-error.ts';
import type {Io} from '../io/cli/io.ts';
import {readTree, type WholeTree} from '../io/read-tree.ts';
import {commit} from '../io/transaction/commit.ts';
import {type PlannedChange, planChange} from './plan-change.ts';

/** Moves a page, a folder or a picture, updates every link, and redirects old addresses. */
export async function move(io: Io, words: readonly string[]): Promise<void> {
  const {change, lines} = await planMove(await readTree(io.cwd), words, io.today);
  await commit(io.cwd, change.transaction);
  io.stdout.write(`${lines.join('\n')}\n`);
}

/**
 * Plans a move.
 *
 * @throws {ExitError} with the reason why it cannot be done.
 */
export async function planMove(
  tree: WholeTree,
  words: readonly string[],
  today: Io['today'],
): Promise<{change: PlannedChange; lines: string[]}> {
  const {toolkit, files} = tree;
  const paths = files.map(({path}) => path);
  const target = readMove(words, toolkit, paths);
  if (!('files' in target)) throw toExitError([target]);
  const planned = planFiles(toolkit, files, target);
  const {ids, publishedIds, touched} = planned;
  const pages = [...ids.values()];
  const change = await planChange(tree, planned, {
    command: 'move',
    today,
    pages,
    moved: target.files,
    news: (after) => moveNews(after, publishedIds),
  });
  const others = touched.filter((id) => !pages.includes(id));
  const lines = [
    ...[...target.files].map(([from, to]) => `moved ${from} to ${to}`),
    ...(others.length > 0
      ? [`updated links on ${others.length} ${others.length === 1 ? 'page' : 'pages'}: ${others.join(', ')}`]
      : []),
    ...[...ids].map(([from, to]) =>
      publishedIds.includes(to)
        ? `${addressOf(toolkit.config, from)} redirects to ${addressOf(toolkit.config, to)}`
        : `${from} was never published, so its old address needs no redirect`,
    ),
    ...[...target.files.keys()]
      .filter((from) => from.startsWith('static/'))
      .map((from) => `${from.replace('static', '')} no longer works: only pages can redirect`),
    ...change.next,
  ];
  return {change, lines};
}
