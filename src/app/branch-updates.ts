import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {readUndoRecord, undoRecordFile} from '../changes/publish/undo-record.ts';
import {changedPages} from '../changes/published/changed-pages.ts';
import {namedPages} from '../changes/updates/collect-changes.ts';
import {newestFirst} from '../changes/updates/history.ts';
import type {Problem} from '../content/problem.ts';
import {type ChangeNote, changeNoteSchema, pageNotesSchema} from '../content/schemas/change-note-schema.ts';
import {type Update, updateSchema} from '../content/schemas/update-schema.ts';
import type {Toolkit} from '../content/toolkit.ts';
import {type ConflictedFile, conflictedFiles, type PublishedBefore, publishedBefore} from '../io/git/default-branch.ts';
import {readDocument} from '../io/yaml/document.ts';
import {noChangedRecord} from '../rules/publishing/no-changed-record.ts';

/** An update of this branch, with the notes as they were before it was published. */
export interface OwnUpdate {
  update: Update;
  /** Whether it comes from the branch that is merged into this one. */
  isTheirs: boolean;
  notes: PublishedNote[];
}

/** A note as it waited before it was published: with what only editors need. */
interface PublishedNote {
  /** Its file; missing for a note in a page. */
  path?: string;
  note: ChangeNote;
}

/** The files in conflict, and the updates that the main branch does not have like this, even if a conflict hides them. */
export async function updatesOfBranch(
  cwd: string,
  before: PublishedBefore,
): Promise<{conflicts: ReadonlyMap<string, ConflictedFile>; own: OwnUpdate[]}> {
  const conflicts = await conflictedFiles(cwd);
  const versionsOf = async (file: string): Promise<{text: string; isTheirs: boolean}[]> => {
    const sides = conflicts.get(file);
    const texts = sides ? [sides.ours, sides.theirs] : [(await bytesOf(cwd, file))?.toString()];
    const settled = before.files.has(file) ? `${await before.contentOf(file)}` : undefined;
    return texts.flatMap((text, index) =>
      text === undefined || text === settled ? [] : [{text, isTheirs: index > 0}],
    );
  };
  const own: OwnUpdate[] = [];
  for (const file of before.differing.filter((one) => /^blog\/[^/]+\.md$/.test(one))) {
    for (const {text, isTheirs} of await versionsOf(file)) {
      const update = readUpdate(file, text);
      if (!update) continue;
      const records = await versionsOf(undoRecordFile(update.slug));
      own.push({update, isTheirs, notes: records.flatMap((record) => notesIn(record.text))});
    }
  }
  return {conflicts, own: own.sort((a, b) => Number(a.isTheirs) - Number(b.isTheirs))};
}

/**
 * Whether an update of this branch does not simply come after those of the main branch: it has an earlier name, or one of
 * its pages has changes that no note describes, because they came from there.
 */
export async function doesMeet(
  toolkit: Toolkit,
  {files, isWithout}: PublishedBefore,
  {update}: OwnUpdate,
): Promise<boolean> {
  const settled = toolkit.updates.filter(({document}) => files.has(document.path)).map(({data}) => data);
  if (newestFirst([...settled, update])[0] !== update) return true;
  const named = new Set(toolkit.notes.flatMap(({data}) => data.pages));
  const changed = changedPages(toolkit);
  const isOpen = namedPages(update.changes).some((id) => changed.has(id) && !named.has(id));
  return isOpen && isWithout(`blog/${update.slug}.md`);
}

/** The updates that a merge or a rebase has lost or changed, and those of this branch that it did not put last. */
export async function findMeetingUpdates(cwd: string, toolkit: Toolkit): Promise<Problem[]> {
  const before = await publishedBefore(cwd);
  if (!before?.isIncluded) return [];
  const {conflicts, own} = await updatesOfBranch(cwd, before);
  const toProblem = (file: string, problem: string): Problem => ({
    path: file,
    ruleId: noChangedRecord.id,
    severity: 'error',
    problem,
    fix: 'Run `npm run publish -- --reconcile`: it restores what was published there, and the notes of this branch wait again.',
  });
  const lost = before.lost.filter((file) => !conflicts.has(file));
  const problems = lost.map((file) =>
    toProblem(file, `file is not as on ${before.place}, expected every published update as readers see it`),
  );
  for (const one of own) {
    const file = `blog/${one.update.slug}.md`;
    if (conflicts.has(file) || lost.includes(file) || !(await doesMeet(toolkit, before, one))) continue;
    problems.push(
      toProblem(
        file,
        `update was published without those of ${before.place}, expected it after them, with the changes of both`,
      ),
    );
  }
  return problems;
}

/** The notes that an update published, as they were. */
function notesIn(record: string): PublishedNote[] {
  const {before = {}, waiting = {}} = readUndoRecord(record) ?? {};
  const inFiles = Object.entries(before).flatMap(([path, text]) => {
    const {data} = changeNoteSchema.safeParse(readDocument(path, text).document.frontMatter);
    return data ? [{path, note: data}] : [];
  });
  const inPages = Object.entries(waiting).flatMap(([id, changes]) =>
    (pageNotesSchema.safeParse({changes}).data?.changes ?? []).map((item) => ({
      note: {...item, kind: item.kind ?? 'content-changed', pages: [id]},
    })),
  );
  return [...inFiles, ...inPages];
}

export function readUpdate(file: string, text: string): Update | undefined {
  return updateSchema.safeParse(readDocument(file, text).document.frontMatter).data;
}

export async function bytesOf(cwd: string, file: string): Promise<Buffer | undefined> {
  return readFile(path.join(cwd, file)).catch(() => undefined);
}
