import {applyEdits} from '../../content/markdown/edit/apply-edits.ts';
import type {TextEdit} from '../../content/problem.ts';
import {BASELINE_FILE, type Baseline} from '../../content/schemas/record-schemas.ts';
import {count} from '../../format/text.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {commit} from '../../io/transaction/commit.ts';
import type {FileChange} from '../../io/transaction/file-change.ts';
import {baselineOf, shrinkBaseline} from '../../rules/baseline.ts';
import type {Found} from './find-problems.ts';
import {joinNotes, lostNotes} from './join-notes.ts';
import type {NamedFiles} from './only-files.ts';

/** One fix can allow another, such as a blank line between two added lines. More passes than this mean a loop. */
const MOST_PASSES = 5;

/** Applies safe fixes until none is left, prints how many places changed in each file, and returns the remaining problems. */
export async function fixProblems({cwd, stderr}: Io, find: () => Promise<Found>, {has}: NamedFiles): Promise<Found> {
  const changed = new Map<string, number>();
  const joined = [...(await joinNotes(cwd)), ...(await lostNotes(cwd))].filter(({path}) => has(path));
  await commit(cwd, {command: 'check --fix', changes: joined});
  for (const {path, hasConflict} of joined) {
    const next = hasConflict ? 'decide the other conflicts in it' : 'read it';
    stderr.write(`kept the notes of both branches in ${path}: ${next}, and run \`git add\` for it\n`);
  }
  let found = await find();
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const moves = found.moves();
    const others = () => [...editsOf(found), ...shrinkOf(found), ...found.missingRecords()];
    // What moves from file to file moves whole.
    const changes =
      moves.length > 0 && moves.every(({path}) => has(path)) ? moves : others().filter(({path}) => has(path));
    if (changes.length === 0) break;
    await commit(cwd, {command: 'check --fix', changes});
    for (const {path} of changes) changed.set(path, (changed.get(path) ?? 0) + editsIn(found, path));
    found = await find();
  }
  for (const [path, places] of changed) stderr.write(`fixed ${path} in ${count(places, 'place')}\n`);
  if (changed.size + joined.length === 0) stderr.write('nothing to fix automatically\n');
  return found;
}

/**
 * Records the current problems of prose and structure as the baseline.
 *
 * @throws {ExitError} if a baseline exists already, because it may only shrink.
 */
export async function recordBaseline(io: Io, find: () => Promise<Found>): Promise<Found> {
  const {old, textOf} = await find();
  if (textOf(BASELINE_FILE) !== undefined) {
    throw new ExitError(
      `\`${BASELINE_FILE}\` exists already, expected no file, because a baseline may only shrink`,
      'Run `npm run check -- --fix` to remove fixed problems from it.',
    );
  }
  const changes = [writeBaseline(baselineOf(old), undefined)];
  await commit(io.cwd, {command: 'check --baseline', changes});
  io.stderr.write(`wrote ${BASELINE_FILE}\n`);
  return find();
}

/** The baseline, or a record, counts as one place. */
function editsIn({problems}: Found, path: string): number {
  return problems.filter((problem) => problem.path === path && problem.edit).length || 1;
}

function editsOf({problems, textOf}: Found): FileChange[] {
  const byPath = Map.groupBy(problems, ({path}) => path);
  return [...byPath].flatMap(([path, inFile]): FileChange[] => {
    const edits: TextEdit[] = inFile.flatMap(({edit}) => edit ?? []);
    const text = textOf(path);
    if (edits.length === 0 || text === undefined) return [];
    const content = applyEdits(text, edits);
    return content === text ? [] : [{path, content, found: text}];
  });
}

function shrinkOf({baseline, textOf, old}: Found): FileChange[] {
  if (!baseline) return [];
  const shrunk = writeBaseline(shrinkBaseline(baseline, old), textOf(BASELINE_FILE));
  return shrunk.content === shrunk.found ? [] : [shrunk];
}

function writeBaseline(baseline: Baseline, found: string | undefined) {
  return {path: BASELINE_FILE, content: `${JSON.stringify(baseline, null, 2)}\n`, found} as const;
}
