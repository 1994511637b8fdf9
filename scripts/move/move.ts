import {ledConfig, ledSidebar, sidebarWords} from '../../src/content/moves/lead-config.ts';
import {movedNote} from '../../src/content/moves/own-notes.ts';
import {planMove} from '../../src/content/moves/plan-move.ts';
import {readMove} from '../../src/content/moves/read-move.ts';
import {addressOf} from '../../src/content/page-id.ts';
import type {SourceFile, Toolkit} from '../../src/content/toolkit.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {Io, Run} from '../io.ts';
import type {PlannedChange} from '../plan-change.ts';
import {planChange} from '../plan-change.ts';
import {refusal} from '../refusal.ts';
import type {WholeTree} from '../whole-tree.ts';
import {readTree} from '../whole-tree.ts';

/** `toolkit move`: gives a page, a folder or a picture another place, and lets every link and the old address lead there. */
export const run: Run = async (_options, io, words) => {
  const tree = await readTree(io.cwd);
  const {change, lines} = await plan(tree, words, io.today);
  await commit(io.cwd, change.transaction);
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
};

/**
 * Works out a move.
 *
 * @throws {ExitError} with every reason why it cannot be made.
 */
export async function plan(
  tree: WholeTree,
  words: readonly string[],
  today: Io['today'],
): Promise<{change: PlannedChange; lines: string[]}> {
  const {toolkit, files} = tree;
  const move = readMove(
    words,
    toolkit,
    files.map(({path}) => path),
  );
  if (!('files' in move)) throw refusal(move);
  const planned = planMove(toolkit, files, move);
  if (planned.faults.length > 0) throw refusal(planned.faults);
  const {ids, known} = planned;
  const others = planned.touched.filter((id) => ![...ids.values()].includes(id));
  const renamed = {ids, addresses: new Map([...ids].map(([from, to]) => [addressOf(from), addressOf(to)]))};
  const sidebarCode = files.find(({path}) => path === 'sidebars.ts');
  const change = await planChange(tree, planned, {
    command: 'move',
    today,
    moved: move.files,
    toolkitOf: (some: readonly SourceFile[]) => {
      const after = tree.toolkitOf(some);
      const code = sidebarCode ? Buffer.from(sidebarCode.bytes).toString() : '';
      const sidebar = after.sidebar && ledSidebar(after.sidebar, sidebarWords(after.sidebar, code, renamed));
      return {...after, config: ledConfig(after.config, renamed), sidebar};
    },
    tell: (after) =>
      known.length === 0
        ? undefined
        : movedNote(
            known,
            known.map((id) => titleOf(after, id)),
          ),
  });
  const unknown = [...ids].filter(([, to]) => !known.includes(to)).map(([from]) => from);
  const isConfigured = change.paths.includes('toolkit.config.ts');
  const lines = [
    ...[...move.files].map(([from, to]) => `moved ${from} to ${to}`),
    ...(others.length > 0
      ? [`put links right on ${others.length} ${others.length === 1 ? 'page' : 'pages'}: ${others.join(', ')}`]
      : []),
    ...known.map((id) => `${oldAddress(id, ids)} leads to ${addressOf(id)}`),
    ...unknown.map(
      (id) => `${id} was never published: no reader knows that address, so nothing has to lead on from it`,
    ),
    ...[...move.files]
      .filter(([from]) => from.startsWith('static/'))
      .map(([from]) => `${from.replace('static', '')} no longer answers: only pages can lead on`),
    `Next: ${isConfigured ? 'run `npm run generate`, then' : 'run'} \`npm run check\`; read the notes in \`blog/_pending/\`, and send all of it together.`,
  ];
  return {change, lines};
}

function oldAddress(id: string, ids: ReadonlyMap<string, string>): string {
  const from = [...ids].find(([, to]) => to === id)?.[0] ?? id;
  return addressOf(from);
}

function titleOf(toolkit: Toolkit, id: string): string {
  return allPages(toolkit).find((page) => page.id === id)?.data.title ?? id;
}
