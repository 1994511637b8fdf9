import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {runToolkit} from '../../scripts/toolkit.ts';
import {askedKeys, UNASKED} from '../../src/content/drafts/asked-keys.ts';
import {schemaOf} from '../../src/content/drafts/page-kinds.ts';
import {isRequired} from '../../src/content/schemas/inspect-schema.ts';
import {readDocument} from '../../src/store/document.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {copyToolkit, ROOT} from '../support/copy-toolkit.ts';
import {runCommand} from '../support/run-command.ts';
import type {TypedAnswer} from '../support/type-answers.ts';
import {CTRL_C, CTRL_D, DOWN, ENTER, SPACE, typeAnswers} from '../support/type-answers.ts';

const DESCRIPTION = 'How Anytown opened two evenings a week for people who look for work, and what came of it.';

const PAGE_OPTIONS = ['--description', DESCRIPTION, '--owner', 'guidance-editor', '--review-every', '12 months'];

const STUDY_OPTIONS = [
  ...['--description', DESCRIPTION, '--owner', 'case-study-editor', '--review-every', '24 months'],
  ...[
    '--sources',
    'Evening help; Anytown; https://anytown.example/a\nA report; Anytown; 2024; https://anytown.example/b',
  ],
  ...['--service', 'Anytown learning service', '--place', 'Anytown', '--regions', 'north-east, wales'],
  ...['--evidence', 'self-reported'],
];

const STUDY = 'docs/case-studies/anytown-evenings.md';

/** The rules that found something in a file. */
async function rulesBrokenBy(file: string, cwd: string): Promise<string[]> {
  const {stdout} = await runCommand(['check'], cwd);
  const lines = stdout.split('\n').filter((line) => line.startsWith(`${file}:`));
  return [...new Set(lines.map((line) => /\[([^\]]+)\]$/.exec(line)?.[1] ?? line))].sort();
}

function frontMatterOf(cwd: string, file: string): Readonly<Record<string, unknown>> | undefined {
  return readDocument(file, readFileSync(path.join(cwd, file), 'utf8')).document.frontMatter;
}

function listStudies(cwd: string): string[] {
  return readdirSync(path.join(cwd, 'docs', 'case-studies')).sort();
}

test('a case study from options lacks nothing but its words', async () => {
  const cwd = copyToolkit('new-study');
  const file = 'docs/case-studies/anytown-cafe-evenings.md';
  const {code, stdout, stderr} = await runCommand(
    ['new', 'case-study', 'Anytown: café evenings', ...STUDY_OPTIONS],
    cwd,
  );
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toMatch(new RegExp(`^wrote ${file}\nNext:\n {2}1\\. In \`${file}\``));
  expect(stdout).toContain('Run `npm run new -- note`');
  expect(await rulesBrokenBy(file, cwd)).toEqual(['no-unwritten-text', 'require-note']);
  expect(frontMatterOf(cwd, file)).toEqual({
    title: 'Anytown: café evenings',
    description: DESCRIPTION,
    owner: 'case-study-editor',
    review_every: '24 months',
    sources: [
      {title: 'Evening help', publisher: 'Anytown', url: 'https://anytown.example/a'},
      {title: 'A report', publisher: 'Anytown', year: 2024, url: 'https://anytown.example/b'},
    ],
    service: 'Anytown learning service',
    place: 'Anytown',
    regions: ['north-east', 'wales'],
    evidence: 'self-reported',
    consent: {basis: 'public-record'},
  });
  expect(readFileSync(path.join(cwd, file), 'utf8')).toMatchSnapshot();
});

