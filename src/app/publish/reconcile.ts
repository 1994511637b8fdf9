import {existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {changedPages} from '../../changes/published/changed-pages.ts';
import {placeNotes} from '../../content/markdown/edit/note-places.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {toExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {type PublishedBefore, publishedBefore} from '../../io/git/default-branch.ts';
import {commit} from '../../io/transaction/commit.ts';
import type {FileChange} from '../../io/transaction/file-change.ts';
import {bytesOf, doesMeet, type OwnUpdate, readUpdate, updatesOfBranch} from '../branch-updates.ts';
import {type PublishedTree, readPublishedTree} from './published-tree.ts';

/** Undoes the updates of this branch where those of another branch came first. */
export async function reconcile(io: Io): Promise<void> {
  const reconciliation = await planReconcile(await readPublishedTree(io.cwd));
  if (!reconciliation) {
    io.stdout.write('nothing to reconcile: no two updates meet here\n');
    return;
  }
  const {place, slugs, notes, repeated, undecided, transaction} = reconciliation;
  await commit(io.cwd, transaction);
  const {toolkit} = await readPublishedTree(io.cwd);
  const changed = changedPages(toolkit);
  const changesOf = (file: string) => {
    const pages = toolkit.notes.find(({document}) => document.path === file)?.data.pages ?? [];
    const found = pages.flatMap((id) => changed.get(id)?.changes() ?? []).map(({id}) => `  ${id}`);
    if (found.length > 0 || pages.some((id) => changed.has(id))) return found;
    return undecided.length > 0 ? [] : ['  none: delete this note'];
  };
  io.stdout.write(
    [
      `restored everything that was published on ${place}`,
      ...slugs.map((slug) => `undid update ${slug} of this branch`),
      ...notes.flatMap((file) => [`${file} waits again. Changes of its pages:`, ...changesOf(file)]),
      ...repeated.map((note) => `dropped a note that is published or waits already: "${note}"`),
      ...undecided.map((file) => `decide the conflict in ${file}`),
      notes.length > 0
        ? 'Next: read these notes against the pages, which have the changes of both branches, and delete a note whose change is gone. Run `npm run check`, and `npm run publish`. Then add everything with `git add --all`, and finish the merge or rebase, or commit.'
        : 'Next: run `npm run check`. Then add everything with `git add --all`, and finish the merge or rebase, or commit.',
      '',
    ].join('\n'),
  );
}

/**
 * Plans how to undo the updates of this branch that the main branch does not have: everything published is as it is
 * there, and the notes wait again. A person reads them against the pages, which have the changes of both branches now,
 * and publishes once more.
 *
 * @returns `undefined` if nothing has to be undone
 * @throws {ExitError} if the branch has to be joined with the main branch first.
 */
async function planReconcile(tree: PublishedTree) {
  const {cwd, toolkit} = tree;
  const before = await publishedBefore(cwd);
  if (!before) {
    const problem = 'git knows no main branch of a remote, expected one whose updates readers have seen';
    throw toExitError([{problem, fix: 'Add the remote, and run `git fetch`. Then run this command again.'}]);
  }
  const {conflicts, own} = await updatesOfBranch(cwd, before);
  if (!before.isIncluded && before.lost.some((file) => !conflicts.has(file))) throw toExitError([notJoined(before)]);
  const isInConflict = [...conflicts.keys()].some((file) => before.differing.includes(file));
  const meet = await Promise.all(own.map((one) => doesMeet(toolkit, before, one)));
  if (!isInConflict && before.lost.length === 0 && !meet.includes(true)) return undefined;
  const {waiting, repeated} = await notesOf(toolkit, before, own);
  const placed = placeNotes(toolkit, waiting);
  const changes: FileChange[] = [];
  for (const file of before.differing) {
    const content = before.files.has(file) ? await before.contentOf(file) : undefined;
    changes.push({path: file, content, found: await bytesOf(cwd, file)});
  }
  for (const {path: file, content} of placed.written) {
    changes.push({path: file, content, found: await bytesOf(cwd, file)});
  }
  changes.push(...(await mailMoves(cwd, before)));
  return {
    /** Where the updates are that stay as they are: `origin/main`. */
    place: before.place,
    /** The updates that are undone. */
    slugs: [...new Set(own.map(({update}) => update.slug))],
    /** The notes that wait again, by path. */
    notes: placed.written.map((file) => file.path),
    repeated,
    /** The files that a person has to decide. */
    undecided: [...conflicts.keys()].filter((file) => !before.differing.includes(file)),
    transaction: {command: 'publish --reconcile', changes},
  };
}

/** Why a branch cannot publish before it has the updates of the main branch. */
export function notJoined({ref, lost}: PublishedBefore) {
  return {
    problem: `\`${lost[0]}\` is on \`${ref}\` and not on this branch, expected every published update`,
    fix: `Run \`git merge ${ref}\`, and then this command again.`,
  };
}

/** The notes of undone updates as they waited, without those that another update or a waiting note repeats. */
async function notesOf(
  toolkit: Toolkit,
  before: PublishedBefore,
  own: readonly OwnUpdate[],
): Promise<{waiting: ChangeNote[]; repeated: string[]}> {
  const settled: ChangeNote[] = toolkit.notes.map(({data}) => data);
  for (const file of [...before.files].filter((one) => /^blog\/[^/]+\.md$/.test(one))) {
    const known = toolkit.updates.find(({document}) => document.path === file);
    const isSame = known && !before.differing.includes(file);
    settled.push(...((isSame ? known.data : readUpdate(file, `${await before.contentOf(file)}`))?.changes ?? []));
  }
  const waiting: ChangeNote[] = [];
  const repeated: string[] = [];
  const files = new Set<string>();
  // The first note of a launch names every page, and is for that update alone.
  for (const {update, notes} of own.filter((one) => !one.update.launch)) {
    for (const change of update.changes) {
      const {path: file, note = change} = notes.find((one) => isSameNote(one.note, change)) ?? {};
      // A note of one file is an earlier or a later version of the same: this branch has the one to keep.
      if (settled.some((one) => isSameNote(one, change)) || (file !== undefined && files.has(file))) {
        repeated.push(change.note);
        continue;
      }
      settled.push(change);
      waiting.push(note);
      if (file !== undefined) files.add(file);
    }
  }
  return {waiting, repeated};
}

/** The kind may follow from the change, and is another one once the page is published. */
function isSameNote(one: ChangeNote, other: ChangeNote): boolean {
  return one.note === other.note && String(one.pages) === String(other.pages);
}

/** A free name for an email whose own name another one gets. */
export function undoneMail(cwd: string, file: string, count = 1): string {
  const to = `outbox/undone/${count === 1 ? '' : `${count}-`}${file}`;
  return existsSync(path.join(cwd, to)) ? undoneMail(cwd, file, count + 1) : to;
}

/** Puts the emails of undone updates aside, because others get their names. */
async function mailMoves(cwd: string, before: PublishedBefore): Promise<FileChange[]> {
  const moves: FileChange[] = [];
  for (const file of await readdir(path.join(cwd, 'outbox')).catch(() => [])) {
    const [, slug] = /^(.+)\.(?:txt|html)$/.exec(file) ?? [];
    if (slug === undefined || (await isMailOf(cwd, slug, before))) continue;
    const content = await bytesOf(cwd, `outbox/${file}`);
    moves.push(
      {path: undoneMail(cwd, file), content, found: undefined},
      {path: `outbox/${file}`, content: undefined, found: content},
    );
  }
  return moves;
}

/** Whether an email is about the update that keeps this name. */
async function isMailOf(cwd: string, slug: string, {files, contentOf}: PublishedBefore): Promise<boolean> {
  const file = `blog/${slug}.md`;
  const update = files.has(file) ? readUpdate(file, `${await contentOf(file)}`) : undefined;
  const mail = `${await bytesOf(cwd, `outbox/${slug}.txt`)}`;
  return update !== undefined && mail.includes(update.title);
}
