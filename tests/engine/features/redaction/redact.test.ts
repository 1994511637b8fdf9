import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {redactionsOf} from '../../../../src/changes/updates/corrections.ts';
import {recordsOf} from '../../../../src/changes/updates/page-record.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {noteExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
import {checkModel} from '../../../../src/rules/rule-set.ts';
import {readTree} from '../../io/transaction/trees.ts';
import {git, startRepository} from '../../support/git.ts';
import {runCommand, textIn} from '../../support/run-command.ts';
import {navigationFile} from '../../support/toolkits/sound-toolkit.ts';
import {ALL_PRIORITIES} from '../../support/toolkits/waiting-toolkit.ts';
import {typeAnswers} from '../../support/type-answers.ts';
import {freshToolkit, NAME, textsIn, WHY} from './named-toolkit.ts';

const TODAY = '2026-11-24';
const SLUG = '2026-11-24.2';
const LEDGER = 'ledgers/editions/2026-11.json';
const TRACES = /O.{0,7}Leary|O%27Leary/u;

const redact = (cwd: string, ...options: string[]) => runCommand(['redact', ...options], cwd);

async function errorsIn(cwd: string): Promise<string[]> {
  return checkModel(await loadToolkit(cwd), TODAY)
    .filter(({severity}) => severity === 'error')
    .map(({path: file, problem}) => `${file}: ${problem}`);
}

/** A toolkit without the name; nothing that was printed holds it. */
async function redacted(): Promise<string> {
  const cwd = await freshToolkit();
  // Of an update that was undone.
  writeFileSync(path.join(cwd, `outbox/${SLUG}.txt`), 'Earlier\n');
  const {code, stdout, stderr} = await redact(cwd, NAME, '--why', WHY);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).not.toMatch(TRACES);
  return cwd;
}

test('the words are nowhere left, however they were written, and the check finds nothing', async () => {
  const before = await freshToolkit();
  const held = Object.entries(textsIn(before)).filter(([, text]) => TRACES.test(text));
  const cwd = await redacted();
  const left = Object.entries(textsIn(cwd)).filter(([file, text]) => TRACES.test(file + text));
  // Emails that were written before are no part of what git tracks.
  expect(left.map(([file]) => file).filter((file) => !file.startsWith('outbox/'))).toEqual([]);
  expect(held.length).toBeGreaterThanOrEqual(12);
  expect(await errorsIn(cwd)).toEqual([]);
  expect(existsSync(path.join(cwd, '.toolkit'))).toBe(false);
});

test('the public note says that text was removed and why, and never which', async () => {
  const cwd = await redacted();
  expect(textIn(cwd, `blog/${SLUG}.md`)).toMatchSnapshot();
  expect(textIn(cwd, `outbox/${SLUG}.txt`)).toMatchSnapshot();
  expect(textIn(cwd, 'docs/wardens.md')).toMatchSnapshot();
  expect(textIn(cwd, 'docs/levels.csv')).toBe('day,level,by\n2026-11-01,3,(removed)\n');
  expect(textIn(cwd, 'static/people.json')).toBe('{"warden": "(removed)",\n "(removed)": [1]}\n');
});

test('what waits to be published goes on waiting, and can be published', async () => {
  const cwd = await redacted();
  expect(textIn(cwd, 'blog/_pending/help.md')).toContain('why: (removed) said so.');
  const {code, stderr} = await runCommand(['publish'], cwd);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(await errorsIn(cwd)).toEqual([]);
});

test('the record of an edition says what was taken out, when and by which update, and its readers are told', async () => {
  const before = await freshToolkit();
  const cwd = await redacted();
  const [old, now] = [JSON.parse(textIn(before, LEDGER)), JSON.parse(textIn(cwd, LEDGER))];
  const pages = ['index', 'priorities/homes', 'wardens'];
  expect(now.redactions).toEqual([{on: TODAY, update: SLUG, why: WHY, pages}]);
  expect(now.fingerprints.wardens).not.toBe(old.fingerprints.wardens);
  expect(now.fingerprints.index).toBe(old.fingerprints.index);
  const {editions} = recordsOf(await loadToolkit(cwd), TODAY);
  expect(redactionsOf(editions[0]?.redactions ?? [], 'wardens')).toEqual([
    {on: TODAY, update: SLUG, why: WHY, what: 'words', count: 0},
  ]);
  const update = JSON.parse(textIn(cwd, 'blog/_published/2026-11-24.json'));
  const after = update.files['blog/2026-11-24.md'];
  expect(update.redactions).toMatchObject([{update: SLUG, why: WHY, files: {'blog/2026-11-24.md': {after}}}]);
});

