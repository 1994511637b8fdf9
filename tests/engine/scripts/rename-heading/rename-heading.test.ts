import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {checkModel} from '../../../../src/checks/rule-set.ts';
import {loadToolkit} from '../../../../src/fs/load-toolkit.ts';
import {reviewStandings} from '../../../../src/model/reviews/review-standings.ts';
import {readTree} from '../../fs/transaction/trees.ts';
import {folderWith, noteFile, runCommand} from '../../support/run-command.ts';
import {linkedFiles} from '../../support/toolkits/linked-toolkit.ts';

const PAGE = 'docs/approaches/wardens.md';
const read = (cwd: string, file: string) => readFileSync(path.join(cwd, file), 'utf8');
const TREE = /^\.toolkit|^blog\/_pending$/;

async function renamed(words: string[], files = linkedFiles()) {
  const cwd = folderWith(files);
  const outcome = await runCommand(['rename-heading', ...words], cwd);
  expect(outcome).toMatchObject({code: 0, stderr: ''});
  return {cwd, ...outcome};
}

test('a heading has new words, every link leads to it, and its old anchor lives on', async () => {
  const {cwd, stdout} = await renamed(['approaches/wardens#tasks', 'What wardens *do*']);
  expect(stdout).toContain('/toolkit/approaches/wardens/#tasks now links to "What wardens do"');
  expect(read(cwd, PAGE)).toBe(
    String(linkedFiles()[PAGE])
      .replace('## Tasks', '## What wardens *do*')
      .replace('[below](#tasks)', '[below](#what-wardens-do)')
      .replace(/\n---\n/, '\nformer_headings:\n  tasks: what-wardens-do\n---\n'),
  );
  expect(read(cwd, 'docs/priorities/homes.md')).toBe(
    String(linkedFiles()['docs/priorities/homes.md']).replaceAll('#tasks', '#what-wardens-do'),
  );
  expect(read(cwd, 'docs/approaches/boats.md')).toContain('(wardens.md#what-wardens-do)');
  expect(read(cwd, noteFile(cwd, 'wardens'))).toContain(
    'note: The section "Tasks" is now called "What wardens do". Links to it lead there as before.\n',
  );
  expect(read(cwd, noteFile(cwd, 'links'))).toContain('  - approaches/boats\n  - priorities/homes\n');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0, stdout: ''});
});

test('renamed twice, the anchor that readers know leads straight to the heading, and the note names what they knew', async () => {
  const {cwd} = await renamed(['approaches/wardens#tasks', 'Duties']);
  expect(await runCommand(['rename-heading', 'approaches/wardens#duties', 'Work'], cwd)).toMatchObject({code: 0});
  expect(read(cwd, PAGE)).toContain('former_headings:\n  tasks: work\n---\n');
  expect(read(cwd, noteFile(cwd, 'wardens'))).toContain('"Tasks" is now called "Work"');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0, stdout: ''});
  expect(await runCommand(['rename-heading', 'approaches/wardens#work', 'Tasks'], cwd)).toMatchObject({code: 0});
  expect(readTree(cwd, TREE)).toEqual(readTree(folderWith(linkedFiles()), TREE));
});

test('once published, going back keeps both anchors', async () => {
  const {cwd} = await renamed(['approaches/wardens#tasks', 'Duties']);
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0, stderr: ''});
  expect(await runCommand(['rename-heading', 'approaches/wardens#duties', 'Tasks'], cwd)).toMatchObject({code: 0});
  expect(read(cwd, PAGE)).toContain('former_headings:\n  duties: tasks\n---\n');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0, stdout: ''});
});

test('renamed by hand: the check names the command, and the command does what is left', async () => {
  const by = await renamed(['approaches/wardens#tasks', 'Duties']);
  const cwd = folderWith(linkedFiles());
  writeFileSync(path.join(cwd, PAGE), read(cwd, PAGE).replace('## Tasks', '## Duties'));
  const {stdout} = await runCommand(['check', '--model'], cwd);
  expect(stdout).toContain('Run `npm run rename-heading -- "approaches/wardens#tasks" "Duties"`');
  const note = read(by.cwd, noteFile(by.cwd, 'wardens'));
  expect(await runCommand(['rename-heading', 'approaches/wardens#tasks', 'Duties'], cwd)).toMatchObject({
    code: 0,
    stderr: '',
  });
  // What was changed by hand is told by hand.
  expect((await runCommand(['check', '--model'], cwd)).stdout).toMatch(/^Must be fixed \(1\)\n.*\[require-note\]/);
  writeFileSync(path.join(cwd, noteFile(by.cwd, 'wardens')), note);
  expect(readTree(cwd)).toEqual(readTree(by.cwd));
});

