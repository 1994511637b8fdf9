import type {Problem} from '../content/problem.ts';

/** Lines of the new text, both inclusive. */
interface LineRange {
  first: number;
  last: number;
}

/** The changed lines of each file, by path from the toolkit's root. */
export type ChangedLines = ReadonlyMap<string, 'all' | readonly LineRange[]>;

const FILE_RE = /^(?:---|\+\+\+) (?:"?[ab]\/(.*?)"?|\/dev\/null)\t?$/;
const HUNK_RE = /^@@ -\d+(?:,(?<removed>\d+))? \+(?<start>\d+)(?:,(?<added>\d+))? @@/;

/** Parses the output of `git diff --unified=0`, and adds untracked files. A removed file has no lines. */
export function readChanges(diff: string, untracked: readonly string[]): ChangedLines {
  const changes = new Map<string, 'all' | LineRange[]>();
  let ranges: LineRange[] = [];
  // Lines of a hunk can look like headers, so they are counted and skipped.
  let remaining = 0;
  for (const line of diff.split('\n')) {
    if (remaining > 0 && /^[-+]/.test(line)) {
      remaining -= 1;
      continue;
    }
    const [, path] = FILE_RE.exec(line) ?? [];
    if (path !== undefined) {
      ranges = [];
      changes.set(path, ranges);
    }
    const {removed = '1', start, added = '1'} = HUNK_RE.exec(line)?.groups ?? {};
    if (start === undefined) continue;
    remaining = Number(removed) + Number(added);
    // If lines were only removed, the line before the gap counts as changed.
    ranges.push({first: Number(start), last: Number(start) + Math.max(Number(added) - 1, 0)});
  }
  for (const path of untracked) changes.set(path, 'all');
  return changes;
}

/** Whether a problem is on a changed line. A problem of the whole file counts if the file changed at all. */
export function isOnChangedLine(changes: ChangedLines, {path, place, end}: Problem): boolean {
  const ranges = changes.get(path);
  if (ranges === undefined || ranges === 'all') return ranges === 'all';
  if (!place) return true;
  const last = end?.line ?? place.line;
  return ranges.some((range) => place.line <= range.last && last >= range.first);
}
