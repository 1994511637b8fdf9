import {globSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {COMMANDS} from '../../../../scripts/commands.ts';
import {engineFiles, generatedFiles} from '../../../../src/app/generate/generated-files.ts';
import {GENERATED_PAGES, isGeneratedPage, MANUAL_FOLDER} from '../../../../src/content/pages/generated-pages.ts';
import {pageIdOf} from '../../../../src/content/pages/page-id.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {CONFIG_FILES, config, settings, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const FOLDER = '.github/ISSUE_TEMPLATE';
/** What a content repository gets. */
const FILES = await generatedFiles({config, extensions: settings});
const PATHS = Object.keys(FILES);
const FORMS = PATHS.filter((file) => file.startsWith(FOLDER));

function filesIn(folder: string): string[] {
  return readdirSync(path.join(folder, FOLDER)).sort();
}

test('the first run writes every file, and the second nothing', async () => {
  const folder = folderWith(CONFIG_FILES);
  expect(await runCommand(['generate'], folder)).toEqual({
    code: 0,
    stdout: PATHS.map((file) => `wrote ${file}\n`).join(''),
    stderr: '',
  });
  for (const [file, content] of Object.entries(FILES)) {
    expect(textIn(folder, file)).toBe(content);
  }
  expect(filesIn(folder)).toHaveLength(FORMS.length);
  expect(await runCommand(['generate'], folder)).toEqual({code: 0, stdout: 'nothing to write\n', stderr: ''});
  expect(await runCommand(['generate', '--check'], folder)).toEqual({
    code: 0,
    stdout: '',
    stderr: `no problems that a program can find in ${PATHS.length} files\n`,
  });
});

test('drift is reported, nothing is written, and one run mends it', async () => {
  const folder = folderWith(CONFIG_FILES);
  expect((await runCommand(['generate', '--check'], folder)).stdout).toContain(
    `${FOLDER}/config.yml: error: file is missing, expected the generated file [no-stale-generated-file]\n  fix: Run \`npm run generate\`.\n`,
  );
  await runCommand(['generate'], folder);
  const file = path.join(folder, FOLDER, 'config.yml');
  const sound = readFileSync(file, 'utf8');
  const drifted = sound.replace('false', 'true');
  writeFileSync(file, drifted);
  expect(await runCommand(['generate', '--check'], folder)).toEqual({
    code: 1,
    stdout: `Must be fixed (1)\n${FOLDER}/config.yml: error: file is out of date, expected the generated file [no-stale-generated-file]\n  fix: Run \`npm run generate\`.\n`,
    stderr: '1 error in 1 file\n',
  });
  expect(readFileSync(file, 'utf8')).toBe(drifted);
  expect((await runCommand(['generate'], folder)).stdout).toBe(`updated ${FOLDER}/config.yml\n`);
  expect(readFileSync(file, 'utf8')).toBe(sound);
});

test('the check warns about each file that an older engine generated, and about no file that is missing', async () => {
  const folder = folderWith(soundFiles());
  expect((await runCommand(['check'], folder)).stdout).toBe('');
  await runCommand(['generate'], folder);
  expect((await runCommand(['check'], folder)).stdout).not.toContain('no-stale-generated-file');
  const workflow = '.github/workflows/deploy.yml';
  for (const file of [workflow, '.github/CODEOWNERS']) {
    const target = path.join(folder, file);
    writeFileSync(target, `# Older\n${readFileSync(target, 'utf8')}`);
  }
  const {code, stdout} = await runCommand(['check', '--model'], folder);
  expect(
    stdout.match(/^\S+(?=: warning: .*\[no-stale-generated-file\]\n {2}fix: Run `npm run generate`\.$)/gm),
  ).toEqual(['.github/CODEOWNERS', workflow]);
  expect(code).toBe(0);
  await runCommand(['generate'], folder);
  expect((await runCommand(['check', '--model'], folder)).stdout).not.toContain('no-stale-generated-file');
});

test('with another host, the files of the first go, and what the publisher changed stays', async () => {
  const folder = folderWith({
    ...CONFIG_FILES,
    ...(await generatedFiles({config, extensions: settings})),
    'toolkit.config.ts': CONFIG_FILES['toolkit.config.ts']?.replace('{', "{host: 'gitlab',") ?? '',
    '.github/CODEOWNERS': '* @ours\n',
  });
  const {stdout} = await runCommand(['generate'], folder);
  expect(stdout).toContain('wrote .gitlab-ci.yml\n');
  expect(stdout).toContain('removed .github/workflows/deploy.yml\n');
  const left = globSync('.github/**', {cwd: folder, withFileTypes: true}).filter((entry) => entry.isFile());
  expect(left.map(({name}) => name)).toEqual(['CODEOWNERS']);
});

test('the check counts the texts of another language that are still in English', async () => {
  const files = soundFiles();
  const config = files['toolkit.config.ts']?.replace('{', '{language: "fr",') ?? '';
  const folder = folderWith({...files, 'toolkit.config.ts': config, 'languages/fr.json': '{"names.home": "Accueil"}'});
  const {stdout} = await runCommand(['check', '--model'], folder);
  expect(stdout).toMatch(/languages\/fr\.json: note: \d+ of \d+ texts are in English, expected `fr`/);
});

test('what is named more closely stands below in CODEOWNERS, and one file may have two teams', async () => {
  const owners = [
    {id: 'a', label: 'A', team: '@org/a', owns: ['/docs/case-studies/', '/blog/_pending/']},
    {id: 'b', label: 'B', team: '@org/b', owns: ['/blog/_pending/', '/docs/', '*']},
    {id: 'c', label: 'C', team: '@org/c', owns: []},
  ];
  const files = await generatedFiles({config: {...config, owners}, extensions: settings});
  expect(files['.github/CODEOWNERS']?.split('\n').slice(1, -1)).toEqual([
    '*                    @org/b',
    '/docs/               @org/b',
    '/blog/_pending/      @org/a @org/b',
    '/docs/case-studies/  @org/a',
  ]);
});

test('the pages that the model calls generated are those that are generated', () => {
  const manual = globSync('**/*.md', {cwd: path.join(ROOT, MANUAL_FOLDER)}).map((file) => `handbook/${file}`);
  const pages = [...PATHS.filter((file) => file.endsWith('.md')), ...manual].map(pageIdOf);
  expect(pages.sort()).toEqual(Object.values(GENERATED_PAGES).sort());
  expect(pages.every(isGeneratedPage)).toBe(true);
});

test('every command and option stands on the page of commands', () => {
  const text = engineFiles(COMMANDS)['manual/contribute/commands.md'] ?? '';
  const {scripts} = JSON.parse(textIn(ROOT, 'template/package.json'));
  for (const [name, command] of Object.entries(COMMANDS)) {
    const called =
      name in scripts
        ? `npm run ${name}`
        : name === 'create'
          ? 'create-good-practice-toolkit'
          : `npm run toolkit -- ${name}`;
    expect(text).toContain(`\n## \`${called}\`\n`);
    for (const option of Object.keys(command.options)) {
      expect(text).toMatch(new RegExp(`^\\| \`--${option}(?: <value>| \\[value\\])?\` \\|`, 'm'));
    }
  }
});
