import {diffArrays} from 'diff';

/** More updates than this do not meet in one merge. */
const MOST_VERSIONS = 6;

/**
 * Explains a text as the merge of its published versions, which were published on several branches: each version then
 * belongs after those before it. Only what git merges without a conflict counts.
 *
 * @param versions oldest first
 * @returns the versions as they are after the merge; `undefined` if the last one is the text, or if it is no such merge
 */
export function mergeVersions(versions: readonly string[], text: string): string[] | undefined {
  const recent = versions.slice(-MOST_VERSIONS);
  const [first] = recent;
  if (first === undefined || recent.at(-1) === text) return undefined;
  const merged = search([first]);
  return merged && [...versions.slice(0, -recent.length), ...merged];

  function search(before: readonly string[]): string[] | undefined {
    const version = recent[before.length];
    const last = before.at(-1) ?? '';
    if (version === undefined) return last === text ? [...before] : undefined;
    // Published with the last one known, or on a branch that left one of the earlier versions.
    const bases = recent.slice(0, before.length).reverse();
    const results = new Set([version, ...bases.flatMap((base) => mergeTexts(last, base, version) ?? [])]);
    for (const result of results) {
      const found = search([...before, result]);
      if (found) return found;
    }
    return undefined;
  }
}

/**
 * Two texts made from one, with the changes of both.
 *
 * @param resolved a text in which a person has settled conflicts: where the changes meet, the result has its lines
 * @returns `undefined` if changes are in conflict and there is no resolved text
 */
export function mergeTexts(ours: string, base: string, theirs: string, resolved?: string): string | undefined {
  const lines = toLines(base);
  const [own = [], other = [], settled = []] = [ours, theirs, resolved ?? base].map((text) => editsOf(lines, text));
  const merged: string[] = [];
  let at = 0;
  for (const {start, end} of joinRanges([...own, ...other, ...settled])) {
    const before = lines.slice(start, end).join('');
    const [left = '', right = '', chosen = ''] = [own, other, settled].map((edits) => textIn(edits, start, end));
    const isConflict = left !== before && right !== before && left !== right;
    if (isConflict && resolved === undefined) return undefined;
    merged.push(...lines.slice(at, start), isConflict ? chosen : left === before ? right : left);
    at = end;
  }
  return [...merged, ...lines.slice(at)].join('');

  function textIn(edits: readonly Edit[], start: number, end: number): string {
    const parts: string[] = [];
    let from = start;
    for (const edit of edits.filter((one) => one.start >= start && one.end <= end)) {
      parts.push(...lines.slice(from, edit.start), ...edit.lines);
      from = edit.end;
    }
    return [...parts, ...lines.slice(from, end)].join('');
  }
}

/** Lines of a text, from `start` to before `end`. */
interface Range {
  start: number;
  end: number;
}

/** A range of a text, and what another text has there. */
interface Edit extends Range {
  lines: string[];
}

function toLines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function editsOf(base: string[], text: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const {added, removed, value} of diffArrays(base, toLines(text))) {
    const end = added ? at : at + value.length;
    if (added || removed) edits.push({start: at, end, lines: added ? value : []});
    at = end;
  }
  return edits;
}

/** As in git, changes of neighbouring lines meet. */
function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const {start, end} of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({start, end});
  }
  return joined;
}
