import type {HeadingLine} from './find-headings.ts';
import {findHeadings} from './find-headings.ts';
import type {FormElement, IssueForm} from './issue-form.ts';

/** A field of a form, which whoever fills it in answers. */
export type FormField = Exclude<FormElement, {type: 'markdown'}>;

/** What the words of an issue, or of an e-mail, say to the fields of a form. */
export interface ParsedBody {
  /** By the id of the field, as it was typed but for blank lines around it; fields without an answer are left out. */
  answers: ReadonlyMap<string, string>;
  /** The ids of fields whose label stands more than once where it may begin: what belongs to which is a guess. */
  doubtful: readonly string[];
  /** What stands above the first label. */
  rest: string;
}

/** The fields of a form, in their order. */
export function fieldsOf({body}: IssueForm): FormField[] {
  return body.filter((element): element is FormField => element.type !== 'markdown');
}

/** What stands above each field of a form, in their order. */
export function labelsOfFields(form: IssueForm): string[] {
  return fieldsOf(form).map(({attributes}) => attributes.label);
}

/**
 * Parts the body of an issue at the labels of a form, as GitHub writes it: `### Label`, a blank line, the answer. Also
 * reads bodies that were edited, reordered or written by hand, and e-mails with `Label:` before each answer. Labels
 * inside code, and those that stand where their field cannot begin, are words of an answer.
 */
export function parseIssueBody(form: IssueForm, body: string): ParsedBody {
  const fields = fieldsOf(form);
  const lines = body.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const headings = findHeadings(lines, labelsOfFields(form));
  const {chosen, doubtful} = chooseHeadings(lines, headings, fields.length);
  const begins = [...chosen].sort(([, a], [, b]) => a.line - b.line);
  const answers = begins.flatMap(([field, {line, rest}], index): [string, string][] => {
    const end = begins[index + 1]?.[1].line ?? lines.length;
    const text = trimLines([rest, ...lines.slice(line + 1, end)]);
    const id = fields[field]?.id;
    return id === undefined || isNoAnswer(text) ? [] : [[id, text]];
  });
  return {
    answers: new Map(answers),
    doubtful: doubtful.flatMap((field) => fields[field]?.id ?? []),
    rest: trimLines(lines.slice(0, begins[0]?.[1].line ?? lines.length)),
  };
}

/** Which heading begins each field, in the order of the form; then those of a body that has another order. */
function chooseHeadings(lines: readonly string[], headings: readonly HeadingLine[], count: number) {
  const chosen = new Map<number, HeadingLine>();
  const doubtful: number[] = [];
  let begun = -1;
  for (let field = 0; field < count; field += 1) {
    const candidates = headings.filter((heading) => heading.field === field && heading.line > begun);
    const first = candidates.find(({line}) => !isInCode(lines, begun + 1, line)) ?? candidates[0];
    if (!first) continue;
    const next = nextAfter(headings, field, first.line);
    // One in code may be the right one all the same: a block that somebody forgot to close holds all that follows.
    if (candidates.some((other) => other !== first && other.line < next)) doubtful.push(field);
    chosen.set(field, first);
    begun = first.line;
  }
  for (let field = 0; field < count; field += 1) {
    const found = chosen.has(field) ? undefined : headings.find((heading) => heading.field === field);
    if (found) chosen.set(field, found);
  }
  return {chosen, doubtful};
}

/** Where at the latest the next field must have begun. */
function nextAfter(headings: readonly HeadingLine[], field: number, line: number): number {
  const later = headings.filter((heading) => heading.field > field && heading.line > line);
  const nearest = Math.min(...later.map((heading) => heading.field));
  return later.filter((heading) => heading.field === nearest).at(-1)?.line ?? Number.POSITIVE_INFINITY;
}

/** Whether a line stands in a fenced code block that begins at or after another line. */
function isInCode(lines: readonly string[], from: number, line: number): boolean {
  let fence: string | undefined;
  for (const text of lines.slice(from, line)) {
    const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text) ?? [];
    if (marks === '') continue;
    if (fence === undefined) fence = marks.startsWith('`') && info.includes('`') ? undefined : marks;
    else if (marks.startsWith(fence) && info.trim() === '') fence = undefined;
  }
  return fence !== undefined;
}

function trimLines(lines: readonly string[]): string {
  return lines.join('\n').replace(/^(?:[^\S\n]*\n)+|\s+$/g, '');
}

/** What GitHub writes where a field was left empty, and what people leave of it. */
export function isNoAnswer(text: string): boolean {
  return /^[\s_*]*(?:no response)?[\s_*]*$/i.test(text);
}
