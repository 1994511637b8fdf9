import {globSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {updateExample} from '../../../../src/checks/examples/example-files.ts';
import {folderWith, noteFile, runCommand} from '../../support/run-command.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';
import {ENTER, SPACE, typeAnswers} from '../../support/type-answers.ts';

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
  const file = path.join(folder, HOMES);
  writeFileSync(file, readFileSync(file, 'utf8').replace('2 boats', '3 boats'));
}

test('a note names the feedback that it answers, by its numbers', async () => {
  const folder = published();
  change(folder);
  const write = (answers: string) =>
    runCommand(['new', 'note', '--significance', 'major', '--note', NOTE, '--answers', answers], folder);
  const refused = await write('12, twelve');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('`--answers');
  expect(await write('12, 15')).toMatchObject({code: 0});
  expect(readFileSync(path.join(folder, noteFile(folder, 'homes')), 'utf8')).toContain('answers:\n  - 12\n  - 15\n');
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0, stdout: ''});
});

test('a change is told in words, and its note makes the check pass', async () => {
  const folder = published();
  change(folder);
  expect((await runCommand(['check'], folder)).stdout).toContain('page has changed (1 figure changed)');
  const {code, stdout} = await runCommand(['new', 'note', '--significance', 'major', '--note', NOTE], folder);
  expect(code).toBe(0);
  expect(stdout).toContain('Changed: paragraph at the top of the page: "2" is now "3"');
  expect(readFileSync(path.join(folder, noteFile(folder, 'homes')), 'utf8')).toBe(
    `---\nkind: content-changed\nsignificance: major\npages:\n  - priorities/homes\nnote: ${NOTE}\n---\n`,
  );
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0, stdout: ''});
});

test('at a terminal, what the options do not say is asked', async () => {
  const folder = published();
  change(folder);
  const terminal = typeAnswers([
    ['What do you want to write?', `\u001B[A${ENTER}`],
    ['What changed?', `Short${ENTER}`],
    ['expected at least 20 characters', `${'\u007F'.repeat(5)}${NOTE}${ENTER}`],
  ]);
  expect(await runCommand(['new'], folder, terminal), terminal.shown()).toMatchObject({code: 0, stderr: ''});
  expect(readFileSync(path.join(folder, noteFile(folder, 'homes')), 'utf8')).toBe(
    `---\nkind: content-changed\nsignificance: major\npages:\n  - priorities/homes\nnote: ${NOTE}\n---\n`,
  );
});

test('what the note does not state is confirmed, or needs a reason', async () => {
  const folder = published();
  const file = path.join(folder, HOMES);
  writeFileSync(file, `${readFileSync(file, 'utf8').replace('2 boats', '3 boats')}\n## Pumps\n\nOil them.\n`);
  const words = ['--significance', 'major', '--note', 'The page says what a shed has to hold.'];
  const refused = await runCommand(['new', 'note', ...words], folder);
  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('cover `figure 2 -> 3`, `section added "Pumps"`'),
  });
  const options = ['--covers', 'Figure 2 -> 3', '--not-told', 'It was on the page on sheds.'];
  expect(await runCommand(['new', 'note', ...words, ...options], folder)).toMatchObject({code: 0});
  const note = readFileSync(path.join(folder, noteFile(folder, 'homes')), 'utf8');
  expect(note).toContain(
    'covers:\n  - figure 2 -> 3\nnot_told:\n  - change: section added "Pumps"\n    why: It was on',
  );
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0, stdout: ''});
  writeFileSync(file, readFileSync(file, 'utf8').replace('3 boats', '4 boats'));
  const {code, stdout} = await runCommand(['check'], folder);
  expect(code).toBe(1);
  expect(stdout).toContain('note does not cover 1 change of `priorities/homes`');
  expect(stdout).toContain('    covers:\n      - figure 2 -> 4');
  expect(stdout).toContain('note names the change `Figure 2 -> 3`'.toLowerCase());
});

test('at a terminal, the changes that the note does not state are shown as a list to tick', async () => {
  const folder = published();
  change(folder);
  const terminal = typeAnswers([
    ['What changed?', `The page says what a shed has to hold.${ENTER}`],
    ['Which of these changes', `${SPACE}${ENTER}`],
  ]);
  expect(await runCommand(['new', 'note'], folder, terminal), terminal.shown()).toMatchObject({code: 0, stderr: ''});
  expect(readFileSync(path.join(folder, noteFile(folder, 'homes')), 'utf8')).toContain('covers:\n  - figure 2 -> 3\n');
});

test('a note may not be lost, lose its page, or call a changed figure minor', async () => {
  const folder = published();
  change(folder);
  await runCommand(['new', 'note', '--significance', 'major', '--note', NOTE], folder);
  const file = path.join(folder, noteFile(folder, 'homes'));
  const written = readFileSync(file, 'utf8');
  writeFileSync(file, written.replace('major', 'minor'));
  expect((await runCommand(['check'], folder)).stdout).toContain('[no-wrong-note]');
  writeFileSync(file, written.replace('priorities/homes', 'index'));
  const {stdout} = await runCommand(['check'], folder);
  expect(stdout).toContain('[require-note]');
  expect(stdout).toContain('[no-wrong-note]');
});

test('notes of two branches about one page have two names, and so has a second note of one branch', async () => {
  const write = async (folder: string, note: string) => {
    const {stdout} = await runCommand(['new', 'note', '--significance', 'major', '--note', note], folder);
    return /^wrote (\S+)/m.exec(stdout)?.[1];
  };
  const [ours, theirs] = [published(), published()];
  for (const folder of [ours, theirs]) change(folder);
  const first = await write(ours, NOTE);
  expect(first).not.toBe(await write(theirs, NOTE.replace('kept 2', 'no longer 2')));
  writeFileSync(path.join(ours, HOMES), readFileSync(path.join(ours, HOMES), 'utf8').replace('3 boats', '4 boats'));
  const words = ['--significance', 'major', '--note', NOTE.replace('3 boats', '4 boats')];
  const {stdout} = await runCommand(['new', 'note', ...words], ours);
  expect(stdout).toContain(`Readers see it in addition to ${first}.`);
});

