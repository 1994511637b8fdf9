const FENCE_RE = /^ {0,3}(?<fence>`{3,}|~{3,})(?<info>[^`]*)$/;

/**
 * Which lines stand in a block of code, its fences among them. A fence that nobody closed is taken for words: to
 * CommonMark all that follows is code, and then no field of a form would be found.
 *
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function fencedLines(lines: readonly string[]): boolean[] {
  const inside = lines.map(() => false);
  let open: {at: number; fence: string} | undefined;
  const marks = lines.map((line) => FENCE_RE.exec(line)?.groups);
  const lastOf = new Map(marks.flatMap((groups, at) => (groups ? [[groups.fence?.[0], at]] : [])));
  for (const [at, groups] of marks.entries()) {
    const {fence = '', info = ''} = groups ?? {};
    if (fence === '') continue;
    if (!open) {
      if ((lastOf.get(fence[0]) ?? at) > at) open = {at, fence};
    } else if (fence.startsWith(open.fence) && info.trim() === '') {
      inside.fill(true, open.at, at + 1);
      open = undefined;
    }
  }
  return inside;
}