test('a section that is gone lets its address lead to one that stands', async () => {
  const cwd = folderWith(linkedFiles());
  writeFileSync(path.join(cwd, PAGE), read(cwd, PAGE).replace('## Costs\n\nNothing.\n', ''));
  const {stdout} = await runCommand(['check', '--model'], cwd);
  expect(stdout).toContain('expected a change note about it');
  expect(stdout).not.toContain('rename-heading');
  await runCommand(['rename-heading', 'approaches/wardens#costs', 'Tasks'], cwd);
  expect(read(cwd, PAGE)).toContain('former_headings:\n  costs: tasks\n');
});

const TWICE = {...linkedFiles(), [PAGE]: `${linkedFiles()[PAGE]}\n## Tasks\n\nThey sleep.\n`};

test('of two headings with the same words the last may be renamed, and the first not before it', async () => {
  const cwd = folderWith(TWICE);
  const {code, stderr} = await runCommand(['rename-heading', 'approaches/wardens#tasks', 'Duties'], cwd);
  expect({code, stderr}).toMatchObject({code: 2, stderr: expect.stringContaining('Rename `#tasks-1` first')});
  await renamed(['approaches/wardens#tasks-1', 'Duties'], TWICE);
});

test.each([
  {words: ['approaches/wardens', 'Duties'], said: 'expected a page with `#`', fix: 'npm run rename-heading'},
  {words: ['approaches/wardens#tasks'], said: 'expected a page with `#`', fix: 'npm run rename-heading'},
  {
    words: ['approaches/wardns#tasks', 'Duties'],
    said: 'no page has the id `approaches/wardns`',
    fix: 'Write `approaches/wardens`',
  },
  {
    words: ['approaches/wardens#Tasks', 'Duties'],
    said: 'has no heading `#Tasks`',
    fix: 'Write `approaches/wardens#tasks`',
  },
  {
    words: ['approaches/wardens#taks', 'Duties'],
    said: 'expected `#tasks` or `#costs`',
    fix: 'Write `approaches/wardens#tasks`',
  },
  {words: ['approaches/wardens#tasks', 'Tasks'], said: 'is already called `Tasks`', fix: 'npm run rename-heading'},
  {
    words: ['approaches/wardens#tasks', 'costs'],
    said: 'another heading of the page is called `Costs`',
    fix: 'Choose another name',
  },
  {words: ['approaches/wardens#tasks', 'Two\n\nlines'], said: 'would not be a heading', fix: 'npm run rename-heading'},
  {words: ['approaches/wardens#tasks', ' '], said: 'an empty argument given', fix: 'rename-heading --help'},
])('rename-heading $words is refused with what to do, and nothing is written', async ({words, said, fix}) => {
  const cwd = folderWith(linkedFiles());
  const before = readTree(cwd);
  const {code, stderr} = await runCommand(['rename-heading', ...words], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).toContain(fix);
  expect(readTree(cwd)).toEqual(before);
});

test('a check of the page tells of the new heading; checks of pages that link to it hold as before', async () => {
  const {cwd} = await renamed(['approaches/wardens#tasks', 'Duties']);
  const toolkit = await loadToolkit(cwd);
  const standings = reviewStandings(toolkit, '2026-11-24').filter(({review}) => review);
  expect(standings.map(({page, changedSince}) => [page.id, changedSince])).toEqual([
    ['approaches/wardens', {}],
    ['priorities/homes', undefined],
  ]);
  const ofRecords = checkModel(toolkit, '2026-11-24').filter((problem) => problem.path.startsWith('ledgers/reviews/'));
  expect(ofRecords).toEqual([]);
});
