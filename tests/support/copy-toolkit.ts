import {cpSync, existsSync, mkdirSync, readdirSync, rmSync} from 'node:fs';
import path from 'node:path';

/** The root of the project under test. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Where tests build: inside the project, so that packages are found, and never committed. */
export const WORK = path.join(ROOT, '.tmp', 'tests');

const CODE = ['src', 'scripts', 'docusaurus.config.ts', 'package.json'];
const CONTENT = [
  'docs',
  'handbook',
  'blog',
  'ledgers',
  'static',
  'versioned_docs',
  'versioned_sidebars',
  'versions.json',
  'toolkit.config.ts',
  'navigation.json',
  'sidebars.ts',
];

/**
 * Lays a toolkit into a folder of its own: this project's code, with this project's content or, where
 * `contentFrom` names a folder, with that. Caches of an earlier build stay if `keepCache` says so.
 */
export function copyToolkit(name: string, options: {contentFrom?: string; keepCache?: boolean} = {}): string {
  const target = path.join(WORK, name);
  if (!options.keepCache) rmSync(target, {recursive: true, force: true});
  mkdirSync(target, {recursive: true});
  copyParts(ROOT, CODE, target);
  if (options.contentFrom) copyParts(options.contentFrom, readdirSync(options.contentFrom), target);
  else copyParts(ROOT, CONTENT, target);
  return target;
}

function copyParts(from: string, parts: readonly string[], target: string): void {
  for (const part of parts) {
    const source = path.join(from, part);
    rmSync(path.join(target, part), {recursive: true, force: true});
    if (existsSync(source)) cpSync(source, path.join(target, part), {recursive: true});
  }
}
