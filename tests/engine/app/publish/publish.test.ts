import {cpSync, existsSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {recordUpdate} from '../../../../src/content/records/update-record.ts';
import {hashOf} from '../../../../src/io/fingerprint.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {commit} from '../../../../src/io/transaction/commit.ts';
import {noteExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
import {checkModel} from '../../../../src/rules/rule-set.ts';
import {readTree} from '../../io/transaction/trees.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {publishedFiles, waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';
import {ENTER, typeAnswers} from '../../support/type-answers.ts';

const SLUG = '2026-11-24';
const UPDATE = `blog/${SLUG}.md`;
const RECORD = `blog/_published/${SLUG}`;

const list = (cwd: string, folder: string) =>
  readdirSync(path.join(cwd, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(cwd, folder), path.join(entry.parentPath, entry.name)))
    .sort();

/** A folder, published; what was printed is no refusal. */
async function published(files = waitingFiles(), ...options: string[]): Promise<string> {
  const cwd = folderWith(files);
  const {code, stderr} = await runCommand(['publish', ...options], cwd);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  return cwd;
}

async function errorsIn(cwd: string): Promise<string[]> {
  return checkModel(await loadToolkit(cwd), '2026-11-24')
    .filter(({severity}) => severity === 'error')
    .map(({path: file, problem}) => `${file}: ${problem}`);
}

test('the waiting notes become one update, and the texts of their pages go on record', async () => {
  const cwd = await published();
  expect(textIn(cwd, UPDATE)).toMatchSnapshot();
  expect(existsSync(path.join(cwd, 'blog/_pending'))).toBe(false);
  expect(list(cwd, RECORD)).toEqual(['handbook/contribute/help.md', 'priorities/homes.md', 'river.svg', 'wardens.md']);
  for (const page of ['priorities/homes.md', 'wardens.md', 'river.svg']) {
    expect(textIn(cwd, `${RECORD}/${page}`)).toBe(textIn(cwd, `docs/${page}`));
  }
  expect(textIn(cwd, `${RECORD}/handbook/contribute/help.md`)).toBe(textIn(cwd, 'handbook/contribute/help.md'));
});

test('the email to readers says what changed, with full addresses', async () => {
  const cwd = await published(waitingFiles(), '--edition', '--title', 'Boats & <wardens>');
  expect(textIn(cwd, `outbox/${SLUG}.txt`)).toMatchSnapshot();
});

test('a second update of a day counts on, and a text and a record that somebody adds by hand stop the next', async () => {
  const cwd = await published();
  writeFileSync(path.join(cwd, 'docs/wardens.md'), pageExample('Wardens', '', 'Three wardens for every street.'));
  const note = noteExample('pages: [wardens]\n').replace(
    'The figure for 2024 was put right.',
    'A street needs three wardens, or four if it is long.',
  );
  const add = (files: Record<string, string>) =>
    commit(cwd, {
      command: 'test',
      changes: Object.entries(files).map(([file, content]) => ({path: file, content, found: undefined})),
    });
  await add({'blog/_pending/a.md': note});
  expect((await runCommand(['publish'], cwd)).stderr).toBe('');
  expect(list(cwd, `blog/_published/${SLUG}.2`)).toEqual(['wardens.md']);
  writeFileSync(path.join(cwd, 'docs/wardens.md'), pageExample('Wardens', '', 'Four wardens for every street.'));
  const other = {path: `blog/_published/${SLUG}.7/index.md`, content: textIn(cwd, 'docs/index.md')};
  const record = recordUpdate(`${SLUG}.7`, [other], hashOf);
  await add({'blog/_pending/a.md': note, [other.path]: other.content, [record.path]: String(record.content)});
  expect((await runCommand(['publish'], cwd)).stderr).toContain('has a head that does not follow');
});

test('a dry run shows the update as readers will see it, and writes nothing', async () => {
  const cwd = folderWith(waitingFiles());
  const before = readTree(cwd, /(?!)/);
  const {code, stdout} = await runCommand(['publish', '--dry-run', '--edition'], cwd);
  expect(code).toBe(0);
  expect(stdout).toMatchSnapshot();
  expect(readTree(cwd, /(?!)/)).toEqual(before);
});

test('all reasons not to publish are given at once, and nothing is written', async () => {
  const cwd = folderWith({
    ...waitingFiles(),
    'blog/_pending/stray.md': noteExample('pages: [priorities/hoems]\n'),
    'docs/bad.md': pageExample('Bad', '', '<script>run()</script>'),
    'versioned_docs/version-2026-11/index.md': '---\ntitle: Start\n---\n\nWords.\n',
  });
  const before = readTree(cwd, /(?!)/);
  const options = ['--title', 'x', '--date', '2026-11-01', '--edition', '2026-11'];
  const {code, stdout, stderr} = await runCommand(['publish', ...options], cwd);
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toContain('the update would have the date 2026-11-01, expected 2026-11-02, the date of the newest');
  expect(stderr).toContain('title has 1 character, expected 3 to 100');
  expect(stderr).toContain('no page has the id `priorities/hoems`, expected the id of a page');
  expect(stderr).toContain('[no-page-code]');
  expect(stderr.split('\n').filter((line) => line.startsWith('  fix: ')).length).toBeGreaterThanOrEqual(5);
  expect(readTree(cwd, /(?!)/)).toEqual(before);
});

test.each([
  {options: [], files: publishedFiles(), said: 'no change note waits, expected at least one under `changes`'},
  {
    options: ['--edition', '--title', 'Words'],
    files: publishedFiles(),
    said: '`--title` given and no change note waits, expected a title only for an update',
  },
  {
    options: ['--date', '2026-02-30'],
    files: waitingFiles(),
    said: '`--date` is `2026-02-30`, expected an existing day',
  },
  {
    options: ['--edition'],
    files: {...waitingFiles(), 'versions.json': '{}'},
    said: 'versions.json: error: list is not that of the editions',
  },
])('$options is refused: $said', async ({options, files, said}) => {
  const {code, stderr} = await runCommand(['publish', ...options], folderWith(files));
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  const outcome = options.includes('--undo') ? 'Nothing was undone' : 'Nothing was published';
  expect(stderr).toMatch(new RegExp(`\\n {2}fix: [A-Z].*\\.\\n${outcome}\\.\\n$`));
});

test('where the clock was set back, the refusal names the day of the newest update, and offers no later one', async () => {
  const cwd = folderWith(waitingFiles());
  const before = readTree(cwd, /(?!)/);
  const {code, stderr} = await runCommand(['publish'], cwd, {today: '2026-10-30'});
  expect(code).toBe(2);
  expect(stderr).toContain('the update would have the date 2026-10-30, expected 2026-11-02, the date of the newest');
  expect(stderr).toContain('The clock of this computer says 2026-10-30. Correct it');
  expect(stderr).not.toContain('`--date');
  expect(readTree(cwd, /(?!)/)).toEqual(before);
});

test('an edition that exists is not frozen again, and one without a name counts on', async () => {
  const cwd = await published(waitingFiles(), '--edition', '2026-11');
  const {stderr} = await runCommand(['publish', '--edition', '2026-11'], cwd);
  expect(stderr).toContain('edition `2026-11` exists, expected an unused name');
  expect(stderr).toContain('Write `--edition 2026-11.2`');
  const unchanged = await runCommand(['publish', '--edition'], cwd);
  expect(unchanged).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nothing has changed since edition `2026-11`'),
  });
  // Node keeps the configuration of a folder, so a term gets its other name in a copy.
  const renamed = folderWith({});
  cpSync(cwd, renamed, {recursive: true});
  const config = textIn(cwd, 'toolkit.config.ts').replace(/"Homes"/, '"Houses"');
  writeFileSync(path.join(renamed, 'toolkit.config.ts'), config);
  const {stdout} = await runCommand(['publish', '--edition'], renamed);
  expect(stdout).toContain(
    'froze edition 2026-11.2 in versioned_docs/version-2026-11.2/, without an update, as no change note waits\n',
  );
  expect(textIn(renamed, 'versions.json')).toBe('[\n  "2026-11.2",\n  "2026-11"\n]\n');
  expect(await errorsIn(renamed)).toEqual([]);
});