test.each([
  {
    under: 'priorities',
    title: 'Environment and climate',
    steps: ['`"environment-and-climate": "priorities/environment-and-climate"`', '`sidebars`'],
  },
  {under: 'approaches', title: 'Shared counters', steps: ['`sidebars`']},
  {under: 'reference', title: 'Useful addresses', steps: ['`sidebars`']},
])('a page under $under lacks its words and its place in the sidebar', async ({under, title, steps}) => {
  const cwd = copyToolkit(`new-page-${under}`);
  // A priority that has no page yet, and no note that speaks of one.
  rmSync(path.join(cwd, 'docs/priorities/environment-and-climate.md'));
  rmSync(path.join(cwd, 'blog/_pending'), {recursive: true, force: true});
  const file = path.join(cwd, 'navigation.json');
  const navigation = JSON.parse(readFileSync(file, 'utf8'));
  delete navigation.pages['environment-and-climate'];
  const priorities = navigation.sidebars.toolkit.find(({label}: {label?: string}) => label === 'Priorities');
  expect(priorities.items.pop()).toBe('priorities/environment-and-climate');
  writeFileSync(file, JSON.stringify(navigation));
  const {code, stdout} = await runCommand(['new', 'page', title, '--under', under, ...PAGE_OPTIONS], cwd);
  expect(code).toBe(0);
  for (const step of steps) expect(stdout).toContain(step);
  const page = `docs/${under}/${title.toLowerCase().replaceAll(' ', '-')}.md`;
  expect(await rulesBrokenBy(page, cwd)).toEqual(['no-unlisted-page', 'no-unwritten-text', 'require-note']);
});

test('every key that the schema requires is an option, and each missing one is named', async () => {
  const cwd = copyToolkit('new-missing');
  const {config} = await loadToolkit(ROOT);
  const {shape} = schemaOf('case-study', config);
  const required = Object.keys(shape).filter((key) => shape[key] && isRequired(shape[key]) && key !== 'title');
  const owed = required.filter((key) => !(key in UNASKED));
  expect(owed.length).toBeGreaterThan(5);
  const {code, stdout, stderr} = await runCommand(['new', 'case-study', 'Anytown evenings'], cwd);
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  const named = [...stderr.matchAll(/^option `--([\w-]+)` is missing, expected .+\n {2}fix: Add .+\.$/gm)];
  expect(named.map(([, option]) => option?.replaceAll('-', '_')).sort()).toEqual(owed.sort());
  expect(askedKeys(schemaOf('case-study')).map(({key}) => key)).toEqual(expect.arrayContaining(required));
  expect(existsSync(path.join(cwd, STUDY))).toBe(false);
});

