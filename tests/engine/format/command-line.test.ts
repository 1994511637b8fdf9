import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {commandLine} from '../../../src/format/command-line.ts';

test('plain words stand as they are, and without any there is no `--`', () => {
  expect(commandLine('publish')).toBe('npm run publish');
  expect(commandLine('new', 'note', '--pages', 'priorities/homes')).toBe(
    'npm run new -- note --pages priorities/homes',
  );
});

test('whatever a file is called, a shell gets its name and runs nothing', () => {
  const name = fc.string({unit: 'binary-ascii', maxLength: 30}).map((word) => word.replaceAll('\0', ''));
  const words = fc.sample(name, {numRuns: 200, seed: 1});
  const line = commandLine('withdraw', ...words).replace('npm run withdraw -- ', "printf '%s\\0' ");
  const told = execFileSync('sh', ['-c', line], {encoding: 'utf8'});
  expect(told.split('\0').slice(0, -1)).toEqual(words);
});