test('an edition is named by its update, and its record holds fingerprints and labels', async () => {
  const cwd = await published(waitingFiles(), '--edition');
  expect(textIn(cwd, UPDATE)).toContain('\nedition: 2026-11\n');
  expect(JSON.parse(textIn(cwd, 'ledgers/editions/2026-11.json'))).toEqual({
    schema: 1,
    complete: true,
    about: 'The whole of Ready for the river as it was on 24 November 2026, kept unchanged to be cited.',
    last_update: '2026-11-24',
    vocabularies: {priorities: {homes: 'Homes'}, approaches: {wardens: 'Wardens'}, regions: {riverside: 'Riverside'}},
    fingerprints: {
      index: expect.stringMatching(/^[0-9a-f]{16}$/),
      'priorities/homes': expect.stringMatching(/^[0-9a-f]{16}$/),
      wardens: expect.stringMatching(/^[0-9a-f]{16}$/),
    },
  });
});

test('an email that lies in the outbox already is moved aside, and stops nothing', async () => {
  const cwd = await published({
    ...waitingFiles(),
    [`outbox/${SLUG}.txt`]: 'Mine\n',
    [`outbox/undone/${SLUG}.txt`]: 'Earlier\n',
  });
  expect(textIn(cwd, `outbox/undone/2-${SLUG}.txt`)).toBe('Mine\n');
  expect(textIn(cwd, `outbox/undone/${SLUG}.txt`)).toBe('Earlier\n');
  expect(textIn(cwd, `outbox/${SLUG}.txt`)).toContain('24 November 2026');
});

