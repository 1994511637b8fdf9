import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

function runTool(program: string, args: string[], cwd = ROOT): {status: number | null; output: string} {
  const {status, stdout, stderr} = spawnSync(path.join(ROOT, 'node_modules', '.bin', program), args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return {status, output: `${stdout}${stderr}`};
}

test.each([
  {name: 'format, lint and import rules', program: 'biome', args: ['ci', '--error-on-warnings', '.']},
  {name: 'types', program: 'tsc', args: ['--noEmit']},
  {name: 'unused files, exports and packages', program: 'knip', args: []},
])(
  '$name: nothing to complain of',
  ({program, args}) => {
    const {status, output} = runTool(program, args);
    expect(status, output).toBe(0);
  },
  180_000,
);
