import type {TextEdit} from '../../problem.ts';

/** Applies edits to a text. If two overlap, only the first is applied; the next run finds the other again. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const {start, end, text: replacement} of sorted) {
    if (start < at) continue;
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
