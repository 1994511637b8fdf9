import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {ServedFile} from '../../content/api/api-files.ts';
import {fileOfAddress} from '../../content/links/addresses.ts';
import type {BuiltSite} from './built-site.ts';
import {inParallel} from './in-parallel.ts';

/** Writes files to where they are served. */
export async function writeServed({dir}: Pick<BuiltSite, 'dir'>, files: readonly ServedFile[]): Promise<void> {
  const targets = files.map(({address}) => path.join(dir, fileOfAddress(address)));
  const folders = new Set(targets.map((target) => path.dirname(target)));
  await inParallel([...folders], (folder) => mkdir(folder, {recursive: true}));
  await inParallel([...files.entries()], ([index, {text}]) => writeFile(targets[index] ?? '', text));
}
