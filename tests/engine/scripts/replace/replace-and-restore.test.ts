import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {noteExample, pageExample} from '../../../../src/checks/examples/example-files.ts';
import {folderWith, noteFile, runCommand} from '../../support/run-command.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const HOMES = 'docs/priorities/homes.md';
const WORDS =
  'The parish clerk keeps 2 boats, says "the parish clerk".\n\n## The parish clerk\n\nAsk `the parish clerk`.';
const TEXT = pageExample('Homes', '', WORDS);
const FILES = {
  ...publishedFiles(),
  [HOMES]: TEXT,
  'blog/_published/2026-11-02/priorities/homes.md': TEXT,
};

const read = (cwd: string, file: string) => readFileSync(path.join(cwd, file), 'utf8');
const CLEAN = {code: 0, stdout: ''};

test('words are shown first, and replaced on live pages alone, with a note', async () => {
  const cwd = folderWith(FILES);
  const shown = await runCommand(['replace', 'parish clerk', 'flood warden'], cwd);
  expect(shown.stdout).toContain('docs/priorities/homes.md: 1 place, 3 left in a heading');
  expect(shown.stdout).toContain("run `npm run replace -- 'parish clerk' 'flood warden' --apply`");
  expect(read(cwd, HOMES)).toBe(TEXT);
  expect(await runCommand(['replace', 'parish clerk', 'flood warden', '--apply'], cwd)).toMatchObject({code: 0});
  expect(read(cwd, HOMES)).toBe(TEXT.replace('The parish clerk keeps', 'The flood warden keeps'));
  expect(read(cwd, 'blog/_published/2026-11-02/priorities/homes.md')).toBe(TEXT);
  expect(read(cwd, noteFile(cwd, 'homes'))).toContain('"parish clerk" is now "flood warden" on the page "Homes".');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject(CLEAN);
});

test('words are replaced in the facts that readers see, and not in addresses', async () => {
  const facts =
    'sources:\n  - {title: Papers of the parish clerk, publisher: Upper Ford, url: "https://ford.example/parish%20clerk"}\n';
  const page = pageExample('Homes', facts, WORDS);
  const cwd = folderWith({...FILES, [HOMES]: page, 'blog/_published/2026-11-02/priorities/homes.md': page});
  expect(await runCommand(['replace', 'parish clerk', 'flood warden', '--apply'], cwd)).toMatchObject({code: 0});
  expect(read(cwd, HOMES)).toContain(facts.replace('parish clerk', 'flood warden'));
  // In brackets, a comma would begin another fact.
  expect((await runCommand(['replace', 'Upper Ford', 'Ford, upper'], cwd)).code).toBe(1);
});

test('the note of a command covers what the command changed, and nothing else', async () => {
  const cwd = folderWith({
    ...FILES,
    [HOMES]: TEXT.replace('Ask `', 'It has 40 oars. Ask `'),
    'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n'),
  });
  const {stdout} = await runCommand(['replace', '2 boats', '3 boats', '--apply'], cwd);
  const note = noteFile(cwd, 'homes');
  expect(stdout).toContain(`read \`${note}\``);
  expect(read(cwd, note)).toContain('covers:\n  - figure 2 -> 3\n---');
});

test('a figure that is replaced is covered by the note, and no word is replaced within another', async () => {
  const cwd = folderWith(FILES);
  expect(await runCommand(['replace', '2 boats', '3 boats', '--apply'], cwd)).toMatchObject({code: 0});
  expect(read(cwd, noteFile(cwd, 'homes'))).toContain('significance: major');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject(CLEAN);
  expect(await runCommand(['replace', 'paris', 'Rome'], cwd)).toMatchObject({code: 1});
});

test('a change that waits is undone with its note', async () => {
  const cwd = folderWith({
    ...FILES,
    [HOMES]: TEXT.replace('2 boats', '3 boats'),
    'docs/index.md': pageExample('Start', '', 'Other words.'),
    'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n').replace(
      'The figure for 2024 was put right.',
      'A village keeps 3 boats.',
    ),
    'blog/_pending/both.md': noteExample('pages: [priorities/homes, index]\n'),
  });
  expect(await runCommand(['restore', 'priorities/homes'], cwd)).toMatchObject({code: 0, stderr: ''});
  expect(read(cwd, HOMES)).toBe(TEXT);
  expect(existsSync(path.join(cwd, 'blog/_pending/homes.md'))).toBe(false);
  expect(read(cwd, 'blog/_pending/both.md')).toContain('pages: [index]');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject(CLEAN);
});

test('what may change without a note stays when a change that waits is undone', async () => {
  const rows = '| Figure | What it counts | Year |\n| --- | --- | --- |\n| 2 | boats | 2024 |';
  const facts = 'sources: [{title: Papers, publisher: Ford, url: "https://ford.example/"}]\n';
  const published = pageExample('Homes', facts, rows);
  const managed = published.replace('12 months', '2 years').replace('sources:', 'key_figures:\n  - "2"\nsources:');
  const waiting = managed.replace('title: Homes', 'title: Houses').replace('| 2 |', '| 3 |').replace('"2"', '"3"');
  const cwd = folderWith({...FILES, [HOMES]: waiting, 'blog/_published/2026-11-02/priorities/homes.md': published});
  await runCommand(['restore', 'priorities/homes'], cwd);
  expect(read(cwd, HOMES)).toBe(managed);
});

test('the change of an update is undone by a correction, and later changes stay', async () => {
  const cwd = folderWith(FILES);
  const publish = async (text: string, note: string) => {
    writeFileSync(path.join(cwd, HOMES), text);
    await runCommand(['new', 'note', '--significance', 'major', '--note', note, '--covers', 'all'], cwd);
    expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0, stderr: ''});
  };
  const wrong = TEXT.replace('2 boats', '30 boats');
  await publish(wrong, 'A village keeps 30 boats in its shed.');
  const later = wrong.replace('Ask `', 'Always ask `');
  await publish(later, 'The page says whom to ask, and always.');
  expect(await runCommand(['restore', 'priorities/homes', '--update', '2026-11-24'], cwd)).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(read(cwd, HOMES)).toBe(TEXT.replace('Ask `', 'Always ask `'));
  const note = read(cwd, noteFile(cwd, 'homes'));
  expect(note).toContain('kind: correction');
  expect(note).toContain('corrects: 2026-11-24#1');
  expect(note).toContain('note: The page "Homes" says "2" again, and not "30".\n');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject(CLEAN);
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0, stderr: ''});
  expect(await runCommand(['restore', 'priorities/homes', '--update', '2026-11-02'], cwd)).toMatchObject({code: 1});
});
