/** A line that may begin the answer to a field. */
export interface HeadingLine {
  line: number;
  /** Which of the labels it is. */
  field: number;
  /** What stands behind the label on its line. */
  rest: string;
}

/** The share of labels from which a body is taken for one that GitHub wrote, where `Label:` is a word like any other. */
const WRITTEN_BY_GITHUB = 1 / 3;

const HEADING_RE = /^ {0,3}#{1,6}[^\S\n]+(.+?)[^\S\n]*#*$/;
const FORM_HEADING_RE = /^### (.+)$/;

/** A label written by hand: in bold, with words in brackets, before a colon with its answer behind it, or all alone. */
const HAND_RE =
  /^\s{0,3}(?:[-*]\s+)?[*_]{0,2}([^:：*_([]+?)(?:\s*[([][^)\]]*[)\]])?[*_]{0,2}(?:\s*[:：][*_]{0,2}\s*(.*))?$/u;

/** Every line that may begin the answer to one of the labels, in order; several may for one label. */
export function findHeadings(lines: readonly string[], labels: readonly string[]): HeadingLine[] {
  const exact = headingsIn(lines, (text, line) => {
    const isAlone = isBlank(lines[line - 1]) && isBlank(lines[line + 1]);
    const label = isAlone ? FORM_HEADING_RE.exec(text)?.[1] : undefined;
    return label === undefined ? undefined : {field: labels.indexOf(label.trimEnd()), rest: ''};
  });
  const plainLabels = labels.map(plain);
  const fieldOf = (label: string) => plainLabels.indexOf(plain(label));
  const isFound = new Set(exact.map(({field}) => field));
  if (isFound.size < labels.length * WRITTEN_BY_GITHUB) {
    const translated = byPosition(lines, labels);
    if (translated) return translated;
    return headingsIn(lines, (text, line) => byHand(text, line, lines, fieldOf));
  }
  const edited = headingsIn(lines, (text) => ({field: fieldOf(HEADING_RE.exec(text)?.[1] ?? ''), rest: ''}));
  return [...exact, ...edited.filter(({field}) => !isFound.has(field))].sort((a, b) => a.line - b.line);
}

function headingsIn(
  lines: readonly string[],
  read: (text: string, line: number) => Omit<HeadingLine, 'line'> | undefined,
): HeadingLine[] {
  return lines.flatMap((text, line) => {
    const found = read(text, line);
    return found && found.field >= 0 ? [{line, ...found}] : [];
  });
}

function byHand(text: string, line: number, lines: readonly string[], fieldOf: (label: string) => number) {
  const heading = HEADING_RE.exec(text)?.[1];
  const [, label = '', rest] = HAND_RE.exec(heading ?? text) ?? [];
  // Without a colon or a mark of a heading, a label stands alone after a blank line.
  const isMarked = heading !== undefined || rest !== undefined || /^\s*[*_]{2}/.test(text);
  if (label === '' || !(isMarked || isBlank(lines[line - 1]))) return undefined;
  return {field: fieldOf(label), rest: rest ?? ''};
}

/** A body that some tool translated has all headings of the form, in its order and in other words. */
function byPosition(lines: readonly string[], labels: readonly string[]): HeadingLine[] | undefined {
  const headings = lines.flatMap((text, line) => (FORM_HEADING_RE.test(text) ? [line] : []));
  if (labels.length < 2 || headings.length !== labels.length) return undefined;
  return headings.map((line, field) => ({line, field, rest: ''}));
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** A label without capitals and marks. */
function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
