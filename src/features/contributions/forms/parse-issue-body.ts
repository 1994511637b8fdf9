import type {FormElement, IssueForm} from './issue-form.ts';

export type FormField = Exclude<FormElement, {type: 'markdown'}>;

export function fieldsOf({body}: IssueForm): FormField[] {
  return body.filter((element): element is FormField => element.type !== 'markdown');
}

/**
 * Splits the body of an issue at the headings that GitHub writes from a form: `### Label`, a blank line, the answer. A
 * heading that an author typed inside an answer counts only where the form has no later one in its place.
 *
 * @returns the answers by the id of the field, as typed except for blank lines around them; the ids of fields whose heading
 * appears more than once, so that where their answer begins is a guess; and the text above the first heading
 */
export function parseIssueBody(form: IssueForm, body: string) {
  const fields = fieldsOf(form);
  const lines = body.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const chosen: {id: string; line: number}[] = [];
  const doubtful: string[] = [];
  let next = lines.length;
  for (const [index, {id, attributes}] of [...fields.entries()].reverse()) {
    const found = lines.flatMap((text, line) => (text.trimEnd() === `### ${attributes.label}` ? [line] : []));
    // Nothing is above the first field, so a second heading of it is in its answer.
    const line = index === 0 ? found[0] : (found.findLast((candidate) => candidate < next) ?? found.at(-1));
    if (line === undefined) continue;
    if (found.length > 1) doubtful.unshift(id);
    chosen.push({id, line});
    next = Math.min(next, line);
  }
  chosen.sort((a, b) => a.line - b.line);
  const answers = chosen.flatMap(({id, line}, index): [string, string][] => {
    const text = trimLines(lines.slice(line + 1, chosen[index + 1]?.line));
    return isNoAnswer(text) ? [] : [[id, text]];
  });
  return {answers: new Map(answers), doubtful, rest: trimLines(lines.slice(0, chosen[0]?.line))};
}

/** Lines as a text without empty ones at either end; the first keeps its indentation. */
export function trimLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .trimEnd()
    .replace(/^(?:[^\S\n]*\n)+/, '');
}

/** Whether this is what GitHub writes where a field was left empty. */
export function isNoAnswer(text: string): boolean {
  return text.trim() === '' || text === '_No response_';
}
