import {chmodSync, mkdirSync, rmSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readFiles} from '../../../src/io/read-files.ts';
import {folderWith} from '../support/run-command.ts';

const FOLDERS = ['docs', 'static'];
const all = () => true;

/** What was read and what was not, without the bytes. */
async function read(cwd: string, isRead: (file: string) => boolean = all) {
  const {files, unread} = readFiles(cwd, FOLDERS, isRead);
  return {files: files.map((file) => file.path), unread};
}

test('files are read from every folder and every depth, in one order', async () => {
  const cwd = folderWith({
    'static/b.svg': 'b',
    'docs/b/c.md': 'c',
    'docs/b.md': 'b',
    'docs/.gitkeep': '',
    'other/a.md': 'a',
  });
  expect(await read(cwd)).toEqual({files: ['docs/b.md', 'docs/b/c.md', 'static/b.svg'], unread: []});
  expect(readFiles(cwd, ['docs'], all).files[0]?.bytes).toEqual(Buffer.from('b'));
});

test('files that nobody wants are left alone', async () => {
  const cwd = folderWith({'docs/a.md': 'a', 'docs/b.md': 'b'});
  expect(await read(cwd, (file) => file !== 'docs/a.md')).toEqual({files: ['docs/b.md'], unread: []});
});

test('a folder of the toolkit that is a link is not entered', async () => {
  const cwd = folderWith({'secret/b.md': 'b'});
  symlinkSync('secret', path.join(cwd, 'docs'));
  expect(await read(cwd)).toEqual({files: [], unread: [{path: 'docs', reason: 'link'}]});
});

test('the link with which an editor marks an open file is no matter', async () => {
  const cwd = folderWith({'docs/a.md': 'a'});
  symlinkSync('someone@somewhere.1', path.join(cwd, 'docs/.#a.md'));
  expect(await read(cwd)).toEqual({files: ['docs/a.md'], unread: []});
});

test('a file that goes away while others are read is told', async () => {
  const cwd = folderWith({'docs/a.md': 'a', 'docs/b.md': 'b'});
  const remove = (file: string) => {
    if (file === 'docs/b.md') rmSync(path.join(cwd, file));
    return true;
  };
  expect(await read(cwd, remove)).toEqual({files: ['docs/a.md'], unread: [{path: 'docs/b.md', reason: 'gone'}]});
});

// The system lets root read everything.
test.skipIf(!process.getuid?.())('files and folders that may not be opened are reported', async () => {
  const cwd = folderWith({'docs/a.md': 'a'});
  mkdirSync(path.join(cwd, 'docs/b'), {mode: 0});
  chmodSync(path.join(cwd, 'docs/a.md'), 0);
  expect(await read(cwd)).toEqual({
    files: [],
    unread: ['docs/a.md', 'docs/b'].map((file) => ({path: file, reason: 'forbidden'})),
  });
});
