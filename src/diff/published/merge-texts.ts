import {diffArrays} from 'diff';

/**
 * Two texts made from one, with the changes of both.
 *
 * @returns or the lines of that one text at which the changes are in conflict
 */
export function mergeTexts(ours: string, base: string, theirs: string): {text: string} | {conflict: string} {
  const lines = toLines(base);
  const [own = [], other = []] = [ours, theirs].map((text) => editsOf(lines, text));
  const merged: string[] = [];
  let at = 0;
  for (const {start, end} of joinRanges([...own, ...other])) {
    const before = lines.slice(start, end).join('');
    const [left = '', right = ''] = [own, other].map((edits) => textIn(edits, start, end));
    if (left !== before && right !== before && left !== right) return {conflict: before};
    merged.push(...lines.slice(at, start), left === before ? right : left);
    at = end;
  }
  return {text: [...merged, ...lines.slice(at)].join('')};

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
