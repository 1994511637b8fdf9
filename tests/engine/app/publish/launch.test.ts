import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {addLaunch, removeLaunch} from '../../../../src/app/publish/configuration-text.ts';
import {recordsOf} from '../../../../src/changes/updates/page-record.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {readTree} from '../../io/transaction/trees.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {copyOf} from '../../support/toolkits/linked-toolkit.ts';
import {page} from '../../support/toolkits/sound-toolkit.ts';
import {restatedFiles, unseenFiles} from '../../support/toolkits/unseen-toolkit.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const UPDATE = 'blog/2026-11-24.md';
const CONFIG = 'toolkit.config.ts';
/** A launched toolkit, as a process of its own would read it. */
async function launched(files = unseenFiles(), ...options: string[]): Promise<string> {
  const cwd = folderWith(files);
  expect((await runCommand(['publish', '--launch', ...options], cwd)).stderr).toBe('');
  return copyOf(cwd);
}

test('a launch writes the first update, puts every page on record, and sets the day', async () => {
  const cwd = await launched();
  expect(textIn(cwd, UPDATE)).toMatchInlineSnapshot(`
    "---
    title: First published
    slug: 2026-11-24
    date: 2026-11-24
    published:
      earliest: 2026-11-24
      latest: 2026-11-24
    launch: true
    changes:
      - kind: page-added
        significance: major
        pages: [index]
        note: The toolkit is public, with 3 guidance pages. From now on, each change has a note.
    ---
    "
  `);
  expect(textIn(cwd, CONFIG)).toBe(unseenFiles()[CONFIG]?.replace('};\n', ", launched: '2026-11-24'};\n"));
  for (const file of ['index', 'boats', 'priorities/homes'])
    expect(textIn(cwd, `blog/_published/2026-11-24/${file}.md`)).toBe(textIn(cwd, `docs/${file}.md`));
  expect(await runCommand(['check'], cwd)).toMatchObject({code: 0, stdout: ''});
  writeFileSync(path.join(cwd, 'docs/boats.md'), page('Boats').replace('Words.', 'Three boats.'));
  expect((await runCommand(['check'], cwd)).stdout).toContain('docs/boats.md:2:1: error: page has changed');
});

test('headings of symbols, of joined letters, from right to left and with accents are launched as they are checked', async () => {
  const headings = [
    '⚠️ IMPORTANT ⚠️',
    '❤️',
    '👩🏽‍🚒 Crews',
    '1️⃣ First',
    '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Scotland',
    'مرحبا بكم',
    'می‌خواهم',
    'Éclairs à Cæn',
  ];
  const files = unseenFiles();
  const text = headings.map((heading) => `## ${heading}\n\nWords.\n`).join('\n');
  const cwd = folderWith({...files, 'docs/boats.md': `${files['docs/boats.md']}\n${text}`});
  expect((await runCommand(['check'], cwd)).stdout).not.toContain('error');
  expect(await runCommand(['publish', '--launch'], cwd)).toMatchObject({code: 0, stderr: ''});
});

test('the history of a predecessor stays as it is and goes on record', async () => {
  const cwd = await launched(restatedFiles());
  expect(Object.keys(JSON.parse(textIn(cwd, 'blog/_published/original-1.json')).files)).toEqual(['blog/original-1.md']);
  expect(await runCommand(['check'], cwd)).toMatchObject({code: 0, stdout: ''});
  const {pages} = recordsOf(await loadToolkit(cwd), '2026-11-24');
  expect(pages.index?.history.older).toHaveLength(1);
});

test.each([
  ['an unseen toolkit', unseenFiles(), []],
  ['one with a predecessor, and its edition', restatedFiles(), ['--edition']],
])('the launch of %s that is undone leaves the very bytes that were there', async (_, files, options) => {
  const before = readTree(folderWith(files));
  const cwd = await launched(files, ...options);
  const {code, stdout} = await runCommand(['publish', '--undo', '--force'], cwd);
  expect({code, stdout}).toMatchObject({code: 0, stdout: expect.stringContaining(`undid ${UPDATE}`)});
  expect(stdout).toContain("run `npm run publish -- --launch --title 'First published'");
  expect(readTree(cwd)).toEqual(before);
});

test('what is on the baseline does not keep a toolkit from its launch, and a new problem of the same rule does', async () => {
  const boats = String(unseenFiles()['docs/boats.md']);
  const vague = (times: number) =>
    `${boats}\n#### Deep\n\n${'Read more [here](index.md).\n\n'.repeat(times).trimEnd()}\n`;
  const cwd = folderWith({...unseenFiles(), 'docs/boats.md': vague(1)});
  const refused = await runCommand(['publish', '--launch'], cwd);
  expect(refused.stderr + refused.stdout).toContain('link');
  expect((await runCommand(['check', '--baseline'], cwd)).stdout).toBe('');
  writeFileSync(path.join(cwd, 'docs/boats.md'), vague(2));
  expect((await runCommand(['publish', '--launch'], cwd)).code).not.toBe(0);
  writeFileSync(path.join(cwd, 'docs/boats.md'), vague(1));
  expect(await runCommand(['publish', '--launch'], cwd)).toMatchObject({code: 0});
});

