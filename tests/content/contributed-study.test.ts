import {spawnSync} from 'node:child_process';
import {cpSync, globSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {loadConfig} from '../../src/fs/load-toolkit.ts';
import {labelledEvent} from '../engine/support/intake/labelled-event.ts';
import {soundAnswers} from '../engine/support/intake/proposal.ts';
import {runCommand} from '../engine/support/run-command.ts';
import {copyToolkit, ROOT} from '../engine/support/toolkits/copy-toolkit.ts';

/** What the tests below read beside the toolkit itself. */
const BESIDE = [
  'bin',
  'manual',
  'scripts',
  'src',
  'tests',
  '.github',
  '.vscode',
  'vitest.config.mts',
  'tsconfig.json',
  'README.md',
  'CONTRIBUTING.md',
];

/**
 * The workflow that makes a pull request of a proposal runs the tests before: a case study with nothing wrong must pass
 * them, as nobody who sends one can mend a test.
 */
test('a sound case study that comes by the form passes the check and the tests of this toolkit', async () => {
  const folder = copyToolkit('contributed study');
  for (const part of BESIDE) cpSync(path.join(ROOT, part), path.join(folder, part), {recursive: true});
  const config = loadConfig(folder);
  const event = labelledEvent(config, {
    ...soundAnswers(config),
    'what-happened': 'In 2023, [240 people came](https://anytown.example/report), by the count of the service itself.',
  });
  const file = path.join(folder, 'event.json');
  writeFileSync(file, JSON.stringify(event));
  expect(await runCommand(['new', 'case-study', '--from-issue', file], folder)).toMatchObject({code: 0, stderr: ''});
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0});
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const others = globSync('tests/content/*.test.ts', {cwd: folder}).filter((name) => !import.meta.url.endsWith(name));
  expect(others).not.toEqual([]);
  const words = ['run', '--project', 'content', '--reporter', 'dot', ...others];
  const {status, stdout} = spawnSync(process.execPath, [vitest, ...words], {cwd: folder, encoding: 'utf8'});
  expect(status, stdout).toBe(0);
}, 180_000);
