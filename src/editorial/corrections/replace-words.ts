import {escapeForRegExp} from '../../format/text.ts';
import {applyEdits} from '../../markdown/edit/apply-edits.ts';
import {parsePage} from '../../markdown/parsed-page.ts';
import {blockRuns, editOf, frontMatterRuns, hideQuoted} from '../../markdown/text-runs.ts';
import {isGeneratedPage} from '../../model/pages/generated-pages.ts';
import {documentKind} from '../../model/pages/page-id.ts';
import type {TextEdit} from '../../model/problem.ts';
import {allPages, type PageEntry, type Toolkit} from '../../model/toolkit.ts';
import type {TreeChange} from '../moves/plan-move.ts';

/** A page with words to replace. */
export interface ReplacedPage {
  id: string;
  path: string;
  /** How many times the words are replaced. */
  count: number;
  /** How many times they stay: in headings, quotations, code, addresses and titles of sources. */
  left: number;
}

/**
 * Replaces words in the text of all live pages, as whole words with these capitals. Frozen and published texts stay, and
 * so does what an author must not change: quotations, addresses and titles of sources.
 */
export function replaceWords(toolkit: Toolkit, words: string, by: string): {change: TreeChange; pages: ReplacedPage[]} {
  const escaped = escapeForRegExp(words);
  const wanted = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
  const written = new Map<string, string>();
  const pages = allPages(toolkit).flatMap((page): ReplacedPage[] => {
    const {id, document} = page;
    const all = isGeneratedPage(id) ? 0 : [...document.text.matchAll(wanted)].length;
    if (all === 0) return [];
    const edits = editsOf(page, wanted, by);
    if (edits.length > 0) written.set(document.path, applyEdits(document.text, edits));
    return [{id, path: document.path, count: edits.length, left: all - edits.length}];
  });
  return {change: {written, removed: [], touched: []}, pages};
}

function editsOf({document}: PageEntry, wanted: RegExp, by: string): TextEdit[] {
  const page = parsePage(documentKind(document.path) ?? 'page', document);
  // Links lead to headings: another command renames them.
  const runs = [...blockRuns(page).filter(({block}) => block !== 'heading'), ...frontMatterRuns(page)];
  return runs.flatMap((run) =>
    [...hideQuoted(run.text).matchAll(wanted)].flatMap(
      ({index, 0: {length}}) => editOf(document.text, run, index, length, by) ?? [],
    ),
  );
}
