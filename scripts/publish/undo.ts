import {commandLine} from '../../src/content/desk/command-line.ts';
import type {Update} from '../../src/content/schemas/update-schema.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {Io} from '../io.ts';
import {terminalOf} from '../io.ts';
import {requireAgreement} from '../require-agreement.ts';
import {planUndo} from './plan-undo.ts';
import type {PublishedTree} from './read-tree.ts';

/** How an update is taken back. */
interface UndoOptions {
  isDry: boolean;
  /** Somebody says that the update is not on the site, where git cannot tell. */
  isForced: boolean;
}

/** Takes the newest update back: its notes wait again. */
export async function undo(tree: PublishedTree, io: Io, {isDry, isForced}: UndoOptions): Promise<number> {
  const {update, restored, kept, transaction} = await planUndo(tree, io.today, isForced);
  const edition = update.edition === undefined ? '' : `, and edition ${update.edition}`;
  if (isDry) {
    io.stdout.write(
      `would take back blog/${update.slug}.md${edition}, and restore ${restored.join(', ')}\nNothing was written: this was a dry run.\n`,
    );
    return 0;
  }
  const terminal = terminalOf(io);
  if (terminal) await requireAgreement(terminal, `Take back "${update.title}"${edition}?`);
  await commit(io.cwd, transaction);
  io.stdout.write(`took back blog/${update.slug}.md${edition}\n`);
  for (const path of restored) io.stdout.write(`restored ${path}\n`);
  for (const path of kept) io.stdout.write(`left ${path}, which has been edited\n`);
  io.stdout.write(
    `Next: change the notes, which wait again, or the pages; then publish again. The title went with the update: \`${again(update)}\` gives it back. If the update had been committed, commit this too.\n`,
  );
  return 0;
}

/** What to type for the same title, and an edition of the same name. */
function again({title, edition}: Update): string {
  return commandLine('publish', '--title', title, ...(edition === undefined ? [] : ['--edition', edition]));
}
