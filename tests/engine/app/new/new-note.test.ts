import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {updateExample} from '../../../../src/rules/examples/example-files.ts';
import {editFile, folderWith, noteFile, notesIn, runCommand} from '../../support/run-command.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const HOMES = 'docs/priorities/homes.md';
const NOTE = 'The village keeps 3 boats in the shed, and kept 2.';

/** A toolkit whose pages were published on 2 November, and have not changed since. */
function published(changes: Record<string, string> = {}): string {
  const homes = page('Homes').replace('Words.', 'Keep 2 boats in the shed.');
  return folderWith({
    ...soundFiles(),
    [HOMES]: homes,
    'blog/_published/2026-11-02/index.md': page('Start'),
    'blog/_published/2026-11-02/priorities/homes.md': homes,
    ...changes,
  });
}

function change(folder: string): void {
  editFile(folder, HOMES, '2 boats', '3 boats');
}

test('a change is told in words, and its note names the feedback that it answers and makes the check pass', async () => {
  const folder = published();
  change(folder);
  expect((await runCommand(['check'], folder)).stdout).toContain('page has changed (1 figure changed)');
  const write = (answers: string) =>
    runCommand(['new', 'note', '--significance', 'major', '--note', NOTE, '--answers', answers], folder);
  expect(await write('12, twelve')).toMatchObject({code: 2, stderr: expect.stringContaining('`--answers')});
  const {code, stdout} = await write('12, 15');
  expect(code).toBe(0);
  expect(stdout).toContain('Changed: paragraph at the top of the page: "2" is now "3"');
  const note = {kind: 'content-changed', significance: 'major', note: NOTE, answers: [12, 15]};
  expect(notesIn(folder, HOMES)).toEqual([note]);
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0, stdout: ''});
  // A later change of words, which the waiting note seems to cover.
  editFile(folder, HOMES, 'in the shed', 'in the barn');
  const again = ['new', 'note', '--significance', 'minor', '--note', 'The boats are in the barn now.'];
  expect(await runCommand(again, folder)).toMatchObject({code: 1, stderr: expect.stringContaining('`--pages`')});
  expect(await runCommand([...again, '--pages', 'priorities/homes'], folder)).toMatchObject({code: 0});
  expect(notesIn(folder, HOMES)).toHaveLength(2);
});

test('what the note does not state is confirmed, or needs a reason', async () => {
  const folder = published();
  const file = path.join(folder, HOMES);
  writeFileSync(file, `${readFileSync(file, 'utf8').replace('2 boats', '3 boats')}\n## Pumps\n\nOil them.\n`);
  const words = ['--significance', 'major', '--note', 'The page says what a shed has to hold.'];
  const changed = readFileSync(file, 'utf8');
  expect(await runCommand(['new', 'note', ...words], folder)).toMatchObject({code: 0});
  const {stdout: uncovered} = await runCommand(['check'], folder);
  expect(uncovered).toContain('note does not cover 2 changes of `priorities/homes`');
  writeFileSync(file, changed);
  expect(await runCommand(['new', 'note', ...words, '--covers', 'Figure 2 -> 3'], folder)).toMatchObject({code: 0});
  expect(notesIn(folder, HOMES)).toMatchObject([{covers: ['figure 2 -> 3']}]);
  const reason = `not_told: [{change: 'section added "Pumps"', why: It was on the page on sheds.}]`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^( +)covers:/m, `$1${reason}\n$&`));
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0, stdout: ''});
  writeFileSync(file, readFileSync(file, 'utf8').replace('3 boats', '4 boats'));
  const {code, stdout} = await runCommand(['check'], folder);
  expect(code).toBe(1);
  expect(stdout).toContain('note does not cover 1 change of `priorities/homes`');
  expect(stdout).toContain('        covers:\n          - figure 2 -> 4');
});

test('a second note of a page is a second item', async () => {
  const folder = published();
  change(folder);
  const write = (note: string) => runCommand(['new', 'note', '--significance', 'major', '--note', note], folder);
  await write(NOTE);
  editFile(folder, HOMES, 'Keep 3 boats', 'Keep 4 boats');
  const second = NOTE.replace('3 boats', '4 boats');
  expect((await write(second)).stdout).toContain(`Readers see it in addition to what waits in ${HOMES}.`);
  expect(notesIn(folder, HOMES)).toMatchObject([{note: NOTE}, {note: second}]);
});

test('a note about several pages has a file of its own', async () => {
  const folder = published({'docs/boats.md': page('Boats'), 'docs/priorities/boats.md': page('More boats')});
  const words = ['--significance', 'major', '--note', 'Two pages tell how to keep a boat, and how to row it.'];
  expect(await runCommand(['new', 'note', ...words], folder)).toMatchObject({code: 0});
  expect(readFileSync(path.join(folder, noteFile(folder, 'boats')), 'utf8')).toContain(
    'kind: page-added\nsignificance: major\npages:\n  - boats\n  - priorities/boats\n',
  );
});

