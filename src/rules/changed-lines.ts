import {parsePatch} from 'diff';
import type {Problem} from '../content/problem.ts';

/** Lines of the new text, both inclusive. */
interface LineRange {
  first: number;
  last: number;
}

/** The changed lines of each file, by path from the toolkit's root. */
export type ChangedLines = ReadonlyMap<string, 'all' | readonly LineRange[]>;

/** Reads the output of `git diff --unified=0`, and adds untracked files. A removed file has no lines. */
export function readChanges(diff: string, untracked: readonly string[]): ChangedLines {
  const changed = parsePatch(diff).map(({oldFileName = '', newFileName = '', hunks}) => {
    const name = newFileName === '/dev/null' ? oldFileName : newFileName;
    const ranges = hunks.map(({newStart, newLines}) => {
      // If lines were only removed, the line before the gap counts as changed.
      const first = newLines === 0 ? newStart - 1 : newStart;
      return {first, last: first + Math.max(newLines - 1, 0)};
    });
    return [name.replace(/^[ab]\//, ''), ranges] as const;
  });
  return new Map<string, 'all' | LineRange[]>([...changed, ...untracked.map((path) => [path, 'all'] as const)]);
}

/** Whether a problem is on a changed line. A problem of the whole file counts if the file changed at all. */
export function isOnChangedLine(changes: ChangedLines, {path, place, end}: Problem): boolean {
  const ranges = changes.get(path);
  if (ranges === undefined || ranges === 'all') return ranges === 'all';
  if (!place) return true;
  const last = end?.line ?? place.line;
  return ranges.some((range) => place.line <= range.last && last >= range.first);
}
