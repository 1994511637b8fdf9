import {escapeForRegExp} from '../../format/text.ts';
import {applyEdits} from '../../markdown/edit/apply-edits.ts';
import {parsePage} from '../../markdown/parsed-page.ts';
import {blockRuns, editOf, hideQuoted, offsetAt} from '../../markdown/text-runs.ts';
import {frontMatterTexts} from '../../model/front-matter-texts.ts';
import {isGeneratedPage} from '../../model/pages/generated-pages.ts';
import {documentKind} from '../../model/pages/page-id.ts';
import type {TextEdit} from '../../model/problem.ts';
import type {SourceDocument} from '../../model/source-document.ts';
import {allPages, type PageEntry, type Toolkit} from '../../model/toolkit.ts';
import type {TreeChange} from '../moves/plan-move.ts';

/** A page with words to replace. */
export interface ReplacedPage {
  id: string;
  path: string;
  /** How many times the words are replaced. */
  count: number;
  /** How many times they stay: in headings, quotations, code and addresses. */
  left: number;
}

/**
 * Replaces words in the text of all live pages, as whole words with these capitals. Frozen and published texts stay, and
 * so does what an author must not change: quotations, addresses, ids and keys.
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
  const runs = blockRuns(page).filter(({block}) => block !== 'heading');
  const inText = runs.flatMap((run) =>
    [...hideQuoted(run.text).matchAll(wanted)].flatMap(
      ({index, 0: {length}}) => editOf(document.text, run, index, length, by) ?? [],
    ),
  );
  return [...inText, ...frontMatterEdits(document, wanted, by)];
}

/** The keys, at any depth, whose texts readers see as they are written. */
const READ_KEYS = new Set('title description cost partners service place what figure publisher why'.split(' '));

/** In YAML, these would end a value or give it another meaning: anywhere, within brackets, and at its beginning. */
const SPECIAL_RE = /[\\"'\n]|: | #/;
const BRACKETED_RE = /[,[\]{}]/;
const FIRST_RE = /^[^\p{L}\p{N}\p{Sc}(]/u;

function frontMatterEdits({frontMatter, text, placeOf}: SourceDocument, wanted: RegExp, by: string): TextEdit[] {
  const read = frontMatterTexts(frontMatter).filter(({path}) =>
    READ_KEYS.has(String(path.findLast((key) => typeof key === 'string'))),
  );
  return read.flatMap(({path, text: value}) => {
    const place = placeOf(path, 'value');
    if (!place || SPECIAL_RE.test(by)) return [];
    const at = offsetAt(text, place);
    const isQuoted = /["']/.test(text.charAt(at));
    const isBracketed = !isQuoted && /[[{]/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
    const start = isQuoted ? at + 1 : at;
    if (!text.startsWith(value, start) || (isBracketed && BRACKETED_RE.test(by))) return [];
    return [...hideQuoted(value).matchAll(wanted)].flatMap(({index, 0: {length}}) =>
      index === 0 && !isQuoted && FIRST_RE.test(by)
        ? []
        : [{start: start + index, end: start + index + length, text: by}],
    );
  });
}
