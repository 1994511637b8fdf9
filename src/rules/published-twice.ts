import {updateOfFile, updateRecordFile} from '../content/records/update-record.ts';
import {lowercaseFirst} from '../format/text.ts';

/** What to do where two branches published: the update of this one has to come after the other. */
export const TWO_PUBLISHED =
  'Two branches published: go back with `git merge --abort` or `git rebase --abort`, with `git reset --merge` after a squash, or with `git reset --keep ORIG_HEAD` once they are joined. Run `npm run publish -- --undo`, commit, merge the main branch, and publish.';

/** What to do where a published file is not as it is on the main branch, among those of which that is true. */
export function restoreFix(ref: string, file: string, lost: readonly string[]): string {
  const restore = `Restore it with \`git checkout ${ref} -- ${file}\`.`;
  const slug = updateOfFile(file);
  if (slug === undefined) return restore;
  const fix = `Readers have it: close this change. If what it says is wrong, change the page again, with \`kind: correction\` and \`corrects: ${slug}\` in the note. On your own computer, ${lowercaseFirst(restore)}`;
  return lost.includes(`blog/${slug}.md`) && lost.includes(updateRecordFile(slug))
    ? `${fix} If a merge left it so, ${lowercaseFirst(TWO_PUBLISHED)}`
    : fix;
}
