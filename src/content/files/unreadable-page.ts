import {lowercaseFirst} from '../../format/text.ts';
import {isPagePath} from '../pages/page-id.ts';
import type {Fault} from '../problem.ts';
import {updateOfFile, updateRecordFile} from '../records/update-record.ts';
import type {SourceFile} from '../toolkit.ts';
import {fileText} from './file-text.ts';

/**
 * The limits of a page, in bytes and lines: about 20,000 words, fifteen times a usable page. No rule, comparison or step of
 * a build takes more than two seconds for a page within them, whatever it contains.
 */
export const PAGE_LIMIT = 120_000;
export const MAX_LINES = 3000;

/** More than all but two of 2,300 pages of documentation have. The parser may keep each of them until the end of its paragraph. */
export const MAX_MARKUP = 5000;
const MARKUP_RE = /[[\]`*_~\\<|&{]/g;

/** Linters look for the end of each comment in all the text after it. */
const MAX_COMMENTS = 200;

/** Every row of a table gets as many cells as its head: with a wide head, a few short rows fill the memory. */
export const MAX_COLUMNS = 50;

/** A cell of the line that separates the head of a table from its rows. */
const COLUMN_RE = /-:?[ \t]*\|/g;

/** The most quotations, lists and `:::` blocks, counted again on each line: the parser compares a line with each. */
const MAX_OPEN = 3000;

/** The most of them on one line: the parser calls itself for each, and the stack has an end that depends on the machine. */
const MAX_DEPTH = 100;

/** The markers of quotations and lists at the beginning of a line, or eight spaces inside of lists, one in each match. */
const MARKER_RE = / {8}|[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]|$))/gy;

/** The beginning of a block, or its end, which has no name. Without an end, a block lasts to the end of the page. */
const BLOCK_RE = /^([\s>*+\-\d.)]*)(:{3,})[ \t]*(\S?)/;

/** The files that `publish` writes. */
const PUBLISH_RE = /^blog\/(?!_pending\/)|^ledgers\/(?:addresses|editions)\//;

/** What to do where two branches published: the update of this one has to come after the other. */
export const TWO_PUBLISHED =
  'Two branches published: go back with `git merge --abort` or `git rebase --abort`, with `git reset --merge` after a squash, or with `git reset --keep ORIG_HEAD` once they are joined. Run `npm run publish -- --undo`, commit, merge the main branch, and publish.';

/** What to do where a published file is not as it is on the main branch, among those of which that is true. */
export function restoreFix(ref: string, file: string, lost: readonly string[]): string {
  const restore = `Restore it with \`git checkout ${ref} -- ${file}\`.`;
  const slug = updateOfFile(file);
  if (slug === undefined) return restore;
  const fix = `Readers have it: close this change. If what it says is wrong, change the page again, with \`kind: correction\` and \`corrects: ${slug}\` in the note. On your own computer, ${lowercaseFirst(restore)}`;
  return lost.includes(`blog/${slug}.md`) && lost.includes(updateRecordFile(slug))
    ? `${fix} If a merge left it so, ${lowercaseFirst(TWO_PUBLISHED)}`
    : fix;
}

const CHOOSE =
  'Choose which version to keep, remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`, and run `git add` for the file.';

/** A note is never chosen or joined by hand: a line that both have makes one note of two. */
function pageFix(page: string): string {
  return `Run \`npm run check -- --fix\`, which keeps the notes of both branches. If it leaves a conflict under \`changes\`, run \`git checkout --merge -- ${page}\`, which brings back the whole conflict, and then the command again. In the rest of the page, ${lowercaseFirst(CHOOSE)}`;
}

