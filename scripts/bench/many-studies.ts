import {execFile} from 'node:child_process';
import {cp, glob, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import packageJson from '../../package.json' with {type: 'json'};
import {compareText} from '../../src/model/problem.ts';

/** How many case studies the benchmarks work on. */
export const STUDIES = 1000;

/** What a build needs, without published texts and editions: the copies would be compared with them. */
const KEPT = ['src', 'scripts', 'docs', 'handbook', 'static', 'words.txt', 'package.json'].concat(
  ...['toolkit.config.ts', 'navigation.json', 'sidebars.ts', 'docusaurus.config.ts'],
);

/** One case study in this many has a dead link and a dead anchor. */
const BROKEN_IN = 20;

/** Makes a toolkit of many case studies from this one's own, each under its own title; returns its folder. */
export async function copyManyStudies(cwd: string): Promise<string> {
  const folder = path.join(cwd, '.tmp', 'bench');
  await rm(folder, {recursive: true, force: true});
  await mkdir(path.join(folder, 'node_modules'), {recursive: true});
  for (const name of KEPT) await cp(path.join(cwd, name), path.join(folder, name), {recursive: true});
  const studies = (await Array.fromAsync(glob('docs/case-studies/*.md', {cwd}))).sort(compareText);
  const texts = await Promise.all(studies.map((file) => readFile(path.join(cwd, file), 'utf8')));
  for (let index = 0; index < STUDIES; index += 1) {
    const text = (texts[index % texts.length] ?? '').replace(/^title: .*$/m, `title: Copy ${index}`);
    const broken =
      index % BROKEN_IN === 0 ? ' See [a page](copi-0.md) and [a heading](copy-1.md#no-such-heading).' : '';
    const file = path.join(folder, 'docs', 'case-studies', `copy-${index}.md`);
    await writeFile(file, `${text}\nThis is copy ${index}.${broken}\n`);
  }
  return folder;
}

/** Seconds of the processor (user and system) that a process took with its children, and what it printed. */
export interface Timed {
  seconds: number;
  stdout: string;
}

/** Runs a command of a package, or of this toolkit as `package.json` has it. Checkers end with 1 when they find something. */
export async function timeCommand(cwd: string, command: string, ...args: string[]): Promise<Timed> {
  const root = path.resolve(import.meta.dirname, '..', '..');
  const own = Object.entries(packageJson.scripts).find(([name]) => name === command)?.[1];
  const [program = '', ...words] = own ? own.split(' ') : [path.join(root, 'node_modules', '.bin', command)];
  const inRoot = words.map((word) => (/\.m?[jt]s$/.test(word) ? path.join(root, word) : word));
  const timed = ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@"', 'bench', program, ...inRoot, ...args];
  // biome-ignore lint/suspicious/noExplicitAny: what a failed process leaves has no type of its own.
  const ended = await promisify(execFile)('bash', timed, {cwd, maxBuffer: 2 ** 30}).catch((error: any) => {
    if (error.code === 1) return error as {stdout: string; stderr: string};
    throw new Error(`${command} failed: ${error.stderr}`);
  });
  const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(ended.stderr) ?? [];
  return {seconds: Number(user) + Number(system), stdout: ended.stdout};
}

/** Rows of names and seconds, each also as a multiple of what the peers took. */
export function renderRows(rows: readonly (readonly [name: string, seconds: number])[], peers: number): string {
  return rows
    .map(
      ([name, seconds]) =>
        `${name.padEnd(48)}${seconds.toFixed(1).padStart(7)} s${(seconds / peers).toFixed(2).padStart(7)}\n`,
    )
    .join('');
}
