import {settleNotes} from '../src/content/moves/settle-notes.ts';
import type {TreeChange} from '../src/content/moves/tree-change.ts';
import {filesAfter} from '../src/content/publish/planned-file.ts';
import {renderPlace} from '../src/content/report/sections.ts';
import {carryReviews} from '../src/content/reviews/carry-reviews.ts';
import type {ChangeNote} from '../src/content/schemas/change-note-schema.ts';
import type {SourceFile, Toolkit} from '../src/content/toolkit.ts';
import {findNewErrors} from '../src/store/find-new-errors.ts';
import type {Transaction} from '../src/store/transaction/commit.ts';
import {refusal} from './refusal.ts';
import type {WholeTree} from './whole-tree.ts';

/** What a command wants, beside the files that it changes. */
interface Wanted {
  command: string;
  today: string;
  /** The note that tells readers; the toolkit is as it will be. */
  tell(after: Toolkit): ChangeNote | undefined;
  /** The toolkit of other files, where configuration or sidebars change with them. */
  toolkitOf?: (files: readonly SourceFile[]) => Toolkit;
  /** The new path of each file that moves. */
  moved?: ReadonlyMap<string, string>;
}

/** A change with its notes and records, ready to be made. */
export interface PlannedChange {
  transaction: Transaction;
  /** The paths of files that are written or removed, sorted. */
  paths: string[];
}

/**
 * Adds to a change what follows from it, the waiting notes and the records of reviews, and makes it a transaction.
 *
 * @throws {ExitError} with every error that the change would bring.
 */
export async function planChange(tree: WholeTree, change: TreeChange, wanted: Wanted): Promise<PlannedChange> {
  const toolkitOf = wanted.toolkitOf ?? tree.toolkitOf;
  const written = new Map(change.written);
  const removed = new Set(change.removed);
  const after = () =>
    toolkitOf(
      filesAfter(
        tree.files,
        toFiles(written),
        [...removed].filter((path) => !written.has(path)),
      ),
    );

  const changed = after();
  for (const {path, content} of carryReviews(tree.toolkit, changed, change.touched, wanted.moved)) {
    written.set(path, content);
  }
  const notes = settleNotes(changed, wanted.tell(changed), change.touched);
  for (const path of notes.removed) {
    written.delete(path);
    removed.add(path);
  }
  for (const {path, content} of notes.written) written.set(path, content);
  const errors = await findNewErrors(tree.toolkit, after(), new Set(written.keys()), {
    cwd: tree.cwd,
    today: wanted.today,
    ...(wanted.moved && {moved: wanted.moved}),
  });
  if (errors.length > 0) {
    throw refusal(
      errors.map(({path, place, problem, ruleId, fix}) => ({
        problem: `${renderPlace(path, place)}: once this is done: ${problem} [${ruleId}]`,
        fix,
      })),
    );
  }
  return toTransaction(wanted.command, tree.files, written, removed);
}

function toTransaction(
  command: string,
  files: readonly SourceFile[],
  written: ReadonlyMap<string, string | Uint8Array>,
  removed: ReadonlySet<string>,
): PlannedChange {
  const before = new Map(files.map(({path, bytes}) => [path, bytes]));
  const changes: Transaction['changes'] = [
    ...[...written].map(([path, content]) => ({kind: 'write' as const, path, content, found: before.get(path)})),
    ...[...removed].flatMap((path) => {
      const found = before.get(path);
      return found && !written.has(path) ? [{kind: 'remove' as const, path, found}] : [];
    }),
  ];
  return {transaction: {command, changes}, paths: [...new Set([...written.keys(), ...removed])].sort()};
}

function toFiles(written: ReadonlyMap<string, string | Uint8Array>) {
  return [...written].map(([path, content]) => ({path, content}));
}