test('a toolkit is launched once, with its own title and day', async () => {
  const cwd = await launched(unseenFiles(), '--title', 'Here it is', '--date', '2026-11-20');
  expect(textIn(cwd, 'blog/2026-11-20.md')).toContain('title: Here it is\n');
  expect(textIn(cwd, CONFIG)).toContain("launched: '2026-11-20'");
  expect(await runCommand(['publish', '--launch'], cwd)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the toolkit was launched on 2026-11-20, expected `--launch` only once'),
  });
});

test('where the configuration cannot be edited, the editor adds the line and launches', async () => {
  const files = unseenFiles();
  const odd = {
    ...files,
    [CONFIG]: `${files[CONFIG]?.replace('export default', 'const settings =')}export default settings;\n`,
  };
  const cwd = folderWith(odd);
  const refused = await runCommand(['publish', '--launch'], cwd);
  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Add `launched: '2026-11-24',` to the settings"),
  });
  const added = copyOf(cwd);
  writeFileSync(path.join(added, CONFIG), odd[CONFIG].replace('= {', "= {launched: '2026-11-24', "));
  const {stdout} = await runCommand(['check'], added);
  expect(stdout).toContain('`launched` is `2026-11-24` and nothing has been published, expected the first update');
  expect((await runCommand(['publish', '--launch', '--date', '2026-11-23'], added)).stderr).toContain(
    'expected 2026-11-24',
  );
  expect(await runCommand(['publish', '--launch'], added)).toMatchObject({code: 0});
  expect(await runCommand(['check'], added)).toMatchObject({code: 0, stdout: ''});
});

test('a toolkit that published before its launch keeps its notes, and is launched when none waits', async () => {
  const note =
    '---\nkind: content-changed\nsignificance: minor\npages: [index]\nnote: The page has other words now.\n---\n';
  const cwd = folderWith({
    ...publishedFiles(),
    'docs/index.md': page('Start').replace('Words.', 'Other words.'),
    'blog/_pending/index.md': note,
  });
  expect((await runCommand(['publish', '--launch'], cwd)).stderr).toContain('`blog/_pending/index.md` waits');
  expect((await runCommand(['publish'], cwd)).stderr).toBe('');
  expect((await runCommand(['publish', '--launch'], cwd)).stderr).toBe('');
  const {pages} = recordsOf(await loadToolkit(copyOf(cwd)), '2026-11-24');
  expect(pages['priorities/homes']?.history.lastUpdated).toMatchObject({latest: '2026-11-02'});
});

test('an edition frozen alone is undone alone, unless readers have seen it or it has changed', async () => {
  const cwd = folderWith(publishedFiles());
  const before = readTree(cwd);
  const publish = (...options: string[]) => runCommand(['publish', ...options], cwd);
  expect((await publish('--edition')).stderr).toBe('');
  expect((await publish('--undo')).stderr).toContain('we cannot know whether readers have edition `2026-11`');
  const frozen = path.join(cwd, 'versioned_docs/version-2026-11/index.md');
  const text = readFileSync(frozen, 'utf8');
  writeFileSync(frozen, text.replace('Words.', 'Other words.'));
  expect((await publish('--undo', '--force')).stderr).toContain('edition `2026-11` is not as it was frozen');
  writeFileSync(frozen, text);
  expect((await publish('--undo', '--force', '--dry-run')).stdout).toContain('would undo edition 2026-11\n');
  expect((await publish('--undo', '--force')).stdout).toContain('undid edition 2026-11\n');
  // The addresses of what was published earlier went on record with it, and stay true.
  rmSync(path.join(cwd, 'ledgers'), {recursive: true});
  expect({...readTree(cwd), 'versions.json': before['versions.json']}).toEqual(before);
});

const SETTINGS = `import {defineToolkit} from 'good-practice-toolkit';

export default defineToolkit({
  title: 'Boats', // launched: soon
  owners: [{id: 'editor'}], // the last
});
`;

test.each([
  ['a call', SETTINGS, "{id: 'editor'}],\n  launched: '2026-11-24', // the last\n});\n"],
  [
    'lines that end as on Windows',
    SETTINGS.replaceAll('\n', '\r\n'),
    "],\r\n  launched: '2026-11-24', // the last\r\n",
  ],
])('the day is added to %s, and removed again', (_, text, expected) => {
  const added = addLaunch(text, '2026-11-24');
  expect(added).toContain(expected);
  expect(removeLaunch(added ?? '', '2026-11-24')).toBe(text);
  expect(addLaunch(added ?? '', '2026-11-24')).toBeUndefined();
  expect(removeLaunch((added ?? '').replace('2026-11-24', '2026-11-25'), '2026-11-24')).toBeUndefined();
});
