import {changedPages} from '../../src/content/coverage.ts';
import {whyMajor} from '../../src/content/diff/why-major.ts';
import {headingsOf} from '../../src/content/headings.ts';
import {renamedIn, renamedNote} from '../../src/content/moves/own-notes.ts';
import {addressOfHeading, planRenaming} from '../../src/content/moves/plan-renaming.ts';
import {readRenaming} from '../../src/content/moves/read-renaming.ts';
import type {ChangeNote} from '../../src/content/schemas/change-note-schema.ts';
import type {PageEntry, Toolkit} from '../../src/content/toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {Run} from '../io.ts';
import type {PlannedChange} from '../plan-change.ts';
import {planChange} from '../plan-change.ts';
import {refusal} from '../refusal.ts';
import type {WholeTree} from '../whole-tree.ts';
import {readTree} from '../whole-tree.ts';

/** `toolkit rename-heading`: gives a heading other words, and lets its old anchor and all links lead to it. */
export const run: Run = async (_options, io, words) => {
  const {change, lines} = await plan(await readTree(io.cwd), words, io.today);
  await commit(io.cwd, change.transaction);
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
};

/**
 * Works out a new name of a heading.
 *
 * @throws {ExitError} with every reason why it cannot have it.
 */
export async function plan(
  tree: WholeTree,
  words: readonly string[],
  today: string,
): Promise<{change: PlannedChange; lines: string[]}> {
  const renaming = readRenaming(words, tree.toolkit);
  if (Array.isArray(renaming)) throw refusal(renaming);
  const {page, anchor, heading, heir} = renaming;
  const planned = planRenaming(tree.toolkit, tree.files, renaming);
  const change = await planChange(tree, planned, {
    command: 'rename-heading',
    today,
    tell: (after) => (heading ? tellRenaming(after, page, {before: heading.text, after: heir.text}) : undefined),
  });
  const {touched} = planned;
  const leads = addressOfHeading(page, anchor);
  const lines = [
    heading
      ? `renamed "${heading.text}" to "${heir.text}" in ${page.document.path}`
      : `let the old address lead on in ${page.document.path}`,
    ...(touched.length > 0
      ? [`put links right on ${touched.length} ${touched.length === 1 ? 'page' : 'pages'}: ${touched.join(', ')}`]
      : []),
    heir.anchor === anchor ? `${leads} is the address of the section as before` : `${leads} leads to "${heir.text}"`,
    'Next: run `npm run check`; read the notes in `blog/_pending/`, and send all of it together.',
  ];
  return {change, lines};
}

/** The note for readers who knew the heading under another name; none for a page that is new to them. */
function tellRenaming(after: Toolkit, {id}: PageEntry, names: {before: string; after: string}): ChangeNote | undefined {
  const diff = changedPages(after).get(id)?.diff;
  if (after.published.texts.size > 0 && (!diff || diff.kind === 'added')) return undefined;
  const significance = diff && whyMajor(diff) !== undefined ? 'major' : 'minor';
  // Renamed twice while the first note waits: readers know the first name alone.
  const first = after.notes.find(({data}) => data.pages.includes(id) && renamedIn(data)?.after === names.before);
  const before = (first && renamedIn(first.data)?.before) ?? names.before;
  const recorded = after.published.texts.get(id);
  const isNews = before !== names.after && (!recorded || headingsOf(recorded.text).some(({text}) => text === before));
  return isNews ? renamedNote(id, {before, after: names.after, significance}) : undefined;
}
