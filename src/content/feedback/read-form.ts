import type {FormElement, IssueForm} from '../issue-forms/issue-form.ts';

/** What somebody answered, by the id of each field that they answered. */
export type Answers = ReadonlyMap<string, string>;

/** A field that sends something. */
export type FormField = Exclude<FormElement, {type: 'markdown'}>;

/** What GitHub writes where a field was left empty. */
export const NO_RESPONSE = '_No response_';

/** The fields of a form, in its order. */
export function fieldsOf({body}: IssueForm): FormField[] {
  return body.filter((element): element is FormField => element.type !== 'markdown');
}

/**
 * Reads the body of an issue as GitHub writes it from a form: a heading for each field, in order, over its answer. It is
 * read from its end, where the answers are lines alone: an answer of many lines may hold headings that look like fields,
 * and fences that nobody closed. (`@github/issue-parser` ends an answer at any `###`, and so loses words.)
 *
 * @returns `undefined` where the body is anything else, for one that somebody edited
 */
export function readForm(form: IssueForm, body: string): Answers | undefined {
  const lines = linesOf(body);
  const answers: [string, string][] = [];
  let end = lines.length;
  for (const [index, field] of fieldsOf(form).entries().toArray().reverse()) {
    const heading = `### ${field.attributes.label}`;
    // Nothing stands above the first; below it an answer may repeat it.
    const first = lines.findIndex((line) => line.trim() !== '');
    const at = index > 0 ? lines.lastIndexOf(heading, end - 1) : lines[first] === heading ? first : -1;
    const answer = trimLines(lines.slice(at + 1, end));
    if (at === -1 || !isAlone(lines, at) || !isAnswer(field, answer)) return undefined;
    if (answer !== NO_RESPONSE && answer !== '') answers.unshift([field.id, answer]);
    end = at;
  }
  return new Map(answers);
}

/** A text in lines, however they end. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n/);
}

/** Lines as a text without empty ones at either end; the first keeps its indentation. */
export function trimLines(lines: readonly string[]): string {
  const isEmpty = (line: string) => line.trim() === '';
  const first = lines.findIndex((line) => !isEmpty(line));
  if (first === -1) return '';
  const last = lines.findLastIndex((line) => !isEmpty(line));
  return lines.slice(first, last + 1).join('\n');
}

function isAlone(lines: readonly string[], at: number): boolean {
  return [lines[at - 1], lines[at + 1]].every((line) => line === undefined || line.trim() === '');
}

function isAnswer(field: FormField, answer: string): boolean {
  if (field.type === 'textarea' || field.type === 'checkboxes') return true;
  if (answer.includes('\n')) return false;
  return field.type !== 'dropdown' || field.attributes.multiple || isOption(field, answer);
}

function isOption({attributes}: Extract<FormField, {type: 'dropdown'}>, answer: string): boolean {
  return [...attributes.options, NO_RESPONSE, 'None', ''].includes(answer);
}
