import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runToolkit} from '../../../../scripts/toolkit.ts';
import {updateExample} from '../../../../src/checks/examples/example-files.ts';
import {checkModel} from '../../../../src/checks/rule-set.ts';
import {loadToolkit} from '../../../../src/fs/load-toolkit.ts';
import {readTree} from '../../fs/transaction/trees.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {CTRL_C, DOWN, ENTER, type TypedAnswer, typeAnswers} from '../../support/type-answers.ts';
import {checkedFiles, LEVELS} from './reviewed-toolkit.ts';

const TODAY = '2026-11-24';
const RECORD = 'ledgers/reviews/levels.json';
const OPTIONS = ['--as', 'editor', '--scope', 'sources-read'];
const recordIn = (cwd: string) => JSON.parse(readFileSync(path.join(cwd, RECORD), 'utf8'));

/** What the check says of records of reviews. */
async function problemsWith(cwd: string): Promise<string[]> {
  const problems = checkModel(await loadToolkit(cwd), TODAY);
  return problems.filter((problem) => problem.path.startsWith('ledgers/reviews/')).map(({ruleId}) => ruleId);
}

test('a check is put on record with role, day, scope and fingerprint, and no hand can change it unseen', async () => {
  const cwd = folderWith(checkedFiles());
  const before = readTree(cwd, /^\.toolkit|^ledgers\/reviews/);
  const {code, stdout, stderr} = await runCommand(['review', '--done', 'levels', ...OPTIONS], cwd);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  const {pages} = await loadToolkit(cwd);
  expect(recordIn(cwd)).toEqual({
    on: TODAY,
    by: 'editor',
    scope: 'sources-read',
    fingerprint: pages.find(({id}) => id === 'levels')?.fingerprint(),
    seal: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(readTree(cwd, /^\.toolkit|^ledgers\/reviews/)).toEqual(before);
  expect(stdout).toContain('  text: of 10 November 2026, fingerprint ');
  expect(stdout).toContain('sources: 1; no longer available: 1; links not checked yet: 0\n    https://river');
  expect(stdout).toContain('"Checked on 24 November 2026 (read against its sources, by the role Editor)"');
  expect(await problemsWith(cwd)).toEqual([]);
  for (const changed of [{on: '2026-11-30'}, {by: 'warden'}, {scope: 'facts'}, {fingerprint: '0123456789abcdef'}]) {
    writeFileSync(path.join(cwd, RECORD), JSON.stringify({...recordIn(cwd), ...changed}));
    expect(await problemsWith(cwd)).toEqual(['no-handmade-record']);
    await runCommand(['review', '--done', 'levels', ...OPTIONS], cwd);
  }
});

test('a source of which nobody checked the link is not taken for available', async () => {
  const more = LEVELS.replace('url: ', 'url: https://river.example/gauge}\n  - {title: L, publisher: R board, url: ');
  const cwd = folderWith({
    ...checkedFiles(),
    'docs/levels.md': more,
    'blog/_published/2026-11-10/levels.md': more,
    'ledgers/links/river.example.json': JSON.stringify({
      schema: 1,
      links: {'https://river.example/levels': {checked: '2026-11-20'}},
    }),
  });
  const {stdout} = await runCommand(['review', '--done', 'levels', ...OPTIONS], cwd);
  expect(stdout).toContain('no longer available: 0; links not checked yet: 1 (`npm run links -- --external` checks');
});

test('a page is named by its file and its address too, and an earlier day may be given', async () => {
  for (const word of ['docs/levels.md', '/toolkit/levels/']) {
    const cwd = folderWith(checkedFiles());
    expect(await runCommand(['review', '--done', word, ...OPTIONS, '--on', '2026-11-10'], cwd)).toMatchObject({
      code: 0,
    });
    expect(recordIn(cwd).on).toBe('2026-11-10');
  }
});

test('several pages are put on record together', async () => {
  const cwd = folderWith(checkedFiles());
  const done = ['review', '--done', 'levels', 'index', '--as', 'editor', '--scope', 'facts'];
  expect(await runCommand(done, cwd)).toMatchObject({code: 0, stderr: ''});
  expect([...(await loadToolkit(cwd)).reviews].filter(([, {on}]) => on === TODAY).map(([id]) => id)).toEqual([
    'index',
    'levels',
  ]);
});

test('the next check shows what changed since the last', async () => {
  const cwd = folderWith(checkedFiles());
  await runCommand(['review', '--done', 'levels', ...OPTIONS, '--on', '2026-11-12'], cwd);
  const later = LEVELS.replace('each day', 'each hour');
  for (const [file, text] of [
    ['docs/levels.md', later],
    ['blog/2026-11-20.md', updateExample('2026-11-20', 'levels')],
    ['blog/_published/2026-11-20/levels.md', later],
  ] as const) {
    mkdirSync(path.dirname(path.join(cwd, file)), {recursive: true});
    writeFileSync(path.join(cwd, file), text);
  }
  const {stdout} = await runCommand(['review', '--done', 'levels', '--as', 'warden', '--scope', 'facts'], cwd);
  expect(stdout).toContain(
    '(read against its sources, by the role Editor); the page has changed since. This check is out of date: a major change was published on 20 November 2026.\n',
  );
  expect(stdout).toContain('    changed: paragraph: "day" is now "hour"\n');
  expect(await problemsWith(cwd)).toEqual([]);
});

test.each([
  {words: [], said: 'no page given', fix: 'npm run review -- --done <page>'},
  {words: ['levels', 'levls', ...OPTIONS], said: 'no page has the id `levls`', fix: 'Write `levels`'},
  {words: ['levels', ...OPTIONS, '--live'], said: '`--live` given with `--done`', fix: 'review --help'},
  {words: ['levls', ...OPTIONS], said: 'no page has the id `levls`', fix: 'Write `levels`'},
  {words: ['approaches/boats', ...OPTIONS], said: 'was withdrawn on 2026-11-01', fix: '--undo'},
  {words: ['changed', ...OPTIONS], said: 'has changes that readers do not see yet', fix: 'npm run review'},
  {words: ['changed', ...OPTIONS], said: 'expected the published text', fix: '`blog/_published/2026-11-10/changed.md`'},
  {words: ['unpublished', ...OPTIONS], said: 'was never published', fix: 'npm run review'},
  {words: ['handbook/contribute/rules', ...OPTIONS], said: 'is a generated page', fix: 'Leave it'},
  {words: ['levels'], said: '`--as` is missing', fix: '--as editor --scope sources-read'},
  {words: ['levels', '--as', 'warden'], said: '`--scope` is missing', fix: '--as warden --scope sources-read'},
  {words: ['levels', '--as', 'edtior', '--scope', 'facts'], said: '`--as` is `edtior`', fix: 'Write `--as editor`'},
  {words: ['levels', '--as', 'editor', '--scope', 'fact'], said: '`--scope` is `fact`', fix: '`--scope facts`'},
  {words: ['index', ...OPTIONS], said: 'names no sources', fix: '--scope facts'},
  {words: ['levels', ...OPTIONS, '--on', '2026-02-30'], said: 'expected today', fix: 'leave `--on` out'},
  {words: ['levels', ...OPTIONS, '--on', '2026-11-25'], said: 'expected today', fix: 'leave `--on` out'},
  {words: ['levels', ...OPTIONS, '--on', '2026-11-09'], said: 'a day since 2026-11-10', fix: 'leave `--on` out'},
  {words: ['levels', ...OPTIONS, '--skope'], said: 'unknown option `--skope`', fix: 'Write `--scope`'},
])('review --done $words is refused with what to do, and nothing is written', async ({words, said, fix}) => {
  const cwd = folderWith(checkedFiles());
  const before = readTree(cwd);
  const {code, stderr} = await runCommand(['review', '--done', ...words], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).toContain(fix);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readTree(cwd)).toEqual(before);
});

test('a check that reaches less far takes no place of one that holds, nor does an older one', async () => {
  const cwd = folderWith(checkedFiles());
  await runCommand(['review', '--done', 'levels', ...OPTIONS], cwd);
  const narrow = await runCommand(['review', '--done', 'levels', '--as', 'editor', '--scope', 'links'], cwd);
  expect(narrow).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is current and covers more, expected a scope'),
  });
  const older = await runCommand(['review', '--done', 'levels', ...OPTIONS, '--on', '2026-11-20'], cwd);
  expect(older).toMatchObject({code: 2, stderr: expect.stringContaining('or a day since 2026-11-24')});
  expect(recordIn(cwd)).toMatchObject({on: TODAY, scope: 'sources-read'});
  expect(await runCommand(['review', '--done', 'levels', '--as', 'editor', '--scope', 'facts'], cwd)).toMatchObject({
    code: 0,
  });
});

