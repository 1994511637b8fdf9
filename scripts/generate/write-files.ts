import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes files all or not at all, as far as their content goes: each is written whole beside its place, and only
 * when all are there are they renamed. What a kill between two renames leaves, the next run completes.
 */
export async function writeFiles(cwd: string, files: readonly {path: string; content: string}[]): Promise<void> {
  const staged = files.map(({path: file, content}) => {
    const target = path.join(cwd, file);
    return {target, content, temporary: `${target}.${process.pid}.tmp`};
  });
  try {
    for (const {target, content, temporary} of staged) {
      await mkdir(path.dirname(target), {recursive: true});
      await writeFile(temporary, content, {flag: 'wx'});
    }
    for (const {target, temporary} of staged) await rename(temporary, target);
  } catch (error) {
    await Promise.all(staged.map(({temporary}) => rm(temporary, {force: true})));
    throw error;
  }
}
