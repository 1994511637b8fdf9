import type {SourceFile} from '../toolkit.ts';
import {fileText} from './file-text.ts';

/**
 * The limits of a page: about 20,000 words, fifteen times a usable page. No rule, comparison or step of a build takes more
 * than two seconds for a page within them, whatever it contains.
 */
export const PAGE_LIMITS = {
  bytes: 120_000,
  lines: 3000,
  /** More than all but two of 2,300 pages of documentation have. The parser may keep each until the end of its paragraph. */
  markup: 5000,
  /** Linters look for the end of each comment in all the text after it. */
  comments: 200,
  /** Every row of a table gets as many cells as its head: with a wide head, a few short rows fill the memory. */
  columns: 50,
  /** Quotations, lists and `:::` blocks around one line: the parser calls itself for each, and its stack has an end. */
  depth: 100,
  /** The sum of these for all lines: the parser compares a line with each. */
  open: 3000,
};

/** What keeps a file from being read. */
export interface UnreadableFile {
  fault: keyof typeof PAGE_LIMITS | 'conflict' | 'encoding' | 'empty';
  /** How many there are of what has a limit; of a conflict, the line where it begins. */
  found: number;
  /** From 1, where it is known. */
  line?: number;
}

const MARKUP_RE = /[[\]`*_~\\<|&{]/g;

/** A cell of the line that separates the head of a table from its rows. */
const COLUMN_RE = /-:?[ \t]*\|/g;

/** The markers of quotations and lists at the beginning of a line, or eight spaces inside of lists, one in each match. */
const MARKER_RE = / {8}|[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]|$))/gy;

/** The beginning of a block, or its end, which has no name. Without an end, a block lasts to the end of the page. */
const BLOCK_RE = /^([\s>*+\-\d.)]*)(:{3,})[ \t]*(\S?)/;

/** Why a file of text cannot be read; `undefined` if it may be what its name says. */
export function unreadableFile({path, bytes}: SourceFile): UnreadableFile | undefined {
  if (!/\.(?:md|json)$/.test(path)) return undefined;
  const line = conflictIn(fileText(bytes) ?? '');
  if (line !== undefined) return {fault: 'conflict', found: line};
  return path.endsWith('.md') ? unreadablePage(bytes) : undefined;
}

/** The first line of a conflict that git left in a text. */
export function conflictIn(text: string): number | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.startsWith('<<<<<<< '));
  const middle = lines.indexOf('=======', start);
  return start > -1 && middle > -1 && lines.slice(middle).some((line) => line.startsWith('>>>>>>> '))
    ? start + 1
    : undefined;
}

/** Why a Markdown file is not a readable page; `undefined` if it may be one. */
export function unreadablePage(bytes: Uint8Array): UnreadableFile | undefined {
  if (bytes.length > PAGE_LIMITS.bytes) return {fault: 'bytes', found: bytes.length};
  const text = fileText(bytes);
  if (text === undefined) return {fault: 'encoding', found: 1};
  if (text.trim() === '') return {fault: 'empty', found: 1};
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > PAGE_LIMITS.lines) return {fault: 'lines', found: lines.length};
  const comments = text.split('<!--').length - 1;
  if (comments > PAGE_LIMITS.comments) return {fault: 'comments', found: comments};
  const markup = text.match(MARKUP_RE)?.length ?? 0;
  return tooWideOrDeep(lines) ?? (markup > PAGE_LIMITS.markup ? {fault: 'markup', found: markup} : undefined);
}

/** Finds the first line that makes a table too wide, or has too much open above it. */
function tooWideOrDeep(lines: readonly string[]): UnreadableFile | undefined {
  /** The number of colons with which each open block begins. */
  const blocks: number[] = [];
  let open = 0;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const columns = text.match(COLUMN_RE)?.length ?? 0;
    if (columns > PAGE_LIMITS.columns) return {fault: 'columns', found: columns, line};
    const depth = blocks.length + (text.match(MARKER_RE)?.length ?? 0);
    if (depth > PAGE_LIMITS.depth) return {fault: 'depth', found: depth, line};
    open += depth;
    if (open > PAGE_LIMITS.open) return {fault: 'open', found: open, line};
    const [, indent = '', colons = '', name = ''] = BLOCK_RE.exec(text) ?? [];
    if (name !== '') blocks.push(colons.length);
    // An end that is long enough for the outermost block ends all those inside it.
    const ended = name === '' && /^ {0,3}$/.test(indent) ? blocks.findIndex((begun) => begun <= colons.length) : -1;
    if (ended > -1) blocks.length = ended;
  }
  return undefined;
}
