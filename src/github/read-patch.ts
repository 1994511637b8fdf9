import {lstatSync} from 'node:fs';
import {ExitError} from '../fs/exit-error.ts';
import type {Git} from '../fs/git/merge-base.ts';

/** What a patch does to one file, according to git. */
export interface PatchedFile {
  path: string;
  /** `A` added, `M` modified, `D` removed, or another of git's letters. */
  status: string;
  /** `100644` for a plain file; `000000` if it is removed. */
  mode: string;
}

/** What a patch may do. */
interface PatchPolicy {
  /** The files that the patch may not change in this way. */
  rejectedFiles(files: readonly PatchedFile[]): PatchedFile[];
  /** What is allowed, to follow `expected`: `only what publishing writes`. */
  expected: string;
}

const FIX = 'Check the run that made the patch before you use it.';

/**
 * Applies a patch to git's index and checks the result there, so that git and we cannot read the patch differently. No
 * file is written. Messages contain only quoted paths, because the log of a job understands commands.
 *
 * @returns every file that it changes
 * @throws {ExitError} where it does anything that it may not.
 */
export async function readPatch(git: Git, patch: string, policy: PatchPolicy): Promise<PatchedFile[]> {
  if (!lstatSync(patch, {throwIfNoEntry: false})?.isFile()) throw refusal('is not a plain file');
  await git('apply', '--cached', '--whitespace=nowarn', patch).catch(() => {
    throw refusal('does not fit the main branch, expected one made from it');
  });
  const files = toFiles(await git('diff-index', '--cached', '--raw', '-z', '--no-renames', '--abbrev=40', 'HEAD'));
  const refused = policy
    .rejectedFiles(files)
    .map(({path, status, mode}) => `${JSON.stringify(path)} (${status} ${mode})`);
  if (refused.length === 0) return files;
  const more = refused.length > 5 ? ` and ${refused.length - 5} more` : '';
  throw refusal(`changes ${refused.slice(0, 5).join(', ')}${more}, expected ${policy.expected}`);
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