test('a second run finds nothing, says so without the words, and changes nothing', async () => {
  const cwd = await redacted();
  const before = readTree(cwd);
  const {code, stdout, stderr} = await redact(cwd, NAME, '--why', WHY);
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toMatch(
    /^the text is in none of \d+ files, expected it in at least one: nothing was changed\n {2}fix: /,
  );
  expect(stderr).not.toMatch(TRACES);
  expect(readTree(cwd)).toEqual(before);
});

test('a dry run shows each file and the note, and writes nothing', async () => {
  const cwd = await freshToolkit();
  const before = readTree(cwd, /(?!)/);
  const {code, stdout} = await redact(cwd, NAME, '--why', WHY, '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toMatchSnapshot();
  expect(readTree(cwd, /(?!)/)).toEqual(before);
});

test.each([
  {options: [], said: ['nothing given to remove', 'no `--why` given']},
  {options: ['x', '--page', 'wardens', '--why', WHY], said: ['a text and a page given']},
  {options: ['  a  b ', '--why', 'ab'], said: ['fewer than 3 characters', 'fewer than 10 characters']},
  {
    options: [NAME, '--why', 'Because of Ann O’Leary.'],
    said: ['has the text'],
  },
  {options: ['Ann', "O'Leary", '--why', WHY], said: ['2 texts given']},
  {options: ['removed', '--why', WHY], said: ['`--why` or what replaces the text has the text']},
  {options: ['editor', '--why', WHY], said: ['`owner` holds', '[no-invalid-front-matter]']},
  {options: ['Wardens', '--why', WHY], said: ['text is in the id of a page']},
  {options: ['Ready for the river', '--why', WHY], said: ['toolkit.config.ts:']},
  {options: ['--page', 'index', '--why', WHY], said: ['`index` cannot be removed']},
  {options: ['--page', 'warden', '--why', WHY], said: ['`warden` cannot be removed']},
])('$options is refused, all reasons at once, and nothing is written', async ({options, said}) => {
  const cwd = await freshToolkit();
  writeFileSync(path.join(cwd, 'extra.ts'), "export const title = 'Ready for the river';\n");
  const before = readTree(cwd, /(?!)/);
  const {code, stdout, stderr} = await redact(cwd, ...options);
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  for (const words of said.map((part) => part.replace('toolkit.config.ts', 'extra.ts')))
    expect(stderr).toContain(words);
  expect(stderr).not.toMatch(TRACES);
  expect(readTree(cwd, /(?!)/)).toEqual(before);
});

test('a configuration that cannot be used is told without the words', async () => {
  const cwd = await freshToolkit();
  writeFileSync(path.join(cwd, 'toolkit.config.ts'), `export default {phase: ${JSON.stringify(NAME)}};\n`);
  const {code, stderr} = await redact(cwd, NAME, '--why', WHY);
  expect(code).toBe(2);
  expect(stderr).toMatch(/toolkit\.config\.ts:\d+:\d+: `phase` holds/);
  expect(stderr).not.toMatch(TRACES);
});

test('the build, its caches and reports go with the text that they may have', async () => {
  const cwd = await freshToolkit();
  const places = ['build/wardens/index.html', '.docusaurus/a.json', 'node_modules/.cache/a/b', 'report/report.md'];
  for (const file of places) {
    mkdirSync(path.dirname(path.join(cwd, file)), {recursive: true});
    writeFileSync(path.join(cwd, file), NAME);
  }
  await redact(cwd, NAME, '--why', WHY);
  expect(places.filter((file) => existsSync(path.join(cwd, file)))).toEqual([]);
});

test('an edition that somebody changed in silence is not made to look right', async () => {
  const cwd = await freshToolkit();
  const page = 'versioned_docs/version-2026-11/wardens.md';
  writeFileSync(path.join(cwd, page), textIn(cwd, page).replace('We thank', 'We blame'));
  const {code, stderr} = await redact(cwd, NAME, '--why', WHY);
  expect(code).toBe(2);
  expect(stderr).toContain(`${page}`);
  expect(stderr).toContain('[no-changed-record]');
});

test('work that is not committed stays, but for the words', async () => {
  const cwd = await freshToolkit();
  writeFileSync(path.join(cwd, 'docs/wardens.md'), `${textIn(cwd, 'docs/wardens.md')}\nMy own work.\n`);
  expect((await redact(cwd, NAME, '--why', WHY)).code).toBe(0);
  expect(textIn(cwd, 'docs/wardens.md')).toMatch(/My own work\.\n$/);
});

test('words that readers never saw need no public note', async () => {
  const cwd = await freshToolkit();
  const {code, stdout} = await redact(cwd, 'to whom to write', '--why', WHY);
  expect(code).toBe(0);
  expect(stdout).toContain('no public note');
  expect(existsSync(path.join(cwd, `blog/${SLUG}.md`))).toBe(false);
});

test('at a terminal the places are shown, and nothing is written without a yes', async () => {
  for (const [keys, code] of [
    ['n', 2],
    ['y', 0],
  ] as const) {
    const cwd = await freshToolkit();
    const terminal = typeAnswers([['Remove this?', keys]]);
    expect(await runCommand(['redact', NAME, '--why', WHY], cwd, terminal)).toMatchObject({code});
    expect(terminal.shown()).toContain('would be removed:');
    expect(existsSync(path.join(cwd, `blog/${SLUG}.md`))).toBe(code === 0);
  }
});

test('a page goes whole: live, on record and in editions, with what names it there', async () => {
  const cwd = await freshToolkit();
  writeFileSync(path.join(cwd, 'navigation.json'), navigationFile({sidebars: {toolkit: ['index', ALL_PRIORITIES]}}));
  const {code, stdout, stderr} = await redact(cwd, '--page', 'wardens', '--why', WHY);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toContain('removed: docs/wardens.md');
  const files = Object.keys(textsIn(cwd)).filter(
    (file) => file.includes('wardens') && !file.startsWith('blog/_published/2026-11-24.2/'),
  );
  expect(files).toEqual([]);
  expect(textIn(cwd, `blog/_published/${SLUG}/wardens.removed`)).toBe('');
  expect(textIn(cwd, 'versioned_sidebars/version-2026-11-sidebars.json')).not.toContain('wardens');
  const record = JSON.parse(textIn(cwd, LEDGER));
  expect(Object.keys(record.fingerprints)).toEqual(['index', 'priorities/homes']);
  expect(record.redactions).toEqual([{on: TODAY, update: SLUG, why: WHY, pages: [], removed: ['wardens']}]);
  expect(await errorsIn(cwd)).toEqual([]);
  expect((await redact(cwd, '--page', 'wardens', '--why', WHY)).code).toBe(2);
});

test('a page that a sidebar, a link or a note on others names stays, with every place named', async () => {
  const cwd = await freshToolkit();
  writeFileSync(
    path.join(cwd, 'docs/index.md'),
    pageExample('Start', '', 'See [them](wardens.md) and [again](/toolkit/wardens/).'),
  );
  writeFileSync(path.join(cwd, 'blog/_pending/two.md'), noteExample('pages: [index, wardens]\n'));
  const {code, stderr} = await redact(cwd, '--page', 'wardens', '--why', WHY);
  expect(code).toBe(2);
  expect(stderr).toContain('docs/index.md:8:5: links to the page that is to be removed');
  expect(stderr).toContain('docs/index.md:8:28: links to the page that is to be removed');
  expect(stderr).toContain('sidebar lists `wardens`');
  expect(stderr).toContain('blog/_pending/two.md:');
});

test('a page with work that is not committed does not go', async () => {
  const cwd = await freshToolkit();
  writeFileSync(path.join(cwd, 'navigation.json'), navigationFile({sidebars: {toolkit: ['index', ALL_PRIORITIES]}}));
  startRepository(cwd);
  writeFileSync(path.join(cwd, 'docs/wardens.md'), `${textIn(cwd, 'docs/wardens.md')}\nMore.\n`);
  const {code, stderr} = await redact(cwd, '--page', 'wardens', '--why', WHY);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^docs\/wardens\.md: file would be removed and has work that is not committed, .*\n {2}fix: .*\n$/,
  );
  git(cwd, 'checkout', '--quiet', '--', 'docs/wardens.md');
  expect((await redact(cwd, '--page', 'wardens', '--why', WHY)).code).toBe(0);
});
