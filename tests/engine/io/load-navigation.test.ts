import {symlinkSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {explainError} from '../../../src/app/explain-error.ts';
import {InvalidConfigurationError, loadToolkit} from '../../../src/io/load-toolkit.ts';
import {folderWith} from '../support/run-command.ts';
import {navigationFile, soundFiles} from '../support/toolkits/sound-toolkit.ts';

/** What is wrong with a navigation: its place, the problem and the fix. */
async function problemsOf(cwd: string): Promise<string[]> {
  const error = explainError(await loadToolkit(cwd).catch((thrown: unknown) => thrown));
  expect(error).toBeInstanceOf(InvalidConfigurationError);
  const {problems} = error as InvalidConfigurationError;
  expect(JSON.stringify(problems)).not.toContain(cwd);
  return problems.map(({path: file, place, problem, fix}) => {
    expect(file).toBe('navigation.json');
    return `${place?.line}:${place?.column} ${problem}. ${fix}`;
  });
}

test.each([
  {file: '{\n  "footer": [\n', said: /^3:1 syntax error at the end of the file, expected JSON\. Look there/},
  {
    file: '{\n  "footer": []\n  "pages": {}\n}\n',
    said: /^3:3 syntax error at `"pages": {}`, expected JSON\. Look there and at the end of the line above: a comma/,
  },
  {
    file: navigationFile({pages: {home: 'priorities/homes'}}),
    said: /^8:5 unknown key `pages.home`, expected `homes` or `wardens`\. Write `homes`, the nearest match/,
  },
  {
    file: navigationFile({footer: [{label: 'Rivers', to: 'http://rivers.example/'}]}),
    said: /`to` holds `http:\/\/rivers\.example\/`, expected an address in this site/,
  },
  {
    file: navigationFile({sidebars: {toolkit: ['index', {type: 'dok', id: 'index'}]}}),
    said: /^10:7 `sidebars.toolkit`, item 2 holds keys, .+: the id of a page, or an item with a `type`: `doc`/,
  },
])('a broken navigation is reported with its place and a fix: $said', async ({file, said}) => {
  const problems = await problemsOf(folderWith({...soundFiles(), 'navigation.json': file}));
  expect(problems).toEqual([expect.stringMatching(said)]);
});

test('the footer can link to another site', async () => {
  const links = [{label: 'Rivers', to: 'https://rivers.example/'}];
  const {config} = await loadToolkit(folderWith({...soundFiles(), 'navigation.json': navigationFile({footer: links})}));
  expect(config.footer).toEqual(links);
});

test('a navigation that is missing or a link is reported', async () => {
  const {'navigation.json': _, ...files} = soundFiles();
  const cwd = folderWith(files);
  expect(await problemsOf(cwd)).toEqual([expect.stringContaining('no navigation found')]);
  symlinkSync('/etc/hostname', path.join(cwd, 'navigation.json'));
  expect(await problemsOf(cwd)).toEqual([expect.stringContaining('it is a symbolic link')]);
});
