/**
 * A form that GitHub shows for a new issue, as in its file in `.github/ISSUE_TEMPLATE`.
 *
 * @see https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export interface IssueForm {
  /** Shown in the list of forms; GitHub hides a form whose name has three characters or fewer. */
  name: string;
  description: string;
  title: string;
  labels: string[];
  body: FormElement[];
}

interface Asked<Type, Attributes = object> {
  type: Type;
  id: string;
  attributes: Attributes & {label: string; description?: string};
}

interface Validated {
  validations: {required: boolean};
}

/**
 * One element of a form; `markdown` is text for the contributor, and is not sent. Only `input` and `textarea` can be filled
 * by a link; a parameter for a dropdown empties the form.
 */
export type FormElement =
  | {type: 'markdown'; attributes: {value: string}}
  | (Asked<'input' | 'textarea'> & Validated)
  | (Asked<'dropdown', {multiple: boolean; options: string[]}> & Validated)
  | Asked<'checkboxes', {options: {label: string; required: boolean}[]}>;

export function textField(
  type: 'input' | 'textarea',
  id: string,
  label: string,
  description: string,
  required = false,
): FormElement {
  return {type, id, attributes: {label, description}, validations: {required}};
}
