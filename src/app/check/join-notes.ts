import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {conflictIn} from '../../content/files/unreadable-page.ts';
import {renderKey} from '../../content/markdown/edit/edit-front-matter.ts';
import {withNotes} from '../../content/markdown/edit/note-places.ts';
import {isPagePath} from '../../content/pages/page-id.ts';
import {itemsOf, joinItems} from '../../content/records/waiting-notes.ts';
import {type Git, gitIn, pathsIn} from '../../io/git/merge-base.ts';
import {readDocument} from '../../io/yaml/document.ts';

/** A conflict: our version, the base where git shows it, and theirs. */
const CONFLICT_RE = /^<{7} .*\n([\s\S]*?)(?:^\|{7}.*\n[\s\S]*?)?^={7}\n([\s\S]*?)^>{7} .*\n/gm;

/** Front matter up to the end of its last key, and the rest. */
const PARTS_RE = /^(---\n[\s\S]*?)^(---\n[\s\S]*)$/m;

/**
 * Pages in which the notes of two branches are in conflict, with the notes of both, as git's index has them. Conflicts
 * elsewhere in the page stay, and what somebody has decided there already.
 */
export async function joinNotes(cwd: string) {
  const git = gitIn(cwd);
  const files = pathsIn(await git('diff', '--name-only', '--diff-filter=U', '--relative', '-z').catch(() => ''));
  const joined = files.filter(isPagePath).map(async (file) => {
    const found = await readFile(path.join(cwd, file), 'utf8').catch(() => '');
    const sides = ['$1', '$2'].map((side) => found.replace(CONFLICT_RE, side));
    const [left, right] = sides.map((text) => JSON.stringify(notesOf(file, text)));
    if (left === right) return [];
    // Git has the base, our version and theirs; a page that is new on both branches has no base.
    const read = (stage: number) => git('cat-file', 'blob', `:${stage}:./${file}`).catch(() => '');
    const stages = await Promise.all([1, 2, 3].map(read));
    const [base = [], ours, theirs] = stages.map((text) => notesOf(file, text));
    const [our, their, old] = [...sides, stages[0] ?? ''].map((text) => PARTS_RE.exec(withNotes({text}, [])));
    if (!ours || !theirs || !our || !their) return [];
    // Merged apart, so that no conflict contains the end of the front matter.
    const merge = (part: number) => mergeTexts(git, {ours: our[part], base: old?.[part], theirs: their[part]});
    const notes = joinItems(base, ours, theirs);
    const changes = notes.length === 0 ? '' : renderKey('changes', notes);
    const content = `${await merge(1)}${changes}${await merge(2)}`;
    return [{path: file, content, found, hasConflict: conflictIn(content) !== undefined}];
  });
  return (await Promise.all(joined)).flat();
}

/** Where git has the commit that it joins with ours, as long as it does. Afterwards our commit has both. */
const JOINED = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'rebase-merge/stopped-sha'];

/** Pages without conflict that lack notes of a branch which git joins or has just joined with ours, with these notes put back. */
export async function lostNotes(cwd: string) {
  const git = gitIn(cwd);
  const places = await git('rev-parse', ...JOINED.flatMap((name) => ['--git-path', name])).catch(() => '');
  const reads = places.split('\n').map((place) => place && readFile(path.join(cwd, place), 'utf8').catch(() => ''));
  const commits = await Promise.all(reads);
  const joining = commits.find(Boolean)?.trim();
  const merged = await git('rev-parse', '--verify', '--quiet', 'HEAD^2').catch(() => '');
  const their = joining ?? merged.trim();
  if (their === '') return [];
  const our = joining === undefined ? 'HEAD^1' : 'HEAD';
  const shared = joining === undefined || commits[0] ? ['merge-base', our, their] : ['rev-parse', `${their}^`];
  const base = (await git(...shared).catch(() => '')).trim();
  const files = pathsIn(await git('diff', '--name-only', '--relative', '-z', base, their).catch(() => ''));
  const lost = files.filter(isPagePath).map(async (file) => {
    const found = await readFile(path.join(cwd, file), 'utf8').catch(() => '');
    const read = (commit: string) => git('cat-file', 'blob', `${commit}:./${file}`).catch(() => '');
    const texts = await Promise.all([base, our, their, 'HEAD'].map(read));
    const [old = [], ours = [], theirs = [], merged = []] = texts.map((text) => notesOf(file, text));
    const notes = notesOf(file, found);
    // A note that the merge kept has been removed since, by publishing or by somebody who meant it.
    const has = new Set(
      [...(notes ?? []), ...(joining === undefined ? merged : [])].map((note) => JSON.stringify(note)),
    );
    const missing = joinItems(old, ours, theirs).filter((note) => !has.has(JSON.stringify(note)));
    if (!notes || missing.length === 0) return [];
    const content = withNotes({text: found}, [...notes, ...missing]);
    return [{path: file, content, found, hasConflict: false, missing}];
  });
  return (await Promise.all(lost)).flat();
}

/** The notes of a page; `undefined` if its front matter cannot be read. */
function notesOf(file: string, text: string): readonly unknown[] | undefined {
  const {document} = readDocument(file, text);
  return document.frontMatter && itemsOf(document);
}

/** Merges our and their version of a text as git does, with its markers where they are in conflict. */
async function mergeTexts(git: Git, texts: Record<'ours' | 'base' | 'theirs', string | undefined>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'toolkit-'));
  try {
    for (const [name, text = ''] of Object.entries(texts)) await writeFile(path.join(folder, name), text);
    const files = Object.keys(texts).map((name) => path.join(folder, name));
    return await git('merge-file', '--stdout', '-L', 'ours', '-L', 'base', '-L', 'theirs', ...files);
  } catch (error) {
    const {code, stdout} = error as {code?: unknown; stdout?: string};
    // It ends with the number of conflicts, at most 127.
    if (typeof code === 'number' && code < 128 && stdout !== undefined) return stdout;
    throw error;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