test('at a terminal the title is offered, the update shown, and nothing written without a yes', async () => {
  for (const [keys, code] of [
    ['n', 2],
    ['y', 0],
  ] as const) {
    const cwd = folderWith({
      ...waitingFiles(),
      'docs/index.md': pageExample('Start', '', 'Begin with the boats.'),
      'blog/_pending/start.md': noteExample('pages: [index]\n', 'minor').replace(
        'The figure for 2024 was put right.',
        'A typing error was corrected.',
      ),
    });
    const terminal = typeAnswers([
      ['What is the title of the update?', ` at last${ENTER}`],
      ['`Words` is now `Begin with the boats`, and no note says so', 'y'],
      ['Publish this?', keys],
    ]);
    expect(await runCommand(['publish'], cwd, terminal)).toMatchObject({code});
    expect(terminal.shown()).toContain('Minor changes');
    expect(existsSync(path.join(cwd, UPDATE))).toBe(code === 0);
    if (code === 0)
      expect(textIn(cwd, UPDATE)).toContain(
        'title: The page on homes now asks for three boats for every 40 homes at last\n',
      );
  }
});

const HOMES_NOTE = 'blog/_pending/homes-boats.md';
const scheduled = (day: string) => ({
  ...waitingFiles(),
  [HOMES_NOTE]: String(waitingFiles()[HOMES_NOTE]).replace('answers:', `not_before: ${day}\nanswers:`),
});

test('a note that is not due holds back the whole update, until its day', async () => {
  const cwd = folderWith(scheduled('2026-12-03'));
  const before = readTree(cwd);
  expect(await runCommand(['publish'], cwd)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /homes-boats\.md: `not_before` is 2026-12-03, .+\n.*change or remove `not_before`.*`--now`/,
    ),
  });
  expect(readTree(cwd)).toEqual(before);
  const {code, stdout} = await runCommand(['publish', '--dry-run'], cwd);
  expect({code, stdout}).toEqual({
    code: 0,
    stdout: expect.stringMatching(new RegExp(`^Scheduled: ${HOMES_NOTE} is not due before 2026-12-03\\.\\n`)),
  });
  expect(await runCommand(['publish'], cwd, {today: '2026-12-03'})).toMatchObject({code: 0, stderr: ''});
  expect(textIn(cwd, 'blog/2026-12-03.md')).not.toContain('not_before');
});

test('an editor can publish before the day, and a terminal asks first; undone, the note waits for its day again', async () => {
  const cwd = folderWith(scheduled('2026-12-03'));
  const early = 'Publish this today, before the scheduled day?';
  const terminal = typeAnswers([
    ['What is the title', ENTER],
    [early, 'n'],
  ]);
  expect(await runCommand(['publish', '--now'], cwd, terminal)).toMatchObject({code: 2});
  expect(existsSync(path.join(cwd, UPDATE))).toBe(false);
  expect(await runCommand(['publish', '--now'], cwd)).toMatchObject({code: 0, stderr: ''});
  expect(await runCommand(['publish', '--undo', '--force'], cwd)).toMatchObject({code: 0});
  expect(textIn(cwd, HOMES_NOTE)).toContain('not_before: 2026-12-03');
});
