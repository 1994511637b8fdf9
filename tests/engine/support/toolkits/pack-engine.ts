import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {ROOT, WORK} from './copy-toolkit.ts';

/** Where the packed engine is, as `npm install` would put it: below a `node_modules`, where Node runs no TypeScript. */
export const PACKED_ENGINE = path.join(WORK, 'packed', 'node_modules', 'good-practice-toolkit');

/** The package, as `npm pack` makes it. */
export const PACKED_FILE = path.join(WORK, 'packed', 'good-practice-toolkit-0.1.0.tgz');

/** Compiles and packs the engine as for the registry, and unpacks it. Its types are checked with those of all code. */
export function packEngine(): string {
  const folder = path.join(WORK, 'packed');
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(PACKED_ENGINE, {recursive: true});
  const npm = (...args: string[]) =>
    execFileSync('npm', args, {cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32'});
  npm('run', 'prepack', '--', '--noCheck');
  npm('pack', '--ignore-scripts', '--pack-destination', folder);
  execFileSync('tar', ['-xzf', PACKED_FILE, '-C', PACKED_ENGINE, '--strip-components', '1']);
  return PACKED_ENGINE;
}
