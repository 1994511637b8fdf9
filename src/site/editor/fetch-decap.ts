import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {ExitError} from '../../fs/exit-error.ts';
import {cacheFolder} from '../../fs/result-store.ts';
import decap from './decap.json' with {type: 'json'};

const run = promisify(execFile);

/** The files of Decap CMS and of the React that it was built for, by the names under which they are imported. */
export type DecapFiles = Readonly<Record<string, string>>;

/** Where the fetched packages are in a toolkit; `undefined` if they were not fetched yet. */
export function findDecap(cwd: string): DecapFiles | undefined {
  const folder = folderOf(cwd);
  if (!existsSync(folder)) return undefined;
  return Object.fromEntries(decap.packages.map(({name, main}) => [name, path.join(folder, name, 'package', main)]));
}

/**
 * Fetches Decap CMS from npm, once: as a dependency it would bring 640 packages, of which the editor uses one file. What
 * arrives must be the very packages that were tested.
 *
 * @param onFetch called before the first request
 * @throws {ExitError} if they cannot be fetched, or are other packages.
 */
export async function fetchDecap(cwd: string, onFetch: () => void): Promise<DecapFiles> {
  const known = findDecap(cwd);
  if (known !== undefined) return known;
  onFetch();
  await mkdir(cacheFolder(cwd), {recursive: true});
  const folder = await mkdtemp(path.join(cacheFolder(cwd), 'decap-'));
  try {
    for (const {name, version, integrity} of decap.packages) await fetchPackage({name, version, integrity}, folder);
    await rename(folder, folderOf(cwd));
  } catch (error) {
    await rm(folder, {recursive: true, force: true});
    if (error instanceof ExitError) throw error;
    throw new ExitError(
      'Decap CMS could not be fetched from npm, and the editor needs it once',
      'Check the connection to the internet, and run the command again.',
    );
  }
  return findDecap(cwd) ?? {};
}

function folderOf(cwd: string): string {
  return path.join(cacheFolder(cwd), decap.packages.map(({name, version}) => `${name}-${version}`).join('+'));
}

async function fetchPackage(
  {name, version, integrity}: {name: string; version: string; integrity: string},
  folder: string,
): Promise<void> {
  const target = path.join(folder, name);
  await mkdir(target);
  await npm(['pack', `${name}@${version}`, '--ignore-scripts', '--silent'], target);
  const tarball = `${name}-${version}.tgz`;
  const hash = createHash('sha512').update(await readFile(path.join(target, tarball)));
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new ExitError(
      `npm delivered another ${name} ${version} than the one that was tested`,
      'Report it to the maintainers of the engine, and do not use the editor until they answer.',
    );
  }
  // `tar` is part of Linux, macOS and Windows.
  await run('tar', ['-xzf', tarball, '--exclude=*.map'], {cwd: target});
  await rm(path.join(target, tarball));
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const isWindows = process.platform === 'win32';
  await run(isWindows ? 'npm.cmd' : 'npm', [...args], {cwd, shell: isWindows});
}