test('a new page proposes its kind, and a second note a name of its own', async () => {
  const folder = published({'docs/boats.md': page('Boats')});
  await runCommand(['new', 'note', '--significance', 'major', '--note', 'A page tells how to keep a boat.'], folder);
  expect(readFileSync(path.join(folder, noteFile(folder, 'boats')), 'utf8')).toContain('kind: page-added');
  writeFileSync(path.join(folder, 'docs/priorities/boats.md'), page('More boats'));
  const words = ['--significance', 'major', '--note', 'A page tells how to row a boat.'];
  const {stdout} = await runCommand(['new', 'note', ...words], folder);
  expect(stdout).toMatch(/^wrote blog\/_pending\/boats-\w{4}\.md about priorities\/boats$/m);
  expect(globSync('blog/_pending/boats-*.md', {cwd: folder})).toHaveLength(2);
});

test.each([
  [[], 'fix: Write `--significance major`: `priorities/homes` changes `figure 2 -> 3`.'],
  [['--significance', 'major'], '`--note` is missing'],
  [['My title', '--significance', 'major', '--note', NOTE], '`My title` given after `note`, expected no title'],
  [['--significance', 'big', '--note', NOTE], '`--significance` holds `big`'],
  [
    ['--significance', 'minor', '--note', NOTE],
    'option `--significance` is `minor` and `priorities/homes` changes `figure 2 -> 3`, expected `major`: readers act on these\n  fix: Write `--significance major`, and say in `--note` what is different now.\n',
  ],
  [
    ['--significance', 'major', '--note', NOTE, '--not-before', '2026-11-23'],
    'option `--not-before` is `2026-11-23` and today is 2026-11-24, expected a later day',
  ],
  [
    ['--significance', 'major', '--note', 'Various updates to this page.', '--covers', 'all'],
    'note says `Various updates`, expected the changes themselves\n  fix: Say what is different now',
  ],
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
  const file = path.join(folder, HOMES);
  writeFileSync(file, readFileSync(file, 'utf8').replace('in the shed', 'in the old shed'));
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
  const unknown = await runCommand(['new', 'note', ...wrong, '--pages', 'priorities/homes'], folder);
  expect(unknown.stderr).toContain('`--corrects`: update `2026-11-20` does not exist, expected');
  expect(unknown.code).toBe(2);
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
  const note = readFileSync(path.join(folder, noteFile(folder, 'homes')), 'utf8');
  expect(note).toContain('pages:\n  - priorities/homes\n');
});

test('a page that moved and changed is not new', async () => {
  const homes = page('Homes').replace('Words.', 'Keep 3 boats in the shed.');
  const folder = published({
    'docs/priorities/houses.md': homes.replace('---\n', '---\nredirect_from: [/toolkit/priorities/homes/]\n'),
  });
  rmSync(path.join(folder, HOMES));
  const written = await runCommand(['new', 'note', '--significance', 'major', '--note', NOTE], folder);
  expect(written).toMatchObject({code: 0, stderr: ''});
  const file = path.join(folder, noteFile(folder, 'houses'));
  const note = readFileSync(file, 'utf8');
  expect(note).toContain('kind: content-changed\n');
  writeFileSync(file, note.replace('content-changed', 'page-added'));
  expect((await runCommand(['check', '--model'], folder)).stdout).toContain(
    '`kind` is `page-added`, but `priorities/houses` was published before',
  );
});

test('a page whose file cannot be read has not stayed as it was: it is named', async () => {
  const folder = published();
  const file = path.join(folder, HOMES);
  writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'title: ['));
  const refused = {
    code: 2,
    stderr: expect.stringMatching(/^`docs\/priorities\/homes\.md` cannot be read, .+\n {2}fix: /),
  };
  expect(await runCommand(['new', 'note'], folder)).toMatchObject(refused);
  expect(await runCommand(['new', 'note', '--pages', 'priorities/homes'], folder)).toMatchObject(refused);
  const start = path.join(folder, 'docs/index.md');
  writeFileSync(start, readFileSync(start, 'utf8').replace('Words.', 'Other words.'));
  const other = await runCommand(['new', 'note', '--significance', 'major', '--note', NOTE], folder);
  expect(other).toMatchObject({code: 0, stderr: expect.stringContaining('\n  docs/priorities/homes.md\n')});
});

test.each([
  {options: [], missing: ['option `--significance` is missing', '`--note` is missing']},
  {
    options: ['--pages', 'index', '--significance', 'minor', '--answers', 'twelve'],
    missing: ['option `--pages` names `index`', '`--significance` is `minor`', '`--note` is missing', '`--answers'],
  },
  {
    options: ['--corrects', '2020-01-01'],
    missing: ['`--note` is missing', '`--corrects`'],
  },
])('all that is missing is named at once: $options', async ({options, missing}) => {
  const folder = published();
  change(folder);
  const {code, stderr} = await runCommand(['new', 'note', ...options], folder);
  expect(code).toBe(2);
  for (const words of missing) expect(stderr).toContain(words);
  expect(stderr.match(/^ {2}fix: \S/gm)).toHaveLength(missing.length);
});

test('where nothing has changed there is nothing to note', async () => {
  const {code, stderr} = await runCommand(['new', 'note'], published());
  expect(code).toBe(1);
  expect(stderr).toContain('fix: Change a page first');
});
