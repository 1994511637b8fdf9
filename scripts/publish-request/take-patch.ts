import {lstatSync} from 'node:fs';
import {ExitError} from '../io.ts';
import type {Git} from '../job-git.ts';
import type {PatchedFile} from './judge-patch.ts';
import {judgePatch} from './judge-patch.ts';

const FIX = 'Look at the run that made the patch before you do anything with it.';

/**
 * Takes a patch into git's index and judges what came of it there, so that git's reading of the patch and ours cannot
 * differ. Nothing of it gets into a folder; no word of it but quoted paths gets into a message, because the log of a
 * job takes commands.
 *
 * @returns every file that it changes
 * @throws {ExitError} where it does anything that publishing does not do.
 */
export async function takePatch(git: Git, patch: string): Promise<PatchedFile[]> {
  if (!lstatSync(patch, {throwIfNoEntry: false})?.isFile()) throw refusal('is no plain file, expected one');
  await git('apply', '--cached', '--whitespace=nowarn', patch).catch(() => {
    throw refusal('does not fit the main branch, expected one made from it');
  });
  const files = toFiles(await git('diff-index', '--cached', '--raw', '-z', '--no-renames', '--abbrev=40', 'HEAD'));
  const refused = judgePatch(files).map(({path, status, mode}) => `${JSON.stringify(path)} (${status} ${mode})`);
  if (refused.length === 0) return files;
  const more = refused.length > 5 ? ` and ${refused.length - 5} more` : '';
  throw refusal(`changes ${refused.slice(0, 5).join(', ')}${more}, expected only what publishing writes`);
}

/** https://git-scm.com/docs/git-diff-index#_raw_output_format */
function toFiles(raw: string): PatchedFile[] {
  const fields = raw.split('\0');
  return fields.flatMap((field, index) => {
    const [, mode = '', , , status = ''] = field.startsWith(':') && index % 2 === 0 ? field.split(' ') : [];
    return mode === '' ? [] : [{path: fields[index + 1] ?? '', status, mode}];
  });
}

function refusal(found: string): ExitError {
  return new ExitError(`the patch ${found}`, FIX, 1);
}
