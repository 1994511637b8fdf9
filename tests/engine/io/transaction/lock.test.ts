import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {commit} from '../../../../src/io/transaction/commit.ts';
import type {FileChange} from '../../../../src/io/transaction/file-change.ts';
import {folderWith, textIn} from '../../support/run-command.ts';
import {NOTHING, readTree} from './trees.ts';

const COUNTING_RUN = fileURLToPath(new URL('./counting-run.ts', import.meta.url));
const CHANGES: FileChange[] = [{path: 'a.md', found: undefined, content: 'A\n'}];

test('processes that write at once lose nothing that another has written', async () => {
  const folder = folderWith({'docs/count.txt': '0'});
  const children = [1, 2, 3, 4].map(() => spawn(process.execPath, [COUNTING_RUN, folder, '5'], {stdio: 'inherit'}));
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number | null));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(readTree(folder, NOTHING)).toEqual(readTree(folderWith({'docs/count.txt': '20'})));
});

test('two commits at once in one process follow each other', async () => {
  const folder = folderWith({});
  const [first, second] = ['a.md', 'b.md'].map((file) =>
    commit(folder, {command: 'test', changes: [{path: file, found: undefined, content: 'Words\n'}]}),
  );
  await Promise.all([first, second]);
  expect(Object.keys(readTree(folder, NOTHING))).toEqual(['a.md', 'b.md']);
});

test('while a living process writes, another is refused with its number and what to do', async () => {
  const lock = `.toolkit/transaction/lock-${process.ppid}-0`;
  const folder = folderWith({[lock]: ''});
  const refusal = expect(commit(folder, {command: 'test', changes: CHANGES})).rejects;
  await refusal.toMatchObject({
    name: 'TransactionError',
    message: `another command is writing (process ${process.ppid}), expected to be the only one`,
    fix: `Wait until it ends, and run the command again. If no such process runs, delete \`${lock}\`.`,
  });
  expect(Object.keys(readTree(folder))).toEqual([]);
});

test('the lock of a dead process is taken down, also where this one has its number', async () => {
  const child = spawn(process.execPath, ['--version'], {stdio: 'ignore'});
  await once(child, 'exit');
  const own = '.toolkit/transaction';
  const folder = folderWith({[`${own}/lock-${child.pid}-0`]: '', [`${own}/lock-${process.pid}-0`]: ''});
  await commit(folder, {command: 'test', changes: CHANGES});
  expect(textIn(folder, 'a.md')).toBe('A\n');
  expect(Object.keys(readTree(folder, NOTHING))).toEqual(['a.md']);
});
