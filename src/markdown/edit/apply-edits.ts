import type {TextEdit} from '../../model/problem.ts';

/** Makes edits of one text; of two that overlap only the first is made, and the next run finds the other. */
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
