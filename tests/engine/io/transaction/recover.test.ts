import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {commit, recover} from '../../../../src/io/transaction/commit.ts';
import {TransactionError} from '../../../../src/io/transaction/tree.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {CONFIG_FILES} from '../../support/toolkits/sound-toolkit.ts';
import {diskError, faultyDisk} from './faulty-disk.ts';
import {leftIn} from './left-in.ts';
import {AFTER, BEFORE, REBUILDING} from './rebuilding.ts';
import {folderOf, NOTHING, readTree} from './trees.ts';

/** Interrupted when `docs/index.md` was in its new place, and no other file. */
const interrupted = () => leftIn('journal', 2);

test('where nothing was interrupted there is nothing to recover, and nothing is written', async () => {
  const folder = folderOf(BEFORE);
  expect(await recover(folder)).toEqual({outcome: 'nothing'});
  expect(readTree(folder, NOTHING)).toEqual(readTree(folderOf(BEFORE)));
});

test('what is recovered bears the name of the command', async () => {
  expect(await recover(await interrupted())).toEqual({outcome: 'completed', command: 'rebuild'});
  expect(await recover(await leftIn('draft'))).toEqual({outcome: 'undone', command: 'rebuild'});
});

test('what can no longer be completed is undone', async () => {
  const folder = await interrupted();
  const disk = faultyDisk((call, [, to]) => {
    if (call === 'rename' && `${to}`.endsWith('versions.json')) throw diskError('EACCES');
  });
  expect(await recover(folder, disk)).toEqual({outcome: 'undone', command: 'rebuild'});
  expect(readTree(folder, NOTHING)).toEqual(readTree(folderOf(BEFORE)));
});

test('nothing is committed while an interrupted command waits to be ended', async () => {
  const folder = await interrupted();
  const left = readTree(folder, /lock-/);
  await expect(commit(folder, REBUILDING)).rejects.toThrow('`rebuild` was interrupted, expected it to be completed');
  expect(readTree(folder, /lock-/)).toEqual(left);
});

test.each([
  {what: 'one file that was to be changed', edited: ['tools/run.sh'], outcome: 'undone', base: BEFORE},
  {what: 'one file that had been changed', edited: ['docs/index.md'], outcome: 'completed', base: AFTER},
  {what: 'one file that was to be removed', edited: ['docs/old/gone.md'], outcome: 'undone', base: BEFORE},
  {what: 'one file that was to be written', edited: ['versions.json'], outcome: 'undone', base: BEFORE},
])('somebody edits $what after an interruption: $outcome, and the edit is kept', async ({edited, outcome, base}) => {
  const [folder, expected] = [await interrupted(), folderOf(base)];
  for (const file of edited) {
    writeFileSync(path.join(folder, file), 'Edited\n');
    writeFileSync(path.join(expected, file), 'Edited\n');
  }
  expect(await recover(folder)).toEqual({outcome, command: 'rebuild'});
  expect(readTree(folder)).toEqual(readTree(expected));
});

test.each(['tools/run.sh', 'docs/old/gone.md'])('what is saved into %s just before an end is kept', async (file) => {
  const folder = folderOf(BEFORE);
  const saved = path.join(folder, file);
  let isDead = false;
  const disk = faultyDisk((call, [from]) => {
    if (isDead) throw diskError('EIO');
    isDead = call === 'rename' && from === saved;
    if (isDead) writeFileSync(saved, 'Saved\n');
  });
  await expect(commit(folder, REBUILDING, disk)).rejects.toThrow('is not undone yet');
  expect(existsSync(saved)).toBe(false);
  expect(await recover(folder)).toEqual({outcome: 'undone', command: 'rebuild'});
  expect(readTree(folder)).toEqual({...readTree(folderOf(BEFORE)), [file]: expect.stringMatching(/ U2F2ZWQK$/)});
});

test('somebody puts everything back after an interruption: it stays as they put it', async () => {
  const folder = await interrupted();
  writeFileSync(path.join(folder, 'docs/index.md'), BEFORE['docs/index.md']);
  expect(await recover(folder)).toEqual({outcome: 'undone', command: 'rebuild'});
  expect(readTree(folder)).toEqual(readTree(folderOf(BEFORE)));
});

test('edits that can be kept neither way are named, and recovery goes on when they are out of the way', async () => {
  const folder = await interrupted();
  const edited = ['docs/index.md', 'tools/run.sh'];
  for (const file of edited) writeFileSync(path.join(folder, file), 'Edited\n');
  const error = await recover(folder).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(TransactionError);
  expect((error as TransactionError).message).toContain('`docs/index.md` has changed since a command was interrupted');
  for (const file of edited) expect(textIn(folder, file)).toBe('Edited\n');
  renameSync(path.join(folder, 'docs/index.md'), path.join(folder, 'mine.md'));
  expect(await recover(folder)).toEqual({outcome: 'undone', command: 'rebuild'});
  expect(textIn(folder, 'docs/index.md')).toBe(BEFORE['docs/index.md']);
  expect(textIn(folder, 'tools/run.sh')).toBe('Edited\n');
  expect(textIn(folder, 'mine.md')).toBe('Edited\n');
});

test.each([
  {what: 'half a journal', text: '{"command": "rebu', said: 'cannot be understood, expected the journal'},
  {what: 'a path out of the tree', text: journalOf('../out.md'), said: 'cannot be understood, expected the journal'},
  {what: 'a hook of git', text: journalOf('.git/hooks/pre-commit'), said: 'cannot be understood'},
  {what: 'a path behind a link', text: journalOf('link/out.md'), said: '`link` is a symbolic link'},
])('a journal with $what is not followed', async ({text, said}) => {
  const outside = folderWith({});
  const own = '.toolkit/transaction';
  const folder = folderWith({[`${own}/journal.json`]: text, [`${own}/new/0`]: 'Planted\n'});
  mkdirSync(path.join(folder, own, 'old'));
  symlinkSync(outside, path.join(folder, 'link'));
  const before = readTree(folder, /lock-/);
  await expect(recover(folder)).rejects.toThrow(said);
  expect(readTree(folder, /lock-/)).toEqual(before);
  expect(readdirSync(outside)).toEqual([]);
});

test('a command that writes first says how an interrupted one ended; others leave it alone', async () => {
  const folder = await leftIn('draft');
  for (const [file, text] of Object.entries(CONFIG_FILES)) writeFileSync(path.join(folder, file), text);
  await runCommand(['preview', '--port', 'none'], folder);
  expect(existsSync(path.join(folder, '.toolkit'))).toBe(true);
  const {code, stdout, stderr} = await runCommand(['generate'], folder);
  expect(stderr).toBe('`rebuild` was interrupted: every file is as it was before\n');
  expect(stdout).toContain('wrote ');
  expect(code).toBe(0);
  expect((await runCommand(['generate'], folder)).stderr).toBe('');
});

test('a refusal is a sentence and a repair, and no stack', async () => {
  const folder = await interrupted();
  rmSync(path.join(folder, '.toolkit/transaction/journal.json'));
  writeFileSync(path.join(folder, '.toolkit/transaction/journal.json'), 'x');
  const {code, stderr} = await runCommand(['generate'], folder);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^`\.toolkit\/transaction\/journal\.json` cannot be understood, .+\n {2}fix: See .+\.\n$/);
});

function journalOf(file: string): string {
  return JSON.stringify({command: 'x', files: [{path: file, before: null, after: '0'.repeat(64)}]});
}
