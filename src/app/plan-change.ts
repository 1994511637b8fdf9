import type {TreeChange} from '../changes/moves/plan-move.ts';
import {type News, reconcileNotes} from '../changes/notes/plan-notes.ts';
import {filesAfter} from '../content/files/planned-file.ts';
import {isBeforeLaunch} from '../content/records/launch.ts';
import type {Toolkit} from '../content/toolkit.ts';
import {toExitError, toFault} from '../io/cli/exit-error.ts';
import {loadCheckContext} from '../io/load-check-context.ts';
import type {WholeTree} from '../io/read-tree.ts';
import type {Transaction} from '../io/transaction/commit.ts';
import {changesTo} from '../io/transaction/file-change.ts';
import {findIntroducedErrors} from '../rules/find-introduced-errors.ts';

/** What a command needs besides the files that it changes. */
interface Wanted {
  command: string;
  today: string;
  /** The ids, after the change, of the pages that it is about. */
  pages: readonly string[];
  /** The change notes for readers, from the toolkit as it will be. */
  news(after: Toolkit): News;
  /** The new path of each file that moves. */
  moved?: ReadonlyMap<string, string>;
}

export interface PlannedChange {
  transaction: Transaction;
  /** The paths of files that are written or removed, sorted. */
  paths: string[];
  /** What the editor should do next, as lines to print. */
  next: string[];
}

/**
 * Adds the change notes to a change, and makes it a transaction.
 *
 * @throws {ExitError} with every error that the change would introduce.
 */
export async function planChange(tree: WholeTree, change: TreeChange, wanted: Wanted): Promise<PlannedChange> {
  const written = new Map(change.written);
  const removed = new Set(change.removed);
  const planned = () => [...written].map(([path, content]) => ({path, content}));
  const after = () => tree.toolkitOf(filesAfter(tree.files, planned(), [...removed]));

  const changed = after();
  const isUnseen = isBeforeLaunch(tree.toolkit);
  const news = isUnseen ? {note: undefined, outdated: new Map()} : wanted.news(changed);
  const notes = reconcileNotes(changed, news, change.touched);
  for (const path of notes.removed) {
    written.delete(path);
    removed.add(path);
  }
  for (const {path, content} of notes.written) written.set(path, content);
  for (const path of written.keys()) removed.delete(path);
  const errors = await findIntroducedErrors(tree.toolkit, after(), {
    today: wanted.today,
    pages: {changed: new Set(written.keys()), context: loadCheckContext(tree.cwd, tree.toolkit.config)},
    ...(wanted.moved && {moved: wanted.moved}),
  });
  if (errors.length > 0) {
    throw toExitError(errors.map((error) => toFault(error, 'after this change: ')));
  }
  const own = new Set([...notes.removed, ...notes.written.map(({path}) => path)]);
  const others = changed.notes
    .filter(({document, data}) => !own.has(document.path) && data.pages.some((id) => wanted.pages.includes(id)))
    .map(({document}) => document.path);
  const paths = [...new Set([...written.keys(), ...removed])].sort();
  return {
    transaction: {command: wanted.command, changes: changesTo(tree.files, planned(), removed)},
    paths,
    next: [
      ...(others.length > 0 ? [`Check that these waiting notes are still true: ${others.join(', ')}.`] : []),
      isUnseen
        ? 'Next: run `npm run check`. No change needs a note before the launch.'
        : `Next: run \`npm run check\`, ${notes.written.map(({path}) => `read \`${path}\`, `).join('')}and send everything together.`,
    ],
  };
}
