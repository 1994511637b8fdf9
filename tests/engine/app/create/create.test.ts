import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {linkEngine, ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {ENTER, typeAnswers} from '../../support/type-answers.ts';

/** A new toolkit whose engine is this checkout. */
async function created(...options: string[]): Promise<string> {
  const folder = folderWith({});
  expect(await runCommand(['create', 'new', '--yes', '--no-install', ...options], folder)).toMatchObject({code: 0});
  const cwd = path.join(folder, 'new');
  linkEngine(cwd, ROOT);
  expect(await runCommand(['generate'], cwd)).toMatchObject({code: 0});
  return cwd;
}

describe.each([
  {language: 'en-GB', said: ['Buildings', 'Working with partners'], menu: 'Case studies'},
  {
    language: 'cy',
    said: ['Adeiladau', 'Gweithio gyda phartneriaid'],
    menu: 'Astudiaethau achos',
  },
])('a new toolkit in $language', ({language, said, menu}) => {
  test('has its settings, navigation and pages in the language, and passes the check', async () => {
    const cwd = await created('--language', language);
    const read = (file: string) => textIn(cwd, file);
    for (const text of said) expect(read('toolkit.config.ts')).toContain(text);
    expect(read('navigation.json')).toContain(`"label": "${menu}"`);
    expect(await runCommand(['check'], cwd)).toMatchObject({code: 0, stdout: ''});
    const pages = ['docs/index.md', 'docs/case-studies/example.md'].map(read).join('\n');
    expect(/This toolkit says/.test(pages)).toBe(language === 'en-GB');
  });

  test('is launched once its examples are replaced', async () => {
    const cwd = await created('--language', language);
    const study = path.join(cwd, 'docs/case-studies/example.md');
    const {code, stderr} = await runCommand(['publish', '--launch'], cwd);
    expect(code).toBe(2);
    expect(stderr.match(/^`docs\/.*` still has the example text/gm)).toHaveLength(2);
    writeFileSync(
      study,
      readFileSync(study, 'utf8').replace(/\n## .*\n\n/, (heading) => `${heading}Text. `),
    );
    const {stderr: later} = await runCommand(['publish', '--launch'], cwd);
    expect(later.match(/^`docs\/.*` still has the example text/gm)).toHaveLength(1);
  });
});

test('a toolkit without case studies has these files in all, and passes the check', async () => {
  const cwd = await created('--no-case-studies');
  const names = readdirSync(cwd).filter((name) => !['node_modules', '.github'].includes(name));
  const hidden = ['.gitattributes', '.gitignore', '.npmrc', '.nvmrc'];
  const settings = ['docusaurus.config.ts', 'navigation.json', 'package.json', 'sidebars.ts', 'toolkit.config.ts'];
  expect(names.sort()).toEqual([...hidden, 'README.md', 'docs', ...settings]);
  expect(readdirSync(path.join(cwd, 'docs'))).toEqual(['index.md']);
  expect(textIn(cwd, '.npmrc')).toContain('\nloglevel=error\n');
  expect(await runCommand(['check'], cwd)).toMatchObject({code: 0, stdout: ''});
  expect(await runCommand(['new', 'case-study', 'Boats'], cwd)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('unknown argument `case-study`, expected `page` or `note`'),
  });
});

test('a toolkit that starts from a folder has its pages, and says nothing of itself that nobody said', async () => {
  const old = folderWith({'index.md': '# Rivers\n\nRivers rise fast here, and this page says what to do first.\n'});
  const cwd = await created('--from', old);
  expect(readdirSync(cwd)).not.toContain('docs');
  expect((await runCommand(['import', old], cwd)).stdout).toContain('Imported 1 page');
  expect((await runCommand(['import', old], cwd)).stdout).toContain('Nothing to import');
  expect(textIn(cwd, 'toolkit.config.ts')).not.toMatch(
    /^ {2}(description|audience|publisher|licence|strapline|phase):/m,
  );
  expect((await runCommand(['check', '--release'], cwd)).stdout).toContain('`licence` is missing');
});

test.each([
  [['--host', 'gitlab', '--no-case-studies'], 'write in `docs/`', 'push it to https://gitlab.com/example-org/new.\n'],
  [
    ['--host', 'none', '--from', '../old'],
    'correct what the import and the check list',
    'copy the folder `build` to your web server.\n',
  ],
])('the next steps after %j follow the host and the start', async (options, write, send) => {
  const {stdout} = await runCommand(['create', 'new', '--yes', '--no-install', ...options], folderWith({}));
  expect(stdout).toContain(write);
  expect(stdout).toContain(send);
  expect(stdout).not.toContain('GitHub');
});

test.each([
  {args: ['--repository', 'museums'], said: '`--repository` is `museums`'},
  {args: ['--language', 'xx'], said: '`--language` is `xx`'},
  {args: ['--title', ''], said: '`--title` is ``'},
])('an answer that cannot be used is explained, and nothing is written: $args', async ({args, said}) => {
  const folder = folderWith({});
  const {code, stderr} = await runCommand(['create', 'new', '--yes', '--no-install', ...args], folder);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).toContain('fix: ');
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder in which only git has begun becomes the toolkit', async () => {
  const folder = folderWith({'.git/HEAD': 'ref: refs/heads/main\n'});
  const {code} = await runCommand(['create', '.', '--yes', '--no-install'], folder);
  expect({code, files: readdirSync(folder)}).toMatchObject({code: 0, files: expect.arrayContaining(['.git', 'docs'])});
});

test('at a terminal four questions are asked, and a wrong answer again', async () => {
  const folder = folderWith({'taken/a.md': 'Ours.'});
  const terminal = typeAnswers([
    ['Which language', ENTER],
    ['In which new folder?', `${'\u007F'.repeat(10)}taken${ENTER}`],
    ['has files already', `${'\u007F'.repeat(5)}museums${ENTER}`],
    ['What is the toolkit called?', ENTER],
    ['Which GitHub repository', ENTER],
  ]);
  expect(await runCommand(['create', '--no-install'], folder, terminal), terminal.shown()).toMatchObject({code: 0});
  const config = textIn(folder, 'museums/toolkit.config.ts');
  expect(config).toContain("title: 'Museums'");
});

test('the title, the repository and the address are proposed from the name of the folder', async () => {
  const folder = folderWith({});
  const {stdout} = await runCommand(['create', 'museums-and-weather', '--yes', '--no-install'], folder);
  const config = textIn(folder, 'museums-and-weather/toolkit.config.ts');
  expect(config).toContain("title: 'Museums and weather'");
  expect(config).toContain("repository: 'example-org/museums-and-weather'");
  expect(config).toContain("baseUrl: '/museums-and-weather/'");
  expect(stdout).toContain('3. Run `git init`, commit, push it to https://github.com/example-org/museums-and-weather');
});