test('values out of the vocabularies are refused, each with the nearest', async () => {
  const cwd = copyToolkit('new-unknown');
  const options = [...STUDY_OPTIONS, '--regions', 'nort-east', '--owner', 'case-study-edtor', '--priorities', 'jobs'];
  const {code, stderr} = await runCommand(['new', 'case-study', 'Anytown evenings', ...options], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain('`--regions`, item 1 holds `nort-east`, expected one of ');
  expect(stderr).toContain('  fix: Write `north-east`, the nearest of these.\n');
  expect(stderr).toContain('`--owner` holds `case-study-edtor`');
  expect(stderr).toContain('  fix: Write `case-study-editor`, the nearest of these.\n');
  expect(stderr).toContain('`--priorities`, item 1 holds `jobs`');
  expect(existsSync(path.join(cwd, STUDY))).toBe(false);
});

test.each([
  {argv: ['case-stud', 'A title'], said: 'unknown word `case-stud`', fix: 'Write `case-study`'},
  {
    argv: [],
    said: 'no kind given, expected `case-study`, `page` or `note`',
    fix: 'Write `npm run new -- case-study "Title"`',
  },
  {argv: ['case-study'], said: 'no title given', fix: 'Write it in quotes'},
  {argv: ['case-study', '?!'], said: 'title has 2 characters, expected at least 3', fix: 'Write it in quotes'},
  {argv: ['case-study', '日本語'], said: 'gives no name for a file', fix: 'Write it in quotes'},
  {argv: ['page', 'Index', '--under', 'reference'], said: 'other than `index`', fix: 'Write it in quotes'},
  {argv: ['page', 'A title'], said: 'option `--under` is missing, expected', fix: 'Add it with one of these.'},
  {argv: ['page', 'A title', '--under', 'aproaches'], said: 'holds `aproaches`', fix: 'Write `--under approaches`'},
  {argv: ['page', 'A title', '--place', 'Anytown'], said: 'does not belong to a page', fix: 'Leave it out.'},
  {
    argv: ['case-study', 'A title', '--under', 'reference'],
    said: 'does not belong to a case-study',
    fix: 'Leave it out.',
  },
  {argv: ['case-study', 'A title', '--plaice', 'Anytown'], said: 'unknown option `--plaice`', fix: 'Write `--place`'},
])('$argv could not run: exit code 2 and what to do', async ({argv, said, fix}) => {
  const {code, stdout, stderr} = await runCommand(['new', ...argv], ROOT);
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toContain(said);
  expect(stderr).toContain(`  fix: ${fix}`);
});

test('a page that is there is never overwritten', async () => {
  const cwd = copyToolkit('new-there');
  const argv = ['new', 'case-study', 'The Hive, Worcester', ...STUDY_OPTIONS];
  const file = path.join(cwd, 'docs/case-studies/the-hive-worcester.md');
  const before = readFileSync(file, 'utf8');
  const {code, stderr} = await runCommand(argv, cwd);
  expect(code).toBe(2);
  expect(stderr).toContain('`docs/case-studies/the-hive-worcester.md` exists, expected ');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('near duplicates are named where nobody can be asked, and the page is written', async () => {
  const cwd = copyToolkit('new-near');
  const options = STUDY_OPTIONS.map((option) => (option === 'Anytown' ? 'gateshead' : option));
  const {code, stdout} = await runCommand(['new', 'case-study', 'Gateshead works with job seekers', ...options], cwd);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'near duplicate: docs/case-studies/gateshead-jobseekers.md: "Gateshead: working with jobseekers" has a similar title and is about the same place\n',
  );
  expect(stdout).toContain('wrote docs/case-studies/gateshead-works-with-job-seekers.md\n');
});

test('another toolkit asks for its own words', async () => {
  const cwd = copyToolkit('new-flood', {contentFrom: path.join(ROOT, 'tests/fixtures/flood-toolkit')});
  const {code, stderr} = await runCommand(['new', 'case-study', 'Anytown evenings', ...STUDY_OPTIONS], cwd);
  expect(code).toBe(2);
  expect(stderr).not.toContain('north-west');
  expect(stderr).toContain('`--regions`, item 1 holds `north-east`, expected ');
});

test('signs that mean something in YAML and in paths are only words', async () => {
  const cwd = copyToolkit('new-signs');
  const title = '../../Anytown: "a" # b [c] {d} & *e';
  const {code, stdout} = await runCommand(['new', 'case-study', title, ...STUDY_OPTIONS], cwd);
  expect(code).toBe(0);
  expect(stdout).toContain('wrote docs/case-studies/anytown-a-b-c-d-and-e.md\n');
  expect(frontMatterOf(cwd, 'docs/case-studies/anytown-a-b-c-d-and-e.md')?.title).toBe(title);
});

/** Runs `new` at a terminal at which somebody types. */
async function runAtTerminal(cwd: string, argv: readonly string[], answers: readonly TypedAnswer[]) {
  const {stdin, stdout, shown, left} = typeAnswers(answers);
  const stderr: string[] = [];
  const code = await runToolkit(['new', ...argv], {
    cwd,
    today: '2026-11-24',
    stdin,
    stdout,
    stderr: {write: (text) => stderr.push(text)},
  });
  return {code, shown: shown(), stderr: stderr.join(''), left};
}

const FACTS: readonly TypedAnswer[] = [
  ['Description:', `Too short${ENTER}`],
  ['expected at least 40', `. ${DESCRIPTION}${ENTER}`],
  ['Priorities:', ENTER],
  ['Approaches:', `${SPACE}${ENTER}`],
  ['Owner:', `${DOWN}${ENTER}`],
  ['Review every:', `often${ENTER}`],
  ['expected a number of months', `${'\u007F'.repeat(5)}12 months${ENTER}`],
  ['1: title:', `A report${ENTER}`],
  ['1: publisher:', `Anytown${ENTER}`],
  ['1: year:', ENTER],
  ['1: url:', `https://anytown.example/${ENTER}`],
  ['Another of sources?', ENTER],
  ['Service:', `Gateshead Council libraries${ENTER}`],
  ['Place:', `Anytown${ENTER}`],
  ['Regions:', `${SPACE}${DOWN}${SPACE}${ENTER}`],
  ['Evidence:', ENTER],
];

test('at a terminal every required key is asked for, and a wrong answer asked again', async () => {
  const cwd = copyToolkit('new-terminal');
  const {code, shown, stderr, left} = await runAtTerminal(
    cwd,
    [],
    [
      ['What do you begin?', ENTER],
      ['What is its title?', `Anytown evenings${ENTER}`],
      ...FACTS,
      ['Write a new one all the same?', 'y'],
    ],
  );
  expect({code, stderr, left}).toEqual({code: 0, stderr: '', left: []});
  expect(shown).toContain('gateshead-jobseekers.md: "Gateshead: working with jobseekers" is about the same service');
  expect(frontMatterOf(cwd, STUDY)).toEqual({
    title: 'Anytown evenings',
    description: `Too short. ${DESCRIPTION}`,
    approaches: ['governance-and-delivery-models'],
    owner: 'case-study-editor',
    review_every: '12 months',
    sources: [{title: 'A report', publisher: 'Anytown', url: 'https://anytown.example/'}],
    service: 'Gateshead Council libraries',
    place: 'Anytown',
    regions: ['national', 'north-east'],
    evidence: 'self-reported',
    consent: {basis: 'public-record'},
  });
  expect(await rulesBrokenBy(STUDY, cwd)).toEqual(['no-unwritten-text', 'require-note']);
});

test('at a terminal options are not asked for again, and a near duplicate can be left unwritten', async () => {
  const cwd = copyToolkit('new-unwritten');
  const before = listStudies(cwd);
  const argv = ['case-study', 'Gateshead working with job seekers', ...STUDY_OPTIONS];
  const {code, stderr, left} = await runAtTerminal(cwd, argv, [['Write a new one all the same?', 'n']]);
  expect({code, left}).toEqual({code: 2, left: []});
  expect(stderr).toContain('nothing was written');
  expect(listStudies(cwd)).toEqual(before);
});

test('at a terminal Ctrl+C leaves nothing behind', async () => {
  const cwd = copyToolkit('new-broken-off');
  const before = listStudies(cwd);
  const {code, stderr} = await runAtTerminal(cwd, ['case-study', 'Anytown evenings'], [['Description:', CTRL_C]]);
  expect(code).toBe(2);
  expect(stderr).toContain('  fix: Run the command again when you are ready.\n');
  expect(listStudies(cwd)).toEqual(before);
});

/** Gives a program a terminal of its own; part of util-linux, and not on every machine. */
const PSEUDO_TERMINAL = 'script';

const hasScript = spawnSync(PSEUDO_TERMINAL, ['--version']).status === 0;

test.skipIf(!hasScript).each([
  ['breaks off', CTRL_C],
  ['ends the input', CTRL_D],
])('a real terminal is known as one, and whoever %s there is told that nothing was written', async (_, key) => {
  const command = `stty cols 120; ${process.execPath} scripts/toolkit.ts new case-study "Anytown evenings"`;
  const terminal = spawn(PSEUDO_TERMINAL, ['-qec', command, '/dev/null'], {cwd: ROOT});
  onTestFinished(() => void terminal.kill());
  let shown = '';
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    const isFirst = !shown.includes('Description:');
    shown += text;
    if (isFirst && shown.includes('Description:')) terminal.stdin.write(key);
  });
  const [code] = await once(terminal, 'exit');
  expect(code).toBe(2);
  expect(shown).toContain('Description: One or two sentences');
  expect(shown).toContain('nothing was written, expected an answer');
  expect(shown).not.toContain('Warning');
  expect(existsSync(path.join(ROOT, STUDY))).toBe(false);
});
