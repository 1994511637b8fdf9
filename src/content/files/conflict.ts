/** The conflicts that git left in a text. */
export interface Conflict {
  /** Where the first one begins. */
  line: number;
  /** The text with every conflict decided for one branch; missing while one of the markers is missing. */
  sides: {ours: string; theirs: string} | undefined;
  /** What git calls our version, the base and theirs. */
  labels: readonly [ours: string, base: string, theirs: string];
}

/** The first character of each marker, by that of the one before it; the base is shown on request only. */
const NEXT: Readonly<Record<string, string>> = {'': '<', '<': '|=', '|': '=', '=': '>'};

export function conflictIn(text: string): Conflict | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  const labels: Record<string, string> = {};
  let [part, start, first] = ['', 0, 0];
  let [ours, theirs] = ['', ''];
  for (const [index, row] of text.split(/(?<=\n)/).entries()) {
    const [, mark = ' ', label = ''] = /^([<|=>])\1{6}(?: (.*?))?\r?\n?$/.exec(row) ?? [];
    if (NEXT[part]?.includes(mark)) {
      labels[mark] ??= label;
      if (mark === '<') start = index + 1;
      if (mark === '>') first ||= start;
      part = mark === '>' ? '' : mark;
    } else {
      if (part === '' || part === '<') ours += row;
      if (part === '' || part === '=') theirs += row;
    }
  }
  if (first === 0) return undefined;
  const sides = part === '' ? {ours, theirs} : undefined;
  return {line: first, sides, labels: [labels['<'] ?? '', labels['|'] ?? '', labels['>'] ?? '']};
}
