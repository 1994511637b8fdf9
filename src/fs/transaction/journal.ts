import {z} from 'zod';
import {isChangeable} from './look-at-file.ts';
import {TransactionError} from './transaction-error.ts';
import {locateOwn, TRANSACTION_FOLDER, type Tree} from './tree.ts';

/**
 * How far a transaction is. The journal is `<state>.json`, and one rename takes it from a state to the next:
 * staging -> applying (from here it will be completed) -> completed; where that fails, applying -> undoing -> undone.
 */
const STATES = ['staging', 'applying', 'undoing', 'completed', 'undone'] as const;
export type State = (typeof STATES)[number];

const pathSchema = z.string().refine(isChangeable);
const hashSchema = z.string().length(64).nullable();
const journalSchema = z.strictObject({
  command: z.string(),
  /** Each file's hash before and after, `null` for no file; the nth file's new content is staged as `new/n`. */
  files: z.array(z.strictObject({path: pathSchema, before: hashSchema, after: hashSchema})),
  folders: z.array(pathSchema),
});
export type Journal = z.infer<typeof journalSchema>;
export type JournalFile = Journal['files'][number];

/**
 * The journal in the tree and its state; `undefined` where there is none.
 *
 * @throws {TransactionError} where it cannot be understood.
 */
export async function readJournal(tree: Tree): Promise<{state: State; journal: Journal} | undefined> {
  const names = await tree.disk.list(locateOwn(tree));
  const state = STATES.find((name) => names.includes(`${name}.json`));
  if (!state) return undefined;
  const file = `${state}.json`;
  try {
    const text = Buffer.from((await tree.disk.read(locateOwn(tree, file))) ?? []).toString();
    return {state, journal: journalSchema.parse(JSON.parse(text))};
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    throw new TransactionError(
      `\`${TRANSACTION_FOLDER}/${file}\` cannot be understood, expected the journal of an interrupted command`,
      `See with \`git status\` what has changed, then delete \`${TRANSACTION_FOLDER}\`.`,
    );
  }
}

/** Writes the journal in its first state, under another name first, so that half a journal never counts. */
export async function beginJournal(tree: Tree, journal: Journal): Promise<void> {
  const draft = locateOwn(tree, 'draft.json');
  await tree.disk.write(draft, Buffer.from(`${JSON.stringify(journal, null, 2)}\n`));
  await tree.disk.rename(draft, locateOwn(tree, 'staging.json'));
}

export async function advanceJournal(tree: Tree, from: State, to: State): Promise<void> {
  await tree.disk.rename(locateOwn(tree, `${from}.json`), locateOwn(tree, `${to}.json`));
}

/** Deletes what a transaction stored, its journal last, so that the next run can report how it ended. */
export async function clearJournal(tree: Tree, state: State): Promise<void> {
  try {
    await tree.disk.sync(locateOwn(tree));
    for (const name of ['new', 'old', 'draft.json', `${state}.json`]) await tree.disk.remove(locateOwn(tree, name));
  } catch {
    // The tree is complete; the next run deletes what could not be deleted now.
  }
}
