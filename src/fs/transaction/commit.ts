import * as fs from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {hashOf} from '../fingerprint.ts';
import type {Content, FileChange} from './file-change.ts';
import {withLock} from './lock.ts';
import {
  type Disk,
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

/** One file before and after; `undefined` where there is none. */
interface Step {
  path: string;
  before: Buffer | undefined;
  after: Buffer | undefined;
  /** Permissions to keep; `undefined` for a new file. */
  mode: number | undefined;
}

const pathSchema = z.string().refine(isChangeable);
const hashSchema = z.string().length(64).nullable();
const journalSchema = z.strictObject({
  command: z.string(),
  files: z.array(z.strictObject({path: pathSchema, before: hashSchema, after: hashSchema})),
  /** Those that did not exist. */
  folders: z.array(pathSchema),
});
type Journal = z.infer<typeof journalSchema>;
type JournalFile = Journal['files'][number];

/** The journal while the new contents are written: nothing has changed. */
const DRAFT = `${OWN_FOLDER}/draft.json`;

/** Renamed to this, the changes are made, also after an interruption. */
const APPLY = `${OWN_FOLDER}/apply.json`;

/** Renamed to this once a change cannot be made: those that were made are undone. */
const UNDO = `${OWN_FOLDER}/undo.json`;

/** Renamed to this once every change is made, so that the next run can say so. */
const DONE = `${OWN_FOLDER}/done.json`;

const staged = (index: number) => `${OWN_FOLDER}/new/${index}`;
const replaced = (index: number) => `${OWN_FOLDER}/old/${index}`;

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
    await withLock(tree, () => write(tree, command, changes));
  } catch (error) {
    throw explainFailure(error, `\`${command}\` could not write, and has changed nothing`, cwd);
  }
}

async function write(tree: Tree, command: string, changes: readonly FileChange[]): Promise<void> {
  const unfinished = await readJournal(tree);
  if (unfinished) {
    const problem = `\`${unfinished.journal.command}\` was interrupted, expected it to be completed or undone first`;
    throw new TransactionError(problem, 'Run the command again: it does that first.');
  }
  const steps = await planSteps(tree, changes);
  if (steps.length === 0) return;
  const journal = await stage(tree, command, steps);
  let failure: unknown;
  try {
    failure = await apply(tree, journal);
    if (failure !== undefined) await undo(tree, journal);
  } catch (error) {
    throw explainFailure(error, `\`${command}\` could not write, and what it had begun is not undone yet`, tree.cwd);
  }
  if (failure !== undefined) throw failure;
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
      const unfinished = await readJournal(tree);
      if (!unfinished) {
        await clear(tree);
        return {outcome: 'nothing'};
      }
      const {name, journal} = unfinished;
      // Links may have been created since, and the journal itself is not trusted.
      for (const {path: file} of journal.files) await lookAtFile(tree, file);
      const isApplied = name === DONE || (name === APPLY && (await apply(tree, journal)) === undefined);
      if (name === DRAFT || name === DONE) await clear(tree);
      else if (!isApplied) await undo(tree, journal);
      return {outcome: isApplied ? 'completed' : 'undone', command: journal.command};
    });
  } catch (error) {
    throw explainFailure(error, 'what an interrupted command had begun cannot be ended', cwd);
  }
}

/** The steps for each file; none for a file that is already as planned. */
async function planSteps(tree: Tree, changes: readonly FileChange[]): Promise<Step[]> {
  const steps = new Map<string, Step>();
  for (const change of changes) {
    const file = await lookAtFile(tree, change.path);
    const step: Step = {path: change.path, before: file?.bytes, after: undefined, mode: file?.mode};
    const found = change.kind === 'move' ? (file?.bytes ?? '') : change.found;
    const planned = [step];
    if (change.kind === 'write') step.after = Buffer.from(change.content);
    if (change.kind === 'move') planned.push({...step, path: change.to, before: undefined, after: file?.bytes});
    const target = change.kind === 'move' ? await lookAtFile(tree, change.to) : undefined;
    if (target) throw changedSince(change.kind === 'move' ? change.to : '', undefined, target.bytes);
    if (!isSame(found, file?.bytes)) throw changedSince(change.path, found, file?.bytes);
    for (const each of planned) {
      if (steps.has(each.path)) throw new Error(`\`${each.path}\` is changed twice in one transaction`);
      steps.set(each.path, each);
    }
  }
  return [...steps.values()].filter(({before, after}) => !isSame(before, after));
}

function isSame(a: Content | undefined, b: Content | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.from(a).equals(Buffer.from(b));
}

function changedSince(file: string, found: Content | undefined, now: Content | undefined): TransactionError {
  const [what, fix] =
    now === undefined
      ? ['is gone, expected the file that was read', 'Restore it if you need it']
      : found === undefined
        ? ['exists, expected nothing there', 'Move it away']
        : ['has changed since it was read, expected it as it was', 'Look at it'];
  return new TransactionError(`\`${file}\` ${what}`, `${fix}, and run the command again. Nothing was changed.`);
}

/**
 * Writes the new contents and the journal inside the tree. The last rename is the commit point: if it fails or the
 * process dies, nothing has changed; after it the changes will be made.
 */
