import {once} from '../../content/memo.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import {NOTHING_PUBLISHED, type Published, type PublishedPage} from '../../content/records/published.ts';
import {itemsOf, type WaitingNote} from '../../content/records/waiting-notes.ts';
import {isPage, type Toolkit} from '../../content/toolkit.ts';
import {readDocument} from '../yaml/document.ts';
import {gitIn, mergeBase, pathsIn} from './merge-base.ts';

const FOLDERS = ['docs', 'handbook', 'blog/_pending'];

const PAGE_RE = /^(docs|handbook)\/.+\.md$/;

/**
 * Asks git for the texts of pages where this work branched off from a ref, and the notes that have not changed since.
 *
 * @throws {ExitError} without git, outside a repository, for an unknown ref, and where no merge base is known.
 */
export async function baseTexts(cwd: string, ref: string, {documents, notes}: Toolkit) {
  const git = gitIn(cwd);
  const base = await mergeBase(git, ref);
  const diff = await git('diff', '--relative', '--name-only', '--no-renames', '-z', base, '--', ...FOLDERS);
  const differing = new Set(pathsIn(diff));
  const atBase = new Set(pathsIn(await git('ls-tree', '-r', '--name-only', '-z', base, '--', ...FOLDERS)));
  const prefix = (await git('rev-parse', '--show-prefix')).trimEnd();
  const now = new Map(documents.filter(isPage).map(({document}) => [document.path, document.text]));

  const texts = new Map<string, PublishedPage>();
  for (const path of atBase) {
    if (!PAGE_RE.test(path)) continue;
    const kept = differing.has(path) ? undefined : now.get(path);
    const text = kept ?? (await git('cat-file', 'blob', `${base}:${prefix}${path}`));
    texts.set(pageIdOf(path), {slug: ref, path, text, document: once(() => readDocument(path, text).document)});
  }
  const isEarlier = ({document: {path, waiting}, item}: WaitingNote) => {
    if (item === undefined) return atBase.has(path) && !differing.has(path);
    const note = JSON.stringify(itemsOf({waiting})[item]);
    const before = texts.get(pageIdOf(path))?.document();
    return before !== undefined && itemsOf(before).some((one) => JSON.stringify(one) === note);
  };
  const published: Published = {...NOTHING_PUBLISHED, texts, ids: new Set(texts.keys())};
  return {published, earlierNotes: new Set(notes.filter(isEarlier).map(({key}) => key))};
}
