import {expect, test} from 'vitest';
import {plantCanaries, sungIn} from '../../support/canaries.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {soundFiles} from '../../support/toolkits/sound-toolkit.ts';

test('every file that a tool would load is an error, and none is loaded', async () => {
  const folder = folderWith({...soundFiles(), 'docs/.markdownlint.json': '{}', 'static/.htaccess.json': '{}'});
  const planted = [...plantCanaries(folder), 'docs/.markdownlint.json', 'static/.htaccess.json'];
  const {code, stdout} = await runCommand(['check', '--format', 'json'], folder);
  const {problems} = JSON.parse(stdout) as {problems: {path: string; severity: string}[]};
  expect(code).toBe(1);
  const reported = problems.filter(({severity}) => severity === 'error').map(({path}) => path);
  expect(planted.filter((name) => !reported.includes(name))).toEqual([]);
  expect(sungIn(folder)).toEqual([]);
});

test('a tool that nobody has heard of finds no settings either, while what people keep in a folder may stay', async () => {
  const kept = ['.DS_Store', '.toolkit.config.ts.swp', 'extensions.mts', 'issue.json', 'Makefile', 'minutes.docx'];
  const settings = ['.newrc', 'new.config.mjs', 'new.settings.toml', 'I18N', 'NEW.CONFIG.YML'];
  const files = Object.fromEntries([...kept, ...settings].map((name) => [name, '{}']));
  const {stdout} = await runCommand(['check', '--format', 'json'], folderWith({...soundFiles(), ...files}));
  const {problems} = JSON.parse(stdout) as {problems: {path: string}[]};
  expect(problems.map(({path}) => path).filter((path) => path in files)).toEqual(settings.sort());
});

test.each([
  {npmrc: '# Errors only.\nloglevel=error\n', isAllowed: true},
  {npmrc: '# Errors only.\rscript-shell=./run\n', isAllowed: false},
  {npmrc: 'loglevel=error\nregistry=https://packages.example\n', isAllowed: false},
])('settings of npm may only say how much it prints: $isAllowed', async ({npmrc, isAllowed}) => {
  const {stdout} = await runCommand(['check', '--format', 'json'], folderWith({...soundFiles(), '.npmrc': npmrc}));
  const {problems} = JSON.parse(stdout) as {problems: {path: string}[]};
  expect(problems.some(({path}) => path === '.npmrc')).toBe(!isAllowed);
});
