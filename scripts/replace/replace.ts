import {changedPages, changesMade, whyMajor} from '../../src/diff/published/changed-pages.ts';
import {type ReplacedPage, replaceWords} from '../../src/editorial/corrections/replace-words.ts';
import type {News} from '../../src/editorial/notes/plan-notes.ts';
import {commandLine} from '../../src/format/command-line.ts';
import {count} from '../../src/format/text.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import {readTree} from '../../src/fs/read-tree.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import type {ChangeNote} from '../../src/model/schemas/change-note-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {planChange} from '../cli/plan-change.ts';
import type {Run} from '../commands.ts';

/** `toolkit replace`: replaces words on all pages, and writes the note about it. */
export const run: Run<'replace'> = async ({apply = false}, io, [words = '', by = '', ...others]) => {
  if (words.trim() === '' || by.trim() === '' || others.length > 0 || words === by) {
    throw new ExitError(
      'expected two texts: the words to replace, and the words that replace them',
      'Write `npm run replace -- "old words" "new words"`.',
    );
  }
  const tree = await readTree(io.cwd);
  const {change, pages} = replaceWords(tree.toolkit, words, by);
  const replaced = pages.filter((page) => page.count > 0);
  for (const page of pages) io.stdout.write(`${describe(page)}\n`);
  if (replaced.length === 0) {
    throw new ExitError(`no page has "${words}" where it can be replaced`, 'Check the spelling and the capitals.', {
      code: 1,
    });
  }
  const ids = replaced.map(({id}) => id);
  const news = (after: Toolkit) => replacementNews(tree.toolkit, after, ids, words, by);
  const planned = await planChange(tree, change, {command: 'replace', today: io.today, pages: ids, news});
  const total = replaced.reduce((sum, page) => sum + page.count, 0);
  const what = `"${words}" by "${by}", ${count(total, 'place')} on ${count(replaced.length, 'page')}`;
  if (!apply) {
    io.stdout.write(
      `would replace ${what}\nNothing was written. To do it, run \`${commandLine('replace', words, by, '--apply')}\`.\n`,
    );
    return 0;
  }
  await commit(io.cwd, planned.transaction);
  io.stdout.write(`replaced ${what}\n${planned.next.join('\n')}\n`);
  return 0;
};

function describe({path, count: places, left}: ReplacedPage): string {
  const stays = left > 0 ? `, ${left} left in a heading, quotation, address or id` : '';
  return `${path}: ${count(places, 'place')}${stays}`;
}

/** One note for all pages, which covers every change that the new words make. */
function replacementNews(before: Toolkit, after: Toolkit, ids: readonly string[], words: string, by: string): News {
  const changed = ids.flatMap((id) => changedPages(after).get(id) ?? []);
  if (changed.length === 0) return {note: undefined, outdated: new Map()};
  const covers = new Set(ids.flatMap((id) => changesMade(before, after, id)).map(({id}) => id));
  const [only] = changed;
  const note: ChangeNote = {
    kind: 'content-changed',
    significance: changed.some((page) => whyMajor(page) !== undefined) ? 'major' : 'minor',
    pages: changed.map(({page}) => page.id),
    note: `"${words}" is now "${by}" on ${changed.length === 1 ? `the page "${only?.page.data.title}"` : `${changed.length} pages`}.`,
    ...(covers.size > 0 && {covers: [...covers]}),
  };
  return {note, outdated: new Map()};
}
