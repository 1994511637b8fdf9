import type {IssueForm} from '../../../../src/features/contributions/forms/issue-form.ts';
import {fieldsOf} from '../../../../src/features/contributions/forms/parse-issue-body.ts';

/** What somebody typed, chose or ticked, by the id of the field. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/**
 * The body that GitHub makes of a filled-in form: each label as a heading of the third level, choices joined by commas,
 * boxes as a list of tasks. https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export function issueBody(form: IssueForm, filled: Filled): string {
  return fieldsOf(form)
    .map((field) => `### ${field.attributes.label}\n\n${answerTo(field, filled[field.id])}`)
    .join('\n\n');
}

function answerTo(field: ReturnType<typeof fieldsOf>[number], given: Filled[string] = ''): string {
  if (field.type === 'checkboxes') {
    return field.attributes.options.map(({label}) => `- [${given.includes(label) ? 'x' : ' '}] ${label}`).join('\n');
  }
  const text = typeof given === 'string' ? given : given.join(', ');
  return text.trim() === '' ? '_No response_' : text;
}
