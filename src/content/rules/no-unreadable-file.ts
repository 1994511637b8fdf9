import {WORDS_FILE} from '../check-context.ts';
import {fileText} from '../file-text.ts';
import type {Rule} from '../rule.ts';
import type {UnreadReason} from '../toolkit.ts';
import {unreadablePage} from '../unreadable-page.ts';

export const noUnreadableFile: Rule = {
  id: 'no-unreadable-file',
  group: 'safety',
  summary:
    'A file can be read. A Markdown file is text, is not empty, has at most 500 KB, and no paragraph of more than 65,536 characters.',
  why: 'A picture or a document saved under the wrong name cannot be read as a page, by us or by any reader.',
  good: [
    {'docs/priorities/floods.md': '---\n---\nWords.\n'},
    {'docs/priorities/floods.md': '---\n---\nCaf\u00E9, \u{1F30A}.\n'},
    {'docs/river.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0])},
    {'docs/river.png': {reason: 'link'}},
  ],
  bad: [
    {'docs/priorities/floods.md': ''},
    {'docs/priorities/floods.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0])},
    {'docs/priorities/floods.md': new Uint8Array([0xff, 0xfe, 0x41])},
    {'docs/priorities/floods.md': `---\n---\n${'Words. '.repeat(80_000)}`},
    {'docs/priorities/floods.md': {reason: 'folder'}},
    {static: {reason: 'file'}, 'static/river.png': {reason: 'forbidden'}},
    {'docs/pipe': {reason: 'device'}, 'docs/index.md': {reason: 'gone'}},
    {[WORDS_FILE]: new Uint8Array([0xe9, 0x0a])},
    {[WORDS_FILE]: {reason: 'folder'}},
  ],
  check: ({files, unread}) => [
    ...files
      .filter(({path}) => path.endsWith('.md'))
      .flatMap(({path, bytes}) => {
        const found = unreadablePage(bytes);
        return found ? [{path, ...found}] : [];
      }),
    ...files.flatMap(({path, bytes}) =>
      path === WORDS_FILE && fileText(bytes) === undefined ? [{path, ...NO_LIST}] : [],
    ),
    ...unread.flatMap(({path, reason}) => {
      // Links have a rule of their own.
      if (reason === 'link') return [];
      return [{path, ...(reason === 'folder' && path === WORDS_FILE ? NO_LIST : UNREAD[reason])}];
    }),
  ],
};

const NO_LIST = {
  problem: 'nothing here can be read as text, expected a file with one word on each line, saved as UTF-8',
  fix: 'Save the list as plain text with UTF-8 encoding, or take back the change that broke it.',
};

const UNREAD: Readonly<Record<Exclude<UnreadReason, 'link'>, {problem: string; fix: string}>> = {
  folder: {
    problem: 'folder has the name of a page, expected a file',
    fix: 'Name the folder without `.md`.',
  },
  file: {
    problem: 'file has the name of a folder of the toolkit, expected the folder',
    fix: 'Move the file away; a toolkit can do without the folder.',
  },
  device: {
    problem: 'neither a file nor a folder lies here, expected one of them',
    fix: 'Remove it; it is a pipe, a socket or a device.',
  },
  forbidden: {
    problem: 'file or folder cannot be opened, expected one that you may read',
    fix: 'Change its permissions so that you may read it, `chmod u+rX`.',
  },
  gone: {
    problem: 'file or folder went away while it was read, expected it to stay',
    fix: 'Run the command again when nothing else changes the files.',
  },
};
