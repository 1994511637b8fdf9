import {spawnSync} from 'node:child_process';
import {cp, glob, mkdir, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Io} from '../../src/fs/io.ts';
import {compareText} from '../../src/model/problem.ts';

/** The rooms whose tests must find a fault, because everything else relies on them. */
const ROOMS = ['checks', 'diff'];

/** How many faults are seeded in each room. */
const SAMPLE = 25;

/** Small faults of the kinds that people make, each as a pattern in a line of code and its replacement. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/ === /, ' !== '],
  [/ !== /, ' === '],
  [/ && /, ' || '],
  [/ \|\| /, ' && '],
  [/ <= /, ' < '],
  [/ >= /, ' > '],
  [/ > (?=\w)/, ' >= '],
  [/ < (?=\w)/, ' <= '],
  [/ \+ 1\b/, ' - 1'],
  [/ - 1\b/, ' + 1'],
  [/\.filter\(/, '.filter((_, at) => at > 0).filter('],
  [/\.some\(/, '.every('],
  [/\.every\(/, '.some('],
  [/\?\? \[\]/, '?? [undefined as never]'],
  [/return undefined;/, 'throw new Error("seeded");'],
  [/return \[\];/, 'throw new Error("seeded");'],
];

interface Fault {
  file: string;
  line: number;
  text: string;
}

/** Seeds faults into a copy of the code, one at a time, and counts how many the tests of their room find. */
export async function benchFaults({cwd, stdout, stderr}: Pick<Io, 'cwd' | 'stdout' | 'stderr'>): Promise<void> {
  const folder = path.join(cwd, '.tmp', 'faults');
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  for (const part of ['bin', 'manual', 'src', 'scripts', 'tests', 'examples', 'package.json', 'vitest.config.mts']) {
    await cp(path.join(cwd, part), path.join(folder, part), {recursive: true});
  }
  await symlink(path.join(cwd, 'node_modules'), path.join(folder, 'node_modules'));
  for (const room of ROOMS) {
    const faults = await faultsIn(folder, `src/${room}`);
    // Every nth fault: the same ones in each run, spread over all files.
    const step = Math.max(1, Math.floor(faults.length / SAMPLE));
    const sample = faults.filter((_, index) => index % step === 0).slice(0, SAMPLE);
    let found = 0;
    for (const {file, line, text} of sample) {
      const whole = await readFile(path.join(folder, file), 'utf8');
      await writeFile(
        path.join(folder, file),
        whole
          .split('\n')
          .with(line - 1, text)
          .join('\n'),
      );
      const args = ['run', '--project', 'engine', '--bail', '1', '--reporter', 'dot', `tests/engine/${room}`];
      const {status} = spawnSync(path.join(cwd, 'node_modules', '.bin', 'vitest'), args, {cwd: folder});
      await writeFile(path.join(folder, file), whole);
      if (status === 0) stderr.write(`not found: ${file}:${line}: ${text.trim()}\n`);
      else found += 1;
    }
    stdout.write(`${room}: tests found ${found} of ${sample.length} seeded faults (${faults.length} possible)\n`);
  }
}

/** Every place in the code of a folder where a fault can be seeded; comments, imports and texts of rules are left alone. */
async function faultsIn(cwd: string, folder: string): Promise<Fault[]> {
  const files = (await Array.fromAsync(glob(`${folder}/**/*.ts`, {cwd}))).sort(compareText);
  const found: Fault[] = [];
  for (const file of files) {
    const lines = (await readFile(path.join(cwd, file), 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      if (/^\s*(?:\*|\/[/*]|import |['"`]|\w+: ['"`])/.test(line)) continue;
      for (const [pattern, instead] of FAULTS) {
        if (pattern.test(line)) found.push({file, line: index + 1, text: line.replace(pattern, instead)});
      }
    }
  }
  return found;
}
