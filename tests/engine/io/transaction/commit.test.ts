import {chmodSync, chownSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {commit, recover} from '../../../../src/io/transaction/commit.ts';
import type {FileChange} from '../../../../src/io/transaction/file-change.ts';
import {TransactionError} from '../../../../src/io/transaction/tree.ts';
import {folderWith, textIn} from '../../support/run-command.ts';
import {diskError, faultyDisk} from './faulty-disk.ts';
import {AFTER, BEFORE, REBUILDING} from './rebuilding.ts';
import {folderOf, NOTHING, readTree} from './trees.ts';

const write = (file: string, found?: string): FileChange => ({path: file, found, content: 'New\n'});
const commitIn = (folder: string, ...changes: FileChange[]) => commit(folder, {command: 'test', changes});

test('every change is made, permissions are kept, and nothing else is left in the tree', async () => {
  const folder = folderOf(BEFORE);
  await commit(folder, REBUILDING);
  expect(readTree(folder, NOTHING)).toEqual(readTree(folderOf(AFTER), NOTHING));
});

test.each([
  {what: 'no changes', changes: []},
  {what: 'a change to what is there already', changes: [write('docs/a.md', 'New\n')]},
])('$what: nothing is touched', async ({changes}) => {
  const folder = folderWith({'docs/a.md': 'New\n'});
  const calls: string[] = [];
  const disk = faultyDisk((call, [place]) => void (call === 'rename' && calls.push(`${place}`)));
  await commit(folder, {command: 'test', changes}, disk);
  expect(calls).toEqual([]);
  expect(readTree(folder, NOTHING)).toEqual(readTree(folderWith({'docs/a.md': 'New\n'}), NOTHING));
});

test.each<{what: string; changes: FileChange[]; said: string}>([
  {what: 'changed since it was read', changes: [write('docs/a.md', 'Old\n')], said: '`docs/a.md` has changed since'},
  {what: 'come since', changes: [write('docs/a.md')], said: '`docs/a.md` exists, expected nothing there'},
  {what: 'gone since', changes: [write('docs/b.md', 'B\n')], said: '`docs/b.md` has changed since'},
  {
    what: 'to be removed, and changed',
    changes: [{content: undefined, path: 'docs/a.md', found: 'Old\n'}],
    said: '`docs/a.md` has changed since',
  },
  {what: 'a folder', changes: [write('docs')], said: '`docs` is no file, expected a file or nothing'},
  {what: 'under a file', changes: [write('docs/a.md/b.md')], said: '`docs/a.md` is no folder, expected a folder'},
  {what: 'a link to a file', changes: [write('docs/link.md', 'Secret\n')], said: '`docs/link.md` is a symbolic link'},
  {what: 'behind a link', changes: [write('docs/outside/b.md')], said: '`docs/outside` is a symbolic link'},
  {what: 'above the tree', changes: [write('../b.md')], said: '`../b.md` cannot be changed by a command'},
  {what: 'above, by a detour', changes: [write('docs/../../b.md')], said: 'cannot be changed by a command'},
  {what: 'on another drive', changes: [write('c:b.md')], said: '`c:b.md` cannot be changed by a command'},
  {what: 'git’s', changes: [write('.git/hooks/pre-commit')], said: 'cannot be changed by a command'},
  {what: 'git’s, for Windows', changes: [write('.git. /hooks/pre-commit')], said: 'cannot be changed by a command'},
  {what: 'git’s, by its short name', changes: [write('GIT~1/config')], said: 'cannot be changed by a command'},
])('a file that is $what is refused, and with it every other change', async ({changes, said}) => {
  const outside = folderWith({'secret.md': 'Secret\n'});
  const folder = folderWith({'docs/a.md': 'A\n', 'docs/taken.md': 'Taken\n'});
  symlinkSync(outside, path.join(folder, 'docs/outside'));
  symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'docs/link.md'));
  const before = readTree(folder);
  const error = await failureOf(commitIn(folder, write('new/first.md'), ...changes, write('new/last.md')));
  expect(error.message).toContain(said);
  expect(error.fix).toMatch(/^[A-Z].+\.$/);
  expect(readTree(folder, NOTHING)).toEqual(before);
  expect(readTree(outside)).toEqual(readTree(folderWith({'secret.md': 'Secret\n'})));
});

test('one file changed twice in a transaction is a bug of the command', async () => {
  await expect(commitIn(folderWith({}), write('a.md'), write('a.md'))).rejects.toThrow('changed twice');
});