test.each([
  [[], 'fix: Write `--significance major`: `priorities/homes` changes `figure 2 -> 3`.'],
  [['--significance', 'major'], '`--note` is missing'],
  [['--significance', 'major', '--note', NOTE, '--pages', 'index'], 'option `--pages` names `index`'],
])('%j is refused with what to do, and nothing is written', async (options, said) => {
  const folder = published();
  change(folder);
  const {code, stderr} = await runCommand(['new', 'note', ...options], folder);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect((await runCommand(['check'], folder)).stdout).toContain('[require-note]');
});

test('a change of words alone may be minor, and nobody is told that it must be major', async () => {
  const folder = published();
  editFile(folder, HOMES, 'in the shed', 'in the old shed');
  const missing = await runCommand(['new', 'note', '--note', NOTE], folder);
  expect(missing.stderr).toContain('fix: Add it. No figure, date or duty changed, so it can be either.');
  expect(await runCommand(['new', 'note', '--significance', 'minor', '--note', NOTE], folder)).toMatchObject({code: 0});
  expect((await runCommand(['check'], folder)).stdout).not.toContain('no-wrong-note');
});

test('a page that is gone needs more than a note: the check names the command', async () => {
  const folder = published({'blog/_published/2026-11-02/boats.md': page('Boats')});
  expect((await runCommand(['check'], folder)).stdout).toContain('Run `npm run withdraw -- boats --why "..."`');
  const {code, stderr} = await runCommand(['new', 'note', '--note', 'The page on boats is gone.'], folder);
  expect(code).toBe(1);
  expect(stderr).toContain('`npm run withdraw` write their own notes');
});

test('a correction may be of an update alone, and names the pages that it was about', async () => {
  const folder = published({'blog/2026-11-02.md': updateExample('2026-11-02', 'index, priorities/homes')});
  const words = ['--corrects', '2026-11-02', '--note', 'The update of 2 November named the wrong shed.'];
  expect((await runCommand(['new', 'note', ...words, '--pages', 'boats'], folder)).stderr).toContain('names `boats`');
  const wrong = words.map((word) => (word === '2026-11-02' ? '2026-11-20' : word));
  const other = published({'blog/2026-11-02.md': updateExample('2026-11-02', 'index, priorities/homes')});
  await runCommand(['new', 'note', ...wrong, '--pages', 'priorities/homes'], other);
  expect((await runCommand(['check'], other)).stdout).toContain('update `2026-11-20` does not exist, expected');
  expect((await runCommand(['new', 'note', ...words], folder)).code).toBe(0);
  const note = readFileSync(path.join(folder, noteFile(folder, 'index')), 'utf8');
  expect(note).toContain('kind: correction\nsignificance: major\npages:\n  - index\n  - priorities/homes\n');
  expect(note).toContain('corrects: 2026-11-02\n');
});

test('a correction is about the changed pages without a note, if it names no others', async () => {
  const folder = published({'blog/2026-11-02.md': updateExample('2026-11-02', 'index, priorities/homes')});
  change(folder);
  const options = ['--kind', 'correction', '--corrects', '2026-11-02', '--note', NOTE];
  expect(await runCommand(['new', 'note', ...options], folder)).toMatchObject({code: 0, stderr: ''});
  expect(notesIn(folder, HOMES)).toMatchObject([{kind: 'correction', corrects: '2026-11-02'}]);
});

test('a page that moved and changed is not new', async () => {
  const homes = page('Homes').replace('Words.', 'Keep 3 boats in the shed.');
  const folder = published({
    'docs/priorities/houses.md': homes.replace('---\n', '---\nredirect_from: [/toolkit/priorities/homes/]\n'),
  });
  rmSync(path.join(folder, HOMES));
  const written = await runCommand(['new', 'note', '--significance', 'major', '--note', NOTE], folder);
  expect(written).toMatchObject({code: 0, stderr: ''});
  const file = path.join(folder, 'docs/priorities/houses.md');
  const note = readFileSync(file, 'utf8');
  expect(note).toContain('kind: content-changed\n');
  writeFileSync(file, note.replace('content-changed', 'page-added'));
  expect((await runCommand(['check', '--model'], folder)).stdout).toContain(
    '`kind` is `page-added`, but `priorities/houses` was published before',
  );
});

test('a page whose file cannot be read has not stayed as it was: it is named', async () => {
  const folder = published();
  editFile(folder, HOMES, 'title:', 'title: [');
  const refused = {
    code: 2,
    stderr: expect.stringMatching(/^`docs\/priorities\/homes\.md` cannot be read, .+\n {2}fix: /),
  };
  expect(await runCommand(['new', 'note'], folder)).toMatchObject(refused);
  expect(await runCommand(['new', 'note', '--pages', 'priorities/homes'], folder)).toMatchObject(refused);
  editFile(folder, 'docs/index.md', 'Words.', 'Other words.');
  const other = await runCommand(['new', 'note', '--significance', 'major', '--note', NOTE], folder);
  expect(other).toMatchObject({code: 0, stderr: expect.stringContaining('\n  docs/priorities/homes.md\n')});
});

test('where nothing has changed there is nothing to note', async () => {
  const {code, stderr} = await runCommand(['new', 'note'], published());
  expect(code).toBe(1);
  expect(stderr).toContain('fix: Change a page first');
});
