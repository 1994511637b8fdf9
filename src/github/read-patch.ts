import {lstatSync} from 'node:fs';
import {ExitError} from '../fs/exit-error.ts';
import type {Git} from '../fs/git/merge-base.ts';

/** What a patch does to one file, as git tells it. */
export interface PatchedFile {
  path: string;
  /** `A` added, `M` modified, `D` removed, or another of git's letters. */
  status: string;
  /** `100644` for a plain file; `000000` where it is gone. */
  mode: string;
}

/** What a patch may do. */
interface Judge {
  /** The files of a patch that should not be in it. */
  judgePatch(files: readonly PatchedFile[]): PatchedFile[];
  /** What is expected, to follow that word: `only what publishing writes`. */
  expected: string;
}

const FIX = 'Look at the run that made the patch before you do anything with it.';

/**
 * Takes a patch into git's index and judges what came of it there, so that git's reading of the patch and ours cannot
 * differ. Nothing of it gets into a folder; no word of it but quoted paths gets into a message, because the log of a
 * job takes commands.
 *
 * @returns every file that it changes
 * @throws {ExitError} where it does anything that it may not.
 */
export async function takePatch(git: Git, patch: string, judge: Judge): Promise<PatchedFile[]> {
  if (!lstatSync(patch, {throwIfNoEntry: false})?.isFile()) throw refusal('is no plain file, expected one');
  await git('apply', '--cached', '--whitespace=nowarn', patch).catch(() => {
    throw refusal('does not fit the main branch, expected one made from it');
  });
  const files = toFiles(await git('diff-index', '--cached', '--raw', '-z', '--no-renames', '--abbrev=40', 'HEAD'));
  const refused = judge.judgePatch(files).map(({path, status, mode}) => `${JSON.stringify(path)} (${status} ${mode})`);
  if (refused.length === 0) return files;
  const more = refused.length > 5 ? ` and ${refused.length - 5} more` : '';
  throw refusal(`changes ${refused.slice(0, 5).join(', ')}${more}, expected ${judge.expected}`);
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
  return new ExitError(`the patch ${found}`, FIX, {code: 1});
}
