import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {copyToolkit, FLOOD} from '../../support/toolkits/copy-toolkit.ts';
import {configFile, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

function frontMatterOf(cwd: string, file: string): Readonly<Record<string, unknown>> | undefined {
  return readDocument(file, textIn(cwd, file)).document.frontMatter;
}

test('a case study is a draft with a text to replace in each key that it needs', async () => {
  const cwd = copyToolkit('new-study', {contentFrom: FLOOD});
  const file = 'docs/case-studies/anytown-cafe-evenings.md';
  const {code, stdout, stderr} = await runCommand(['new', 'case-study', 'Anytown: café evenings'], cwd);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toMatch(new RegExp(`^wrote ${file}\nNext:\n {2}1\\. In \`${file}\``));
  expect(stdout).toContain('`npm run new -- note --significance major --note "..."`');
  expect(frontMatterOf(cwd, file)).toMatchObject({title: 'Anytown: café evenings', consent: {basis: 'public-record'}});
  expect(textIn(cwd, file)).toMatchSnapshot();
});

test.each([
  {
    under: 'priorities',
    title: 'Roads and paths',
    steps: ['`"roads-and-paths": "priorities/roads-and-paths"`', 'in the menu under “Priorities”'],
  },
  {
    under: 'reference',
    title: 'Useful addresses',
    steps: ['http://localhost:3000/flood/toolkit/reference/useful-addresses/, in the menu.'],
  },
])('a page under $under says what is left to do', async ({under, title, steps}) => {
  const cwd = copyToolkit(`new-page-${under}`, {contentFrom: FLOOD});
  const {code, stdout} = await runCommand(['new', 'page', title, '--under', under], cwd);
  expect(code).toBe(0);
  for (const step of steps) expect(stdout).toContain(step);
  expect(frontMatterOf(cwd, `docs/${under}/${title.toLowerCase().replaceAll(' ', '-')}.md`)).toMatchObject({title});
});

test.each([
  {
    argv: [],
    said: 'no kind given, expected `case-study`, `page`, `event` or `note`',
    fix: 'Write, for example, `npm run new -- case-study "Title"`',
  },
  {argv: ['case-study'], said: 'expected at least 3', fix: 'Write it in quotes'},
  {argv: ['case-study', '日本語'], said: 'makes no file name', fix: 'Choose another title.'},
  {argv: ['page', 'A title', '--under', 'aproaches'], said: 'is `aproaches`', fix: 'Write `--under approaches`'},
  {
    argv: ['case-study', 'A title', '--under', 'reference'],
    said: 'does not belong to `case-study`',
    fix: 'Leave it out.',
  },
])('$argv could not run: exit code 2 and what to do', async ({argv, said, fix}) => {
  const {code, stdout, stderr} = await runCommand(['new', ...argv], copyToolkit('new-refused', {contentFrom: FLOOD}));
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toContain(said);
  expect(stderr).toContain(`  fix: ${fix}`);
});

test('a page in a folder of the configuration has the guidance sections, and the check asks for them', async () => {
  const keys = {guidance_folders: ['topics'], sections: {guidance: ['What to buy', 'First steps']}};
  const cwd = folderWith({...soundFiles(), 'toolkit.config.ts': configFile(`export default ${JSON.stringify(keys)};`)});
  const refused = await runCommand(['new', 'page', 'Sump pumps', '--under', 'shed'], cwd);
  expect(refused.stderr).toContain('expected `topics`, `reference` or `priorities`');
  expect(refused.stderr).toContain('or add the folder to `guidance_folders` in `toolkit.config.ts`.');
  expect(await runCommand(['new', 'page', 'Sump pumps', '--under', 'topics'], cwd)).toMatchObject({
    code: 0,
    stderr: '',
  });
  const file = path.join(cwd, 'docs/topics/sump-pumps.md');
  const draft = readFileSync(file, 'utf8');
  expect(draft.match(/^## .*/gm)).toEqual(['## What to buy', '## First steps']);
  writeFileSync(file, draft.replace('## First steps', '## Last steps'));
  const {stdout} = await runCommand(['check'], cwd);
  expect(stdout).toMatch(/docs\/topics\/sump-pumps\.md:\d+:\d+: error: .*`Last steps`.*\[require-standard-sections\]/);
});

test('a page of a collection starts in its folder, with its keys and sections', async () => {
  const cwd = copyToolkit('new-event', {contentFrom: FLOOD});
  const {code, stderr} = await runCommand(['new', 'event', 'Open evening'], cwd);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  const draft = textIn(cwd, 'docs/events/open-evening.md');
  expect(draft).toContain('\ndate: "Write here: the day it takes place"\n');
  expect(draft).toContain('\n# places: # How many people can come.\n');
  expect(draft.match(/^## .*/gm)).toEqual(['## What happens', '## How to join']);
  const refused = await runCommand(['new', 'event', 'Open evening', '--under', 'events'], cwd);
  expect(refused.stderr).toContain('option `--under` does not belong to `event`, expected none');
});

test('a page that is there is never overwritten', async () => {
  const cwd = copyToolkit('new-there', {contentFrom: FLOOD});
  const argv = ['new', 'case-study', 'Lower Ford pumps'];
  const file = path.join(cwd, 'docs/case-studies/lower-ford-pumps.md');
  const before = readFileSync(file, 'utf8');
  const {code, stderr} = await runCommand(argv, cwd);
  expect(code).toBe(2);
  expect(stderr).toContain('`docs/case-studies/lower-ford-pumps.md` already exists, expected ');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('signs that mean something in YAML and in paths are only words', async () => {
  const cwd = copyToolkit('new-signs', {contentFrom: FLOOD});
  const title = '../../Anytown: "a" # b [c] {d} & *e';
  const {code, stdout} = await runCommand(['new', 'case-study', title], cwd);
  expect(code).toBe(0);
  expect(stdout).toContain('wrote docs/case-studies/anytown-a-b-c-d-and-e.md\n');
  expect(frontMatterOf(cwd, 'docs/case-studies/anytown-a-b-c-d-and-e.md')?.title).toBe(title);
});
