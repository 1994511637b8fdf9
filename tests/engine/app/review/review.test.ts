import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {noteExample, pageExample, updateExample} from '../../../../src/rules/examples/example-files.ts';
import {startRepository} from '../../support/git.ts';
import {editFile, folderWith, type Outcome, runCommand} from '../../support/run-command.ts';
import {soundFiles} from '../../support/toolkits/sound-toolkit.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const SOUND = soundFiles();

const RECORD = {
  'blog/_published/2026-11-02/index.md': pageExample('Start'),
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes', '', 'Keep two boats in the shed.'),
  'blog/_published/2026-11-02/priorities/wells.md': pageExample('Wells'),
  'blog/a.md': updateExample('2025-11-02', 'index'),
  'blog/b.md': updateExample('2026-11-02', 'priorities/homes'),
};

/** All that a report can tell, once. */
const FULL = {
  ...SOUND,
  ...RECORD,
  'docs/priorities/homes.md': pageExample(
    'Homes',
    '',
    'Keep three boats in the shed, as [the parish](https://parish.example/boats) does.\n\n## Ropes\n\n- Long ones.\n- Short ones.',
  ),
  'docs/priorities/springs.md': pageExample('Springs', '', 'Words. <!-- left over -->'),
  'blog/_pending/boats.md': noteExample(
    'pages: [priorities/homes]\nwhy: Two boats were too few in 2025.\nwho_is_affected: Clerks.\nwhat_to_do: Buy a boat.\nanswers: [12, 15]\n',
  ),
  'blog/_pending/idle.md': noteExample('pages: [index]\n', 'minor').replace('The figure', 'The word'),
  'blog/_pending/put-right.md': noteExample('pages: [priorities/homes]\ncorrects: "2026-11-02#1"\n')
    .replace('content-changed', 'correction')
    .replace('The figure for 2024 was put right', 'The page was not new on 2 November 2026'),
};

const SCRIPT = '<script>alert(1)</script>';
const PICTURE = '"><img src=x onerror=alert(2)>';

const HOSTILE = {
  ...SOUND,
  ...RECORD,
  'docs/priorities/homes.md': pageExample(
    `'Homes ${SCRIPT}'`,
    '',
    `${SCRIPT} ${PICTURE} \`${SCRIPT}\`\n\nSee [a" onclick="x](javascript:alert(3)) and [b](<https://b.example/"onclick="x>).\n\n## ${SCRIPT}\n\n| a |\n| --- |\n| ${PICTURE} |`,
  ),
  [`docs/priorities/${'<b onclick=x>'}.md`]: pageExample(`'Wells'' ${PICTURE}'`),
  'blog/_pending/<i>.md': noteExample(`pages: ['${PICTURE.replace(/[<>]/g, '')}', priorities/homes]\n`).replace(
    'The figure',
    'The <1 & "2" figure\'',
  ),
};

function review(files: Readonly<Record<string, string>>, ...options: string[]): Promise<Outcome> {
  return runCommand(['review', ...options], folderWith(files));
}

test('all that it can say is in the report', async () => {
  const {code, stdout, stderr} = await review(FULL);
  expect(code).toBe(1);
  expect(stderr).toBe(
    '3 notes wait, 3 pages changed; what stops publishing: 2 pages have no note, 1 page has a change that no note covers, 1 note names an unchanged page, 1 problem must be fixed\n',
  );
  expect(stdout).toMatchSnapshot();
});

test('text of authors stays text', async () => {
  const {stdout} = await review(HOSTILE);
  expect(stdout).toContain('javascript:alert(3)');
  const outsideCode = stdout.replace(/(`+)[^`][\s\S]*?\1/g, '');
  expect(outsideCode).not.toMatch(/<(script|img|b|i)\b/);
  expect(outsideCode).not.toContain('](');
});

test('`--since` compares with the text where the work began, whatever is on record', async () => {
  const folder = folderWith({
    ...SOUND,
    'blog/_published/2026-11-02/index.md': pageExample('Start', '', 'Older words.'),
    'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
    'docs/index.md': pageExample('Start', 'changes: [{significance: minor, note: The page has newer words now.}]\n'),
    'blog/_pending/old.md': noteExample('pages: [index]\n'),
  });
  startRepository(folder);
  writeFileSync(path.join(folder, 'docs/priorities/homes.md'), pageExample('Homes', '', 'Keep three boats.'));
  expect(await runCommand(['review', '--since', 'main'], folder)).toMatchObject({
    code: 1,
    stderr: '2 notes wait, 1 page changed; what stops publishing: 1 page has no note\n',
  });
  writeFileSync(path.join(folder, 'blog/_pending/homes.md'), noteExample('pages: [priorities/homes]\n'));
  rmSync(path.join(folder, 'docs/index.md'));
  const {stdout} = await runCommand(['review', '--since', 'main'], folder);
  expect(stdout).toContain('Each page is compared with its text where this work left `main`.');
  expect(stdout).toContain('It waited before this work began.');
  expect(stdout).toContain('### Homes `priorities/homes`');
  expect(stdout).toContain('### Start `index`\n\nPage removed.');
  writeFileSync(path.join(folder, 'blog/_pending/old.md'), noteExample('pages: [index, priorities/homes]\n'));
  const {stdout: touched} = await runCommand(['review', '--since', 'main'], folder);
  expect(touched).not.toContain('It waited before this work began.');
  expect(await runCommand(['review', '--since', 'mian'], folder)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('`mian` is not known to git'),
  });
});

test('a toolkit in a folder of a repository is compared with its own files', async () => {
  const below = Object.entries(SOUND).map(([file, text]) => [`pages/${file}`, text]);
  const folder = folderWith({...Object.fromEntries(below), 'docs/other.md': pageExample('Other')});
  startRepository(folder);
  writeFileSync(path.join(folder, 'pages/docs/priorities/homes.md'), pageExample('Homes', '', 'Keep three boats.'));
  const {stdout} = await runCommand(['review', '--since', 'main'], path.join(folder, 'pages'));
  expect(stdout).toContain('No notes wait, 1 page changed, nothing stops publishing');
  expect(stdout).toContain('Keep three boats');
});

test('a label that changed is asked about until a note without a page says so', async () => {
  const folder = folderWith(publishedFiles());
  startRepository(folder);
  editFile(folder, 'toolkit.config.ts', '"label":"Homes"', '"label":"Houses"');
  for (const since of [[], ['--since', 'main']])
    expect((await runCommand(['review', ...since], folder)).stdout).toContain('`Homes` is now `Houses`, and no note');
  const note = noteExample('pages: []\n', 'minor').replace(/The figure.+/, 'Homes are called houses in menus.');
  mkdirSync(path.join(folder, 'blog/_pending'));
  writeFileSync(path.join(folder, 'blog/_pending/houses.md'), note);
  expect((await runCommand(['review'], folder)).stdout).not.toContain('is now');
  expect((await runCommand(['publish', '--dry-run'], folder)).stdout).toContain(
    '- Ready for the river: Homes are called houses in menus.',
  );
});
