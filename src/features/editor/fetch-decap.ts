import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {ExitError} from '../../io/cli/exit-error.ts';
import {cacheFolder} from '../../io/result-store.ts';
import decap from './decap.json' with {type: 'json'};

const run = promisify(execFile);

const {name, version, integrity} = decap;

/** The files of the package that the editor serves. */
export const DECAP_FILES = ['decap-cms.js', 'decap-cms.js.LICENSE.txt'] as const;

/** The folder of Decap CMS in the cache of a toolkit. */
export function decapFolder(cwd: string): string {
  return path.join(cacheFolder(cwd), `${name}-${version}`);
}

/**
 * Fetches Decap CMS from npm, once: as a dependency it would bring 640 packages, of which the editor uses one file. What
 * arrives must be the very package that was tested.
 *
 * @param onFetch called before the first request
 * @returns its folder
 * @throws {ExitError} if it cannot be fetched, or is another package.
 */
export async function fetchDecap(cwd: string, onFetch: () => void): Promise<string> {
  const target = decapFolder(cwd);
  if (existsSync(target)) return target;
  onFetch();
  await mkdir(cacheFolder(cwd), {recursive: true});
  const folder = await mkdtemp(path.join(cacheFolder(cwd), 'decap-'));
  try {
    const shell = process.platform === 'win32';
    await run('npm', ['pack', `${name}@${version}`, '--ignore-scripts', '--silent'], {cwd: folder, shell}).catch(() => {
      throw new ExitError(
        'Decap CMS could not be fetched from npm, and the editor needs it once',
        'Check the connection to the internet, and run the command again.',
      );
    });
    const tarball = `${name}-${version}.tgz`;
    const hash = createHash('sha512').update(await readFile(path.join(folder, tarball)));
    if (`sha512-${hash.digest('base64')}` !== integrity) {
      throw new ExitError(
        `npm delivered another ${name} ${version} than the one that was tested`,
        'Report it to the maintainers of the engine, and do not use the editor until they answer.',
      );
    }
    // `tar` is part of Linux, macOS and Windows.
    await run('tar', ['-xzf', tarball, ...DECAP_FILES.map((file) => `package/dist/${file}`)], {cwd: folder});
    await rename(path.join(folder, 'package/dist'), target);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
  return target;
}
