import {newestFirst} from '../../changes/updates/history.ts';
import type {Problem} from '../../content/problem.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {publishedBefore} from '../../io/git/default-branch.ts';
import {noChangedRecord} from '../../rules/public-record/no-changed-record.ts';
import {restoreFix, TWO_PUBLISHED} from '../../rules/published-twice.ts';

/** The updates that a merge or a rebase has lost or changed, and those of this branch that it did not put last. */
export async function findMeetingUpdates(cwd: string, {updates}: Toolkit): Promise<Problem[]> {
  const before = await publishedBefore(cwd);
  if (!before?.isIncluded) return [];
  const toProblem = (path: string, problem: string, fix: string): Problem => ({
    path,
    ruleId: noChangedRecord.id,
    severity: 'error',
    problem,
    fix,
  });
  const own = updates.filter(({document}) => !before.files.has(document.path));
  const published = updates.filter((update) => !own.includes(update)).map(({data}) => data);
  return [
    ...before.lost
      .filter((file) => !before.unmerged.includes(file))
      .map((file) =>
        toProblem(
          file,
          `file is not as on \`${before.ref}\`, expected every published update as readers see it`,
          restoreFix(before.ref, file, before.lost),
        ),
      ),
    ...own
      .filter(({data}) => newestFirst([...published, data])[0] !== data)
      .map(({document}) =>
        toProblem(
          document.path,
          `update was published without those of \`${before.ref}\`, expected it after them`,
          TWO_PUBLISHED,
        ),
      ),
  ];
}
