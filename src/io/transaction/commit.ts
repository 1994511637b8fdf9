import * as fs from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {hashOf} from '../fingerprint.ts';
import type {Content, FileChange} from './file-change.ts';
import {withLock} from './lock.ts';
import {
  type Disk,
  exists,
  explainFailure,
  foldersAbove,
  hashAt,
  isChangeable,
  lookAtFile,
  OWN_FOLDER,
  removeEmptyFolders,
  TransactionError,
  type Tree,
  unlessMissing,
} from './tree.ts';

/** The changes of a command: all of them are made, or none. */
export interface Transaction {
  /** The command's name, for the message after an interruption. */
  command: string;
  changes: readonly FileChange[];
}

/** How an interrupted command ended: every change was made, or none. */
export type Recovery = {outcome: 'nothing'} | {outcome: 'completed' | 'undone'; command: string};

const hashSchema = z.string().length(64).nullable();
const fileSchema = z.strictObject({path: z.string().refine(isChangeable), before: hashSchema, after: hashSchema});
const journalSchema = z.strictObject({command: z.string(), files: z.array(fileSchema)});
type Journal = z.infer<typeof journalSchema>;

/** The journal while the new contents are written: nothing has changed. */
const DRAFT = `${OWN_FOLDER}/draft.json`;

/** Renamed to this, the changes are made, also after an interruption. */
const JOURNAL = `${OWN_FOLDER}/journal.json`;

/** Renamed to this once every change is made, so that the next run can say so. */
const DONE = `${OWN_FOLDER}/done.json`;

/** Where the old or the new content of a file is while it is not in its place. */
const aside = (side: 'old' | 'new', index: number) => `${OWN_FOLDER}/${side}/${index}`;

/**
 * Makes all changes of a command, or none. After a kill, `recover` completes or undoes them.
 *
 * @throws {TransactionError} where a file differs from what was read, the disk refuses, or another process is writing.
 * The tree is then unchanged.
 */
export async function commit(cwd: string, {command, changes}: Transaction, disk: Disk = fs): Promise<void> {
  if (changes.length === 0) return;
  const tree = {cwd, disk};
  try {
    const failure = await withLock(tree, async () => {
      const journal = await stage(tree, command, changes);
      return journal && resolve(tree, journal);
    });
    if (failure !== undefined) throw failure;
  } catch (error) {
    throw explainFailure(error, `\`${command}\` could not write, and has changed nothing`, cwd);
  }
}

/**
 * Completes or undoes an interrupted command; commands that write call it before they read.
 *
 * @throws {TransactionError} where another process is writing, or a file has changed since.
 */
export async function recover(cwd: string, disk: Disk = fs): Promise<Recovery> {
  const tree = {cwd, disk};
  try {
    if (!(await exists(tree, OWN_FOLDER))) return {outcome: 'nothing'};
    return await withLock(tree, async () => {
      const journal = await readJournal(tree, JOURNAL);
      // Links may have been created since, and the journal itself is not trusted.
      for (const file of journal?.files ?? []) await lookAtFile(tree, file.path);
      const isMade = journal && (await resolve(tree, journal)) === undefined;
      const [done, draft] = [await readJournal(tree, DONE), await readJournal(tree, DRAFT)];
      await clear(tree);
      const {command} = journal ?? done ?? draft ?? {};
      return command === undefined ? {outcome: 'nothing'} : {outcome: isMade || done ? 'completed' : 'undone', command};
    });
  } catch (error) {
    throw explainFailure(error, 'what an interrupted command had begun cannot be ended', cwd);
  }
}

/**
 * Writes the new contents and the journal inside the tree. The last rename is the commit point: if it fails or the
 * process dies, nothing has changed; after it the changes will be made. `undefined` if every file is as planned already.
 */
async function stage(tree: Tree, command: string, changes: readonly FileChange[]): Promise<Journal | undefined> {
  const {cwd, disk} = tree;
  const unfinished = await readJournal(tree, JOURNAL);
  if (unfinished) {
    const problem = `\`${unfinished.command}\` was interrupted, expected it to be completed or undone first`;
    throw new TransactionError(problem, 'Run the command again: it does that first.');
  }
  const steps = await planSteps(tree, changes);
  if (steps.length === 0) return undefined;
  const journal = {command, files: steps.map(({file}) => file)};
  try {
    await clear(tree);
    await disk.writeFile(path.join(cwd, DRAFT), JSON.stringify(journal, null, 2), {flush: true});
    for (const folder of ['new', 'old']) await disk.mkdir(path.join(cwd, OWN_FOLDER, folder));
    for (const [index, {after, mode}] of steps.entries())
      if (after) await disk.writeFile(path.join(cwd, aside('new', index)), after, {flush: true, mode});
    await rename(tree, DRAFT, JOURNAL);
  } catch (error) {
    await clear(tree).catch(() => undefined);
    throw error;
  }
  return journal;
}

/** One file before and after. */
interface Step {
  file: Journal['files'][number];
  /** Its new content; `undefined` to remove it. */
  after: Buffer | undefined;
  /** Permissions to keep. */
  mode: number | undefined;
}