async function stage({cwd, disk}: Tree, command: string, steps: readonly Step[]): Promise<Journal> {
  const hash = (bytes: Buffer | undefined) => (bytes ? hashOf(bytes) : null);
  const files = steps.map(({path: file, before, after}) => ({path: file, before: hash(before), after: hash(after)}));
  const above = new Set(steps.flatMap(({path: file, after}) => (after ? foldersAbove(file) : [])));
  const folders: string[] = [];
  for (const folder of above) if (!(await exists({cwd, disk}, folder))) folders.push(folder);
  try {
    await clear({cwd, disk});
    const journal = JSON.stringify({command, files, folders} satisfies Journal, null, 2);
    await disk.writeFile(path.join(cwd, DRAFT), journal, {flush: true});
    for (const folder of ['new', 'old']) await disk.mkdir(path.join(cwd, OWN_FOLDER, folder));
    for (const [index, {after, mode}] of steps.entries()) {
      if (!after) continue;
      await disk.writeFile(path.join(cwd, staged(index)), after, {flush: true});
      // The mode of a new file goes through the umask; this one does not.
      if (mode !== undefined) await disk.chmod(path.join(cwd, staged(index)), mode);
    }
    await rename({cwd, disk}, DRAFT, APPLY);
  } catch (error) {
    await clear({cwd, disk}).catch(() => undefined);
    throw error;
  }
  return {command, files, folders};
}

/**
 * Moves every file into place by renames only, and keeps the old ones; it can resume from any state. Returns why that
 * was not possible; what was done is then to be undone.
 */
async function apply(tree: Tree, {files}: Journal): Promise<unknown> {
  try {
    for (const [index, file] of files.entries()) await applyFile(tree, file, index);
    for (const {path: file, after} of files) if (after === null) await removeEmptyFolders(tree, foldersAbove(file));
    await rename(tree, APPLY, DONE);
  } catch (error) {
    // Decided once: a run after a kill continues the same way.
    await rename(tree, APPLY, UNDO);
    return error;
  }
  await clear(tree).catch(() => undefined);
  return undefined;
}

/** Moves the old file away before the new one arrives, so that nothing is overwritten: in between there is no file. */
async function applyFile(tree: Tree, {path: file, before, after}: JournalFile, index: number): Promise<void> {
  const isPlaced = after !== null && !(await exists(tree, staged(index)));
  if (isPlaced) {
    // After the interruption a person restored it, so the changes are not wanted.
    if ((await hashAt(tree, file)) === before) throw changedMeanwhile(file);
    return;
  }
  if (before !== null && !(await exists(tree, replaced(index))) && (await exists(tree, file)))
    await rename(tree, file, replaced(index));
  // Compared only once it is moved away: this includes anything saved up to now.
  const hash = await hashAt(tree, replaced(index));
  if (hash !== before && hash !== null && !(await exists(tree, file))) await rename(tree, replaced(index), file);
  if (hash !== before || (await exists(tree, file))) throw changedMeanwhile(file);
  if (after === null) return;
  await tree.disk.mkdir(path.dirname(path.join(tree.cwd, file)), {recursive: true});
  await rename(tree, staged(index), file);
}

/**
 * Restores every file by renames only; it can resume from any state.
 *
 * @throws {TransactionError} where a file has changed since it was written; the journal then remains for the next run.
 */
async function undo(tree: Tree, {command, files, folders}: Journal): Promise<void> {
  for (const [index, file] of files.entries()) await undoFile(tree, file, index, command);
  for (const folder of folders.toSorted((a, b) => b.length - a.length)) await removeEmptyFolders(tree, [folder]);
  await clear(tree).catch(() => undefined);
}

async function undoFile(tree: Tree, {path: file, before, after}: JournalFile, index: number, command: string) {
  const isReplaced = await exists(tree, replaced(index));
  const isPlaced = after !== null && !(await exists(tree, staged(index)));
  const now = await hashAt(tree, file);
  if (now !== null) {
    if (now === before || !(isReplaced || isPlaced)) return;
    if (!isPlaced || now !== after) {
      throw new TransactionError(
        `\`${file}\` has changed since \`${command}\` was interrupted, expected it as that command left it`,
        'Move it away, and run the command again: the interrupted command is then undone.',
      );
    }
    await rename(tree, file, staged(index));
  }
  if (!isReplaced) return;
  await tree.disk.mkdir(path.dirname(path.join(tree.cwd, file)), {recursive: true});
  await rename(tree, replaced(index), file);
}

/**
 * The journal of an interrupted command.
 *
 * @throws {TransactionError} where it cannot be understood.
 */
async function readJournal(tree: Tree): Promise<{name: string; journal: Journal} | undefined> {
  for (const name of [APPLY, UNDO, DONE, DRAFT]) {
    const bytes = await unlessMissing(tree.disk.readFile(path.join(tree.cwd, name)));
    if (!bytes) continue;
    try {
      return {name, journal: journalSchema.parse(JSON.parse(bytes.toString()))};
    } catch {
      // Half a draft: nothing had begun.
      if (name === DRAFT) continue;
      throw new TransactionError(
        `\`${name}\` cannot be understood, expected the journal of an interrupted command`,
        `See with \`git status\` what has changed, then delete \`${OWN_FOLDER}\`.`,
      );
    }
  }
  return undefined;
}

/** Ends a transaction: without its journal, what else it stored has no meaning, and the next run deletes it. */
async function clear({cwd, disk}: Tree): Promise<void> {
  for (const name of ['apply.json', 'undo.json', 'draft.json', 'new', 'old', 'done.json'])
    await disk.rm(path.join(cwd, OWN_FOLDER, name), {recursive: true, force: true});
}

async function exists({cwd, disk}: Tree, file: string): Promise<boolean> {
  return (await unlessMissing(disk.lstat(path.join(cwd, file)))) !== undefined;
}

function rename({cwd, disk}: Tree, from: string, to: string): Promise<void> {
  return disk.rename(path.join(cwd, from), path.join(cwd, to));
}

function changedMeanwhile(file: string): TransactionError {
  return new TransactionError(
    `\`${file}\` was changed while the command ran, expected it as it was read`,
    'Run the command again; nothing was written over your change.',
  );
}
