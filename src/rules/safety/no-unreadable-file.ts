import {WORDS_FILE} from '../../content/check-context.ts';
import {fileText} from '../../content/files/file-text.ts';
import {PAGE_LIMITS, type UnreadableFile, unreadableFile} from '../../content/files/unreadable-page.ts';
import {MAX_CHARACTERS} from '../../content/markdown/parse-limits.ts';
import {isPagePath} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import type {UnreadReason} from '../../content/toolkit.ts';
import {lowercaseFirst} from '../../format/text.ts';
import {TWO_PUBLISHED} from '../published-twice.ts';
import type {Rule} from '../rule.ts';

export const noUnreadableFile: Rule = {
  id: 'no-unreadable-file',
  group: 'safety',
  summary: `Every file can be read and is not a symbolic link. At the root of the toolkit are no hidden files and no settings of programs besides those that a toolkit needs: keep your own in a folder. No file has a conflict that git left. A Markdown file is text, is not empty, and has at most ${PAGE_LIMITS.bytes / 1000} KB, ${count(PAGE_LIMITS.lines)} lines, ${count(PAGE_LIMITS.markup)} characters of markup, ${count(MAX_CHARACTERS)} characters in a paragraph and ${PAGE_LIMITS.columns} columns in a table.`,
  why: 'A picture saved with the wrong name cannot be read as a page. A symbolic link could publish any file on the computer that builds the site. Settings of other programs, such as `.babelrc` and `postcss.config.js`, can run code or replace pages.',
  good: [
    {'docs/priorities/floods.md': '---\n---\nWords.\n'},
    {'docs/priorities/floods.md': '---\n---\nCaf\u00E9, \u{1F30A}.\n'},
    {'docs/river.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0])},
    {'docs/links/index.md': '---\n---\nA page about links.\n'},
    {'docs/priorities/floods.md': `---\n---\n${'::::note\n\n:::note\n\nWords.\n\n::::\n\n'.repeat(300)}`},
  ],
  bad: [
    {'docs/priorities/floods.md': ''},
    {'docs/priorities/floods.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0])},
    {'docs/priorities/floods.md': new Uint8Array([0xff, 0xfe, 0x41])},
    {'docs/priorities/floods.md': `---\n---\n${'Words. '.repeat(30_000)}`},
    {'docs/priorities/floods.md': `---\n---\n${'Words.\n\n'.repeat(2500)}`},
    {'docs/priorities/floods.md': `---\n---\n${'[a](b) '.repeat(2501)}`},
    {'docs/priorities/floods.md': `---\n---\n${'|a'.repeat(51)}|\n${'|-'.repeat(51)}|\n|a\n`},
    {'docs/priorities/floods.md': `---\n---\n${':::note\n\n'.repeat(80)}`},
    {'docs/priorities/floods.md': `---\n---\n${`${'>'.repeat(90)} Words.\n\n`.repeat(40)}`},
    {'docs/priorities/floods.md': {reason: 'folder'}},
    {static: {reason: 'file'}, 'static/river.png': {reason: 'forbidden'}},
    {'docs/priorities/floods.md': `---\n---\n<<<<<<< HEAD\nDry.\n=======\nWet.\n>>>>>>> main\n`},
    {'docs/pipe': {reason: 'device'}, 'docs/index.md': {reason: 'gone'}},
    {[WORDS_FILE]: new Uint8Array([0xe9, 0x0a])},
    {[WORDS_FILE]: {reason: 'folder'}},
    {static: {reason: 'link'}},
    {i18n: {reason: 'foreign'}, '.markdownlint.cjs': {reason: 'foreign'}},
    {'blog/_published/2026-11-24/index.md': {reason: 'link'}, 'docs/river.png': {reason: 'link'}},
  ],
  check: ({files, unread}) => [
    ...files.flatMap((file) => {
      const unreadable = unreadableFile(file);
      return unreadable ? [explain(file.path, unreadable)] : [];
    }),
    ...files.flatMap(({path, bytes}) =>
      path === WORDS_FILE && fileText(bytes) === undefined ? [{path, ...NO_LIST}] : [],
    ),
    ...unread.map(({path, reason}) => ({
      path,
      ...(reason === 'folder' && path === WORDS_FILE ? NO_LIST : UNREAD[reason]),
    })),
  ],
};

const NO_LIST = {
  problem: 'the word list is not text, expected one word on each line, saved as UTF-8',
  fix: 'Save the list as plain text with UTF-8 encoding, or undo the change that broke it.',
};

const UNREAD: Readonly<Record<UnreadReason, {problem: string; fix: string}>> = {
  link: {
    problem: 'this is a symbolic link, expected a file or a folder',
    fix: 'Remove the link. If the toolkit needs the file, copy it here.',
  },
  folder: {problem: 'folder is named like a page, expected a file', fix: 'Remove `.md` from the name of the folder.'},
  file: {
    problem: 'file is named like a folder of the toolkit, expected a folder',
    fix: 'Move the file elsewhere. The folder is optional.',
  },
  device: {
    problem: 'this is a pipe, a socket or a device, expected a file or a folder',
    fix: 'Remove it.',
  },
  forbidden: {
    problem: 'file or folder cannot be opened, expected permission to read it',
    fix: 'Give yourself permission to read it: `chmod u+rX`.',
  },
  foreign: {
    problem: 'other programs can take this for their settings or code, expected only files that a toolkit needs here',
    fix: 'Remove it: settings belong in `toolkit.config.ts` and `docusaurus.config.ts`. If it is neither, move it to a folder.',
  },
  gone: {
    problem: 'file or folder disappeared while being read, expected it to stay',
    fix: 'Run the command again when no other program is changing the files.',
  },
};

/** The files that `publish` writes. */
const PUBLISH_RE = /^blog\/(?!_pending\/)|^ledgers\/(?:addresses|editions)\//;

const CHOOSE =
  'Choose which version to keep, remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`, and run `git add` for the file.';

/** A note is never chosen or joined by hand: a line that both have makes one note of two. */
function pageFix(page: string): string {
  return `Run \`npm run check -- --fix\`, which keeps the notes of both branches. If it leaves a conflict under \`changes\`, run \`git checkout --merge -- ${page}\`, which brings back the whole conflict, and then the command again. In the rest of the page, ${lowercaseFirst(CHOOSE)}`;
}

const SPLIT = 'Split the page, and move data to separate files.';

/** What was found, expected and to be done, by what keeps a page from being read. */
const UNREADABLE: Readonly<Record<UnreadableFile['fault'], readonly [found: string, expected: string, fix: string]>> = {
  conflict: ['file has conflict markers of git at line {n}', 'one version of the text', CHOOSE],
  bytes: ['file has {n} bytes', 'at most {most}', 'Split the page, and move pictures and data to separate files.'],
  encoding: [
    'file is not text',
    'Markdown saved as UTF-8',
    'Save the page as plain text with UTF-8 encoding. If it is a picture, rename it to end in `.png` or `.jpg`.',
  ],
  empty: ['file is empty', 'front matter and text', 'Write the page, or remove the file.'],
  lines: ['file has {n} lines', 'at most {most}', SPLIT],
  comments: ['file has {n} hidden comments', 'at most a few exceptions', 'Delete the comments.'],
  columns: ['table has {n} columns', 'at most {most}', 'Split the table, or move its data to a separate file.'],
  depth: [
    'line is inside {n} quotations, lists and `:::` blocks',
    'one or two',
    'Delete repeated `>` and list markers, and end each `:::` block with a line `:::`.',
  ],
  open: [
    'lines up to here are inside quotations, lists and `:::` blocks more than {most} times in all',
    'one or two levels on each line',
    'End each `:::` block with a line `:::`, and delete repeated `>` and list markers.',
  ],
  markup: ['file has {n} characters of Markdown such as `[`, `*` and `|`', 'at most {most}', SPLIT],
};

function explain(path: string, {fault, found, line}: UnreadableFile): Finding {
  const [what, expected, fix] = UNREADABLE[fault];
  const most = fault in PAGE_LIMITS ? count(PAGE_LIMITS[fault as keyof typeof PAGE_LIMITS]) : '';
  const problem = `${what}, expected ${expected}`.replace('{n}', count(found)).replace('{most}', most);
  const ofConflict = PUBLISH_RE.test(path) ? TWO_PUBLISHED : isPagePath(path) ? pageFix(path) : fix;
  const place = line === undefined ? undefined : {line, column: 1};
  return {path, place, problem, fix: fault === 'conflict' ? ofConflict : fix};
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
