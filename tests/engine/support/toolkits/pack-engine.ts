import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {ROOT, WORK} from './copy-toolkit.ts';

/** Where the packed engine is, as `npm install` would put it: below a `node_modules`, where Node runs no TypeScript. */
export const PACKED_ENGINE = path.join(WORK, 'packed', 'node_modules', 'good-practice-toolkit');

/** Compiles and packs the engine as for the registry, and unpacks it. Its types are checked with those of all code. */
export function packEngine(): string {
  const folder = path.join(WORK, 'packed');
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(PACKED_ENGINE, {recursive: true});
  const npm = (...args: string[]) =>
    execFileSync('npm', args, {cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32'});
  npm('run', 'prepack', '--', '--noCheck');
  const packed = npm('pack', '--ignore-scripts', '--json', '--pack-destination', folder);
  const [{filename}] = JSON.parse(packed.slice(packed.indexOf('[\n'))) as [{filename: string}];
  execFileSync('tar', ['-xzf', path.join(folder, filename), '-C', PACKED_ENGINE, '--strip-components', '1']);
  return PACKED_ENGINE;
}
