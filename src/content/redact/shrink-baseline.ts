import {BASELINE_FILE, shrinkBaseline, storedBaseline} from '../baseline.ts';
import type {Problem} from '../problem.ts';
import type {PlannedFile} from '../publish/planned-file.ts';
import type {SourceFile} from '../toolkit.ts';

/**
 * The baseline as small as the problems of changed files now allow; none where it stays. What linters find beside our
 * own rules is not asked: taking words out leaves the structure of a page as it was.
 */
export function shrinkForFiles(
  files: readonly SourceFile[],
  changed: ReadonlySet<string>,
  problems: readonly Problem[],
): PlannedFile[] {
  const {baseline} = storedBaseline(files);
  const isKept = (path: string, ruleId: string) => !changed.has(path) || ruleId.includes('/');
  const kept = Object.entries(baseline).flatMap(([path, rules]) =>
    Object.entries(rules).flatMap(([ruleId, count]) => (isKept(path, ruleId) ? Array(count).fill({path, ruleId}) : [])),
  );
  const shrunk = shrinkBaseline(baseline, [...kept, ...problems]);
  const isSame = JSON.stringify(shrunk) === JSON.stringify(baseline);
  return isSame ? [] : [{path: BASELINE_FILE, content: `${JSON.stringify(shrunk, null, 2)}\n`}];
}