async function atTerminal(cwd: string, answers: readonly TypedAnswer[], words: readonly string[] = ['levels']) {
  const terminal = typeAnswers(answers);
  const printed: string[] = [];
  const {stdin, stdout} = terminal;
  const io = {cwd, today: TODAY, stdin, stdout, stderr: {write: (text: string) => printed.push(text)}};
  const code = await runToolkit(['review', '--done', ...words], io as unknown as Parameters<typeof runToolkit>[1]);
  return {code, stderr: printed.join(''), left: terminal.left, shown: terminal.shown()};
}

test('at a terminal role and scope are asked for, then whether it was done', async () => {
  const cwd = folderWith(checkedFiles());
  const {shown, ...outcome} = await atTerminal(cwd, [
    ['In which role', DOWN + ENTER],
    ['What did you check?', DOWN + ENTER],
    ['Did you, in the role Head warden, check every figure, name and date of the page, on 24 November 2026?', 'y'],
  ]);
  expect(outcome).toEqual({code: 0, stderr: '', left: []});
  expect(recordIn(cwd)).toMatchObject({by: 'warden', scope: 'facts'});
  expect(shown.indexOf('last check: Not checked')).toBeLessThan(shown.indexOf('In which role'));
});

test.each([
  {name: 'said no', answers: [['Did you, in the role Editor', 'n']], words: ['levels', ...OPTIONS]},
  {name: 'pressed Enter alone', answers: [['Did you, in the role Editor', ENTER]], words: ['levels', ...OPTIONS]},
  {name: 'broke off', answers: [['In which role', CTRL_C]], words: ['levels']},
] as const)('whoever $name puts nothing on record', async ({answers, words}) => {
  const cwd = folderWith(checkedFiles());
  const {code, stderr} = await atTerminal(cwd, answers, words);
  expect(code).toBe(2);
  expect(stderr).toContain('nothing was changed');
  expect(existsSync(path.join(cwd, RECORD))).toBe(false);
});