/** The steps for each file; none for a file that is already as planned. */
async function planSteps(tree: Tree, changes: readonly FileChange[]): Promise<Step[]> {
  const steps = new Map<string, Step>();
  const hash = (content: Content | undefined) => (content === undefined ? null : hashOf(content));
  for (const {path: place, content, found} of changes) {
    const now = await lookAtFile(tree, place);
    const after = content === undefined ? undefined : Buffer.from(content);
    const file = {path: place, before: hash(now?.bytes), after: hash(after)};
    if (hash(found) !== file.before) throw changedSince(place, found === undefined);
    if (steps.has(place)) throw new Error(`\`${place}\` is changed twice in one transaction`);
    steps.set(place, {file, after, mode: now?.mode});
  }
  return [...steps.values()].filter(({file}) => file.before !== file.after);
}

function changedSince(file: string, isNew: boolean): TransactionError {
  const what = isNew ? 'exists, expected nothing there' : 'has changed since it was read, expected it as it was';
  return new TransactionError(`\`${file}\` ${what}`, 'Look at it, and run the command again. Nothing was changed.');
}

/**
 * Moves every file into place by renames only, and keeps the old ones until the end; it can resume from any state. Where
 * that is not possible, it moves all old ones back and returns why.
 *
 * @throws where that is not possible either; the journal then remains for the next run.
 */
async function resolve(tree: Tree, {command, files}: Journal): Promise<unknown> {
  const place = async (side: 'new' | 'old') => {
    for (const [index, file] of files.entries()) await placeFile(tree, file, index, side);
  };
  let failure: unknown;
  try {
    await place('new');
    await rename(tree, JOURNAL, DONE);
  } catch (error) {
    failure = error;
    await place('old').catch((cause) => {
      throw explainFailure(cause, `\`${command}\` could not write, and what it had begun is not undone yet`, tree.cwd);
    });
  }
  await clear(tree).catch(() => undefined);
  return failure;
}

/**
 * Brings the new or the old content of a file to its place, or leaves it empty. The other content is moved aside first,
 * so that nothing is overwritten: in between there is no file.
 */
async function placeFile(
  tree: Tree,
  {path: file, before, after}: Journal['files'][number],
  index: number,
  side: 'new' | 'old',
) {
  const isUndo = side === 'old';
  const [wanted, other] = isUndo ? [before, after] : [after, before];
  const [from, to] = [aside(side, index), aside(isUndo ? 'new' : 'old', index)];
  const isPending = wanted === null ? !(await exists(tree, to)) : await exists(tree, from);
  const found = await hashAt(tree, file);
  if (isPending && found !== null && found !== wanted && !(await exists(tree, to))) await rename(tree, file, to);
  // Compared only once it is moved away: this includes anything saved up to now.
  const moved = await hashAt(tree, to);
  const now = await hashAt(tree, file);
  const isEdited = moved !== other && !(moved === null && isUndo);
  if (isEdited && moved !== null && now === null) await rename(tree, to, file);
  // After an interruption a person may have written a new file, or restored the old one, so the changes are not wanted.
  const isRefused = isPending ? now !== null && now !== wanted : !isUndo && now === other;
  if (isEdited || isRefused) throw changedMeanwhile(file, isUndo);
  if (wanted === null) await removeEmptyFolders(tree, foldersAbove(file));
  if (wanted === null || !isPending || now === wanted) return;
  await tree.disk.mkdir(path.dirname(path.join(tree.cwd, file)), {recursive: true});
  await rename(tree, from, file);
}

function changedMeanwhile(file: string, isUndo: boolean): TransactionError {
  return isUndo
    ? new TransactionError(
        `\`${file}\` has changed since a command was interrupted, expected it as that command left it`,
        'Move it away, and run the command again: the interrupted command is then undone.',
      )
    : new TransactionError(
        `\`${file}\` was changed while the command ran, expected it as it was read`,
        'Run the command again; nothing was written over your change.',
      );
}

/**
 * The journal of an interrupted command.
 *
 * @throws {TransactionError} where it cannot be understood.
 */
async function readJournal(tree: Tree, name: string): Promise<Journal | undefined> {
  const bytes = await unlessMissing(tree.disk.readFile(path.join(tree.cwd, name)));
  if (!bytes) return undefined;
  try {
    return journalSchema.parse(JSON.parse(bytes.toString()));
  } catch {
    // Half a draft: nothing had begun.
    if (name === DRAFT) return undefined;
    throw new TransactionError(
      `\`${name}\` cannot be understood, expected the journal of an interrupted command`,
      `See with \`git status\` what has changed, then delete \`${OWN_FOLDER}\`.`,
    );
  }
}

/** Ends a transaction: without its journal, what else it stored has no meaning, and the next run deletes it. */
async function clear({cwd, disk}: Tree): Promise<void> {
  for (const name of [JOURNAL, DRAFT, `${OWN_FOLDER}/new`, `${OWN_FOLDER}/old`, DONE])
    await disk.rm(path.join(cwd, name), {recursive: true, force: true});
}

function rename({cwd, disk}: Tree, from: string, to: string): Promise<void> {
  return disk.rename(path.join(cwd, from), path.join(cwd, to));
}
