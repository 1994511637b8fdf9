import {rmSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {withNotes} from '../../../src/content/markdown/edit/note-places.ts';
import {readTree} from '../io/transaction/trees.ts';
import {folderWith, notesIn, runCommand, textIn} from '../support/run-command.ts';
import {linkedFiles} from '../support/toolkits/linked-toolkit.ts';
import {CTRL_C, ENTER, typeAnswers} from '../support/type-answers.ts';

const WHY = 'The wardens have gone home, and nobody took their place.';
const PAGE = 'docs/approaches/wardens.md';
const NOTICE = `withdrawn:\n  on: 2026-11-24\n  why: ${WHY}\n  replaced_by: priorities/homes\n`;
const NOTE = {
  kind: 'page-withdrawn',
  significance: 'major',
  note: 'The page "Wardens" is out of date and was withdrawn. It stays at its address.',
  why: WHY,
  what_to_do: 'Read "Homes" instead.',
};
const withoutNotes = (text: string) => withNotes({text}, []);
const OPTIONS = ['--why', WHY, '--replaced-by', 'priorities/homes'];

test('a page keeps its words, says why it no longer holds, and has a note', async () => {
  const cwd = folderWith(linkedFiles());
  const {code, stdout, stderr} = await runCommand(['withdraw', 'approaches/wardens', ...OPTIONS], cwd);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toContain('it stays at /toolkit/approaches/wardens/, with the reason at its top');
  expect(withoutNotes(textIn(cwd, PAGE))).toBe(String(linkedFiles()[PAGE]).replace(/\n---\n/, `\n${NOTICE}---\n`));
  expect(notesIn(cwd, PAGE)).toEqual([NOTE]);
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0, stdout: ''});
});

test('taken back once readers know of it, a note says that the page holds again', async () => {
  const cwd = folderWith(linkedFiles());
  await runCommand(['withdraw', 'approaches/wardens', ...OPTIONS], cwd);
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0, stderr: ''});
  expect(await runCommand(['withdraw', 'approaches/wardens', '--undo'], cwd)).toMatchObject({code: 0});
  expect(textIn(cwd, PAGE)).toContain('The page "Wardens" is current again');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0});
  // Withdrawn again with the same words, it is as readers know it, and nothing is left to tell them.
  expect(await runCommand(['withdraw', 'approaches/wardens', ...OPTIONS], cwd)).toMatchObject({code: 0, stderr: ''});
  expect(notesIn(cwd, PAGE)).toEqual([]);
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0});
});

test('a page that somebody deleted comes back as it was published, and the check names the command', async () => {
  const cwd = folderWith({...linkedFiles(), [PAGE]: 'Words that nobody published.\n'});
  rmSync(path.join(cwd, PAGE));
  expect((await runCommand(['check', '--model'], cwd)).stdout).toContain(
    'Run `npm run withdraw -- approaches/wardens --why "..."`',
  );
  expect(await runCommand(['withdraw', 'approaches/wardens', ...OPTIONS], cwd)).toMatchObject({code: 0, stderr: ''});
  expect(withoutNotes(textIn(cwd, PAGE))).toBe(String(linkedFiles()[PAGE]).replace(/\n---\n/, `\n${NOTICE}---\n`));
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0, stdout: ''});
});

test.each([
  {
    words: ['approaches/wardns', '--why', WHY],
    said: 'no page has the id `approaches/wardns`',
    fix: 'Write `approaches/wardens`',
  },
  {words: ['approaches/boats', '--why', WHY], said: 'was withdrawn on 2026-11-01', fix: '--undo'},
  {
    words: ['approaches/wardens', '--undo', '--why', WHY],
    said: '`--undo` given with other options',
    fix: 'Leave the other',
  },
  {
    words: ['approaches/wardens', '--why', 'Gone.'],
    said: 'not one sentence of at least 10 characters',
    fix: 'Add `--why',
  },
  {
    words: ['approaches/wardens', '--why', WHY, '--replaced-by', 'approaches/wardens'],
    said: 'names the page itself',
    fix: 'Name another',
  },
  {
    words: ['approaches/wardens', '--why', WHY, '--replaced-by', 'approaches/boats'],
    said: '`approaches/boats` was withdrawn itself',
    fix: '--replaced-by approaches/wardens',
  },
  {words: ['index', '--why', WHY], said: '`index` is the front page', fix: 'Change its text'},
  {
    words: ['priorities/new', '--why', WHY],
    said: '`priorities/new` was never published',
    fix: 'Delete `docs/priorities/new.md`',
  },
])('withdraw $words is refused with what to do, and nothing is written', async ({words, said, fix}) => {
  const cwd = folderWith({
    ...linkedFiles(),
    'docs/priorities/new.md': String(linkedFiles()['docs/index.md']).replace('Start', 'New'),
  });
  const before = readTree(cwd);
  const {code, stderr} = await runCommand(['withdraw', ...words], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).toContain(fix);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readTree(cwd)).toEqual(before);
});

test('at a terminal the reason and the page to read instead are asked for', async () => {
  const cwd = folderWith(linkedFiles());
  const terminal = typeAnswers([
    ['Why is it out of date?', WHY + ENTER],
    ['Which page should they read instead?', `docs/priorities/homes.md${ENTER}`],
  ]);
  expect(await runCommand(['withdraw', 'approaches/wardens'], cwd, terminal)).toMatchObject({code: 0, stderr: ''});
  expect(terminal.left).toEqual([]);
  expect(textIn(cwd, PAGE)).toContain(NOTICE);
});

test('a question that is broken off changes nothing', async () => {
  const cwd = folderWith(linkedFiles());
  const before = readTree(cwd);
  const terminal = typeAnswers([['Why is it out of date?', CTRL_C]]);
  const {code, stderr} = await runCommand(['withdraw', 'approaches/wardens'], cwd, terminal);
  expect(code).toBe(2);
  expect(stderr).toContain('nothing was changed');
  expect(readTree(cwd)).toEqual(before);
});
