import type {IssueForm} from '../../../../src/features/contributions/forms/issue-form.ts';

/** The body of an issue as GitHub makes it from a form and what was written into its fields, by their ids. */
export function fillForm({body}: IssueForm, written: Readonly<Record<string, string>>): string {
  return body
    .flatMap((element) => {
      if (element.type === 'markdown') return [];
      const answer = written[element.id]?.trim() || '_No response_';
      return [`### ${element.attributes.label}\n\n${answer}`];
    })
    .join('\n\n');
}

/** The body of an issue from a form that a link filled in: GitHub takes parameters that name a field, and passes over others. */
export function fillFormFrom(form: IssueForm, href: string, written: Readonly<Record<string, string>>): string {
  return fillForm(form, {...Object.fromEntries(new URL(href).searchParams), ...written});
}