export function unreadableFile({path, bytes}: SourceFile): Fault | undefined {
  if (!/\.(?:md|json)$/.test(path)) return undefined;
  const line = conflictIn(fileText(bytes) ?? '');
  if (line !== undefined) {
    return {
      problem: `file has conflict markers of git at line ${line}, expected one version of the text`,
      fix: PUBLISH_RE.test(path) ? TWO_PUBLISHED : isPagePath(path) ? pageFix(path) : CHOOSE,
    };
  }
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

/** Explains why a Markdown file is not a readable page; `undefined` if it may be one. */
export function unreadablePage(bytes: Uint8Array): Fault | undefined {
  if (bytes.length > PAGE_LIMIT) {
    return {
      problem: `file has ${bytes.length.toLocaleString('en-GB')} bytes, expected at most ${PAGE_LIMIT.toLocaleString('en-GB')}`,
      fix: 'Split the page, and move pictures and data to separate files.',
    };
  }
  const text = fileText(bytes);
  if (text === undefined) {
    return {
      problem: 'file is not text, expected Markdown saved as UTF-8',
      fix: 'Save the page as plain text with UTF-8 encoding. If it is a picture, rename it to end in `.png` or `.jpg`.',
    };
  }
  if (text.trim() === '') {
    return {problem: 'file is empty, expected front matter and text', fix: 'Write the page, or remove the file.'};
  }
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > MAX_LINES) {
    return {
      problem: `file has ${lines.length.toLocaleString('en-GB')} lines, expected at most ${MAX_LINES.toLocaleString('en-GB')}`,
      fix: 'Split the page, and move data to separate files.',
    };
  }
  const comments = text.split('<!--').length - 1;
  if (comments > MAX_COMMENTS) {
    return {
      problem: `file has ${comments.toLocaleString('en-GB')} hidden comments, expected at most a few exceptions`,
      fix: 'Delete the comments.',
    };
  }
  const fault = tooWideOrDeep(lines);
  if (fault) return fault;
  const markup = text.match(MARKUP_RE)?.length ?? 0;
  if (markup > MAX_MARKUP) {
    return {
      problem: `file has ${markup.toLocaleString('en-GB')} characters of Markdown such as \`[\`, \`*\` and \`|\`, expected at most ${MAX_MARKUP.toLocaleString('en-GB')}`,
      fix: 'Split the page, and move data to separate files.',
    };
  }
  return undefined;
}

/** Finds the first line that makes a table too wide, or has too much open above it. */
function tooWideOrDeep(lines: readonly string[]): Fault | undefined {
  /** The number of colons with which each open block begins. */
  const blocks: number[] = [];
  let open = 0;
  for (const [index, line] of lines.entries()) {
    const place = {line: index + 1, column: 1};
    const columns = line.match(COLUMN_RE)?.length ?? 0;
    if (columns > MAX_COLUMNS) {
      return {
        place,
        problem: `table has ${columns.toLocaleString('en-GB')} columns, expected at most ${MAX_COLUMNS}`,
        fix: 'Split the table, or move its data to a separate file.',
      };
    }
    const depth = blocks.length + (line.match(MARKER_RE)?.length ?? 0);
    if (depth > MAX_DEPTH) {
      return {
        place,
        problem: `line is inside ${depth.toLocaleString('en-GB')} quotations, lists and \`:::\` blocks, expected one or two`,
        fix: 'Delete repeated `>` and list markers, and end each `:::` block with a line `:::`.',
      };
    }
    open += depth;
    if (open > MAX_OPEN) {
      return {
        place,
        problem: `lines up to here are inside quotations, lists and \`:::\` blocks more than ${MAX_OPEN.toLocaleString('en-GB')} times in all, expected one or two levels on each line`,
        fix: 'End each `:::` block with a line `:::`, and delete repeated `>` and list markers.',
      };
    }
    const [, indent = '', colons = '', name = ''] = BLOCK_RE.exec(line) ?? [];
    if (name !== '') blocks.push(colons.length);
    // An end that is long enough for the outermost block ends all those inside it.
    const ended = name === '' && /^ {0,3}$/.test(indent) ? blocks.findIndex((begun) => begun <= colons.length) : -1;
    if (ended > -1) blocks.length = ended;
  }
  return undefined;
}
