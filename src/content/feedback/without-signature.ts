import {findHeadings} from '../issue-forms/find-headings.ts';

/** Below this line stands the signature: https://www.rfc-editor.org/rfc/rfc3676#section-4.3. */
const SEPARATOR_RE = /^-- ?\r?$/;

const QUOTED_RE = /^(?:> ?)+/;

/**
 * The text of an e-mail without the signature below `--`. People part their answers with such a line too: it begins a
 * signature only where no label follows that has not stood above it, and right above a label it says nothing.
 */
export function withoutSignature(text: string, labels: readonly string[]): string {
  const lines = text.split('\n');
  const separators = lines.flatMap((line, at) =>
    at > 0 && at < lines.length - 1 && SEPARATOR_RE.test(line) ? [at] : [],
  );
  if (separators.length === 0) return text;
  const asked = labelsIn(lines, labels);
  const first = new Map(asked.toReversed().map(({line, field}) => [field, line]));
  const lastFirst = Math.max(-1, ...first.values());
  const begins = separators.find((at) => at > lastFirst);
  const isAsked = new Set(asked.map(({line}) => line));
  const isKept = (line: string, at: number) => !SEPARATOR_RE.test(line) || !isAsked.has(nextOf(lines, at));
  return `${lines.slice(0, begins).filter(isKept).join('\n')}${begins === undefined ? '' : '\n'}`;
}

/** The next line that says something. */
function nextOf(lines: readonly string[], at: number): number {
  let next = at + 1;
  while (lines[next]?.trim() === '') next += 1;
  return next;
}

/** Where labels stand; what is quoted below the last words is the e-mail that was answered, and asks for nothing. */
function labelsIn(lines: readonly string[], labels: readonly string[]) {
  const lastOwn = lines.findLastIndex((line) => line.trim() !== '' && !QUOTED_RE.test(line));
  const bare = lines.map((line) => line.replace(QUOTED_RE, '').trimEnd());
  return findHeadings(bare, labels).filter(({line}) => line < lastOwn || !QUOTED_RE.test(lines[line] ?? ''));
}
