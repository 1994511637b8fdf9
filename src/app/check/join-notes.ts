import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {conflictIn} from '../../content/files/conflict.ts';
import {renderKey} from '../../content/markdown/edit/edit-front-matter.ts';
import {differInNotes, withNotes} from '../../content/markdown/edit/note-places.ts';
import {isPagePath} from '../../content/pages/page-id.ts';
import {itemsOf, joinItems} from '../../content/updates/waiting-notes.ts';
import {filesInConflict, mergeTexts} from '../../io/git/conflicts.ts';
import {readDocument} from '../../io/yaml/document.ts';

/**
 * Pages in which the notes of two branches are in conflict, with the notes of both. Conflicts elsewhere in the page stay,
 * and what somebody has decided there already.
 */
export async function joinNotes(cwd: string) {
  const joined = await Promise.all(
    [...(await filesInConflict(cwd))].map(async ([file, [base, ours, theirs]]) => {
      if (!isPagePath(file) || ours === undefined || theirs === undefined) return [];
      const found = await readFile(path.join(cwd, file), 'utf8');
      const {sides, labels = []} = conflictIn(found) ?? {};
      if (!sides || !differInNotes(sides)) return [];
      // Front matter and text are merged apart, so that no conflict contains the end of the front matter.
      const [old, our, their] = [base ?? '', sides.ours, sides.theirs].map((text) => partsOf(file, text));
      const [before, ourNotes, theirNotes] = [base ?? '', ours, theirs].map((text) => notesOf(file, text));
      if (!our || !their || !ourNotes || !theirNotes) return [];
      const merge = (part: keyof typeof our) => mergeTexts(cwd, [old?.[part] ?? '', our[part], their[part]], labels);
      const notes = joinItems(before ?? [], ourNotes, theirNotes);
      const changes = notes.length === 0 ? '' : renderKey('changes', notes);
      const content = `---\n${await merge('front')}${changes}---\n${await merge('body')}`;
      return [{path: file, content, found, hasConflict: conflictIn(content) !== undefined}];
    }),
  );
  return joined.flat();
}

/** The front matter of a page without its notes and fences, and its text; `undefined` without front matter. */
function partsOf(file: string, text: string): {front: string; body: string} | undefined {
  const {document} = readDocument(file, withoutNotes(text));
  if (document.bodyOffset === 0) return undefined;
  const front = document.text.slice(0, document.text.length - document.body.length);
  return {front: front.slice(front.indexOf('\n') + 1, front.lastIndexOf('---')), body: document.body};
}

/** Git may have merged a second `changes` into a page without a conflict. */
function withoutNotes(text: string): string {
  const without = withNotes({text}, []);
  return without === text ? text : withoutNotes(without);
}

/** The notes of a page; `undefined` if its front matter cannot be read. */
function notesOf(file: string, text: string): readonly unknown[] | undefined {
  const {document} = readDocument(file, text);
  return document.frontMatter && itemsOf(document);
}