test('what somebody saves while the files are renamed is kept, and every other file is as it was', async () => {
  const folder = folderOf(BEFORE);
  const saved = path.join(folder, 'tools/run.sh');
  const disk = faultyDisk((call, [from]) => {
    if (call === 'rename' && from === saved) writeFileSync(saved, 'echo saved\n');
  });
  const error = await failureOf(commit(folder, REBUILDING, disk));
  expect(error.message).toContain('`tools/run.sh` was changed while the command ran');
  expect(readFileSync(saved, 'utf8')).toBe('echo saved\n');
  writeFileSync(saved, BEFORE['tools/run.sh']);
  expect(readTree(folder, NOTHING)).toEqual(readTree(folderOf(BEFORE)));
});

test('what somebody saves twice meanwhile is there twice, and nothing is written over it', async () => {
  const folder = folderOf(BEFORE);
  const saved = path.join(folder, 'tools/run.sh');
  let isMoved = false;
  const disk = faultyDisk((call, [from]) => {
    if (isMoved) writeFileSync(saved, 'echo again\n');
    isMoved = call === 'rename' && from === saved;
    if (isMoved) writeFileSync(saved, 'echo saved\n');
  });
  await failureOf(commit(folder, REBUILDING, disk));
  expect(readFileSync(saved, 'utf8')).toBe('echo again\n');
  expect(textIn(folder, '.toolkit/transaction/old/1')).toBe('echo saved\n');
});

test.each([
  {what: 'once', isLasting: false},
  {what: 'from then on', isLasting: true},
])('a disk that fails at any call, $what: all or nothing is changed, in one sentence', async ({isLasting}) => {
  const [before, after] = [readTree(folderOf(BEFORE)), readTree(folderOf(AFTER))];
  for (let nth = 1, isOver = false; !isOver; nth += 1) {
    const folder = folderOf(BEFORE);
    let calls = 0;
    const disk = faultyDisk(() => {
      calls += 1;
      if (isLasting ? calls >= nth : calls === nth) throw diskError('ENOSPC');
    });
    const error = await commit(folder, REBUILDING, disk).then(() => undefined, toTransactionError);
    isOver = calls < nth;
    if (error) {
      expect(error.message).toMatch(/^`rebuild` could not write, and .+ \(ENOSPC: no room, rename\)$/);
      expect(error.fix).toBe('Make room on the disk, and run the command again.');
    }
    const isSettled = !error?.message.includes('is not undone yet');
    if (isSettled) expect(readTree(folder), `call ${nth}`).toEqual(error ? before : after);
    const {outcome} = await recover(folder);
    const isMade = outcome === 'completed' || (outcome === 'nothing' && !error);
    expect(readTree(folder), `call ${nth}`).toEqual(isMade ? after : before);
    expect(existsSync(path.join(folder, '.toolkit/transaction'))).toBe(false);
  }
});

test.each([
  {shut: 'shut', named: 'shut/a.md'},
  {shut: '.', named: '.toolkit'},
])('the folder $shut may not be written to: one sentence names it, and nothing has changed', async ({shut, named}) => {
  const folder = folderOf(BEFORE);
  mkdirSync(path.join(folder, 'shut'));
  writeFileSync(path.join(folder, 'shut/b.md'), 'B\n');
  chmodSync(path.join(folder, shut), 0o555);
  const before = readTree(folder);
  const run = () => commitIn(folder, write('docs/index.md', BEFORE['docs/index.md']), write('shut/a.md'));
  const error = await failureOf(asOrdinaryUser(folder, run));
  expect(error.message).toMatch(/^`test` could not write, and has changed nothing \(EACCES: .+\)$/);
  expect(error.message).toContain(` \`${named}`);
  expect(error.fix).toBe('Give yourself permission to write there, and run the command again.');
  expect(readTree(folder, NOTHING)).toEqual(before);
});

test.each(['.toolkit', '.toolkit/transaction', '.toolkit/transaction/new'])(
  'a link in the place of %s takes nothing out of the tree',
  async (place) => {
    const outside = folderWith({});
    const folder = folderWith({});
    mkdirSync(path.dirname(path.join(folder, place)), {recursive: true});
    symlinkSync(outside, path.join(folder, place));
    const error = await failureOf(commitIn(folder, write('a.md')));
    expect(error.message).toContain(`\`${place}\` is a symbolic link`);
    expect(readTree(outside)).toEqual({});
  },
);

/** Root may write anywhere: as root, the work is done with another user's rights. */
async function asOrdinaryUser<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  for (const name of ['.', ...Object.keys(readTree(folder))]) chownSync(path.join(folder, name), 65534, 65534);
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

async function failureOf(work: Promise<unknown>): Promise<TransactionError> {
  return work.then(() => expect.fail('nothing was refused'), toTransactionError);
}

function toTransactionError(error: unknown): TransactionError {
  expect(error).toBeInstanceOf(TransactionError);
  return error as TransactionError;
}
