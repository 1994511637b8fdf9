/**
 * A form that GitHub shows for a new issue, as in its file in `.github/ISSUE_TEMPLATE`.
 *
 * @see https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export interface IssueForm {
  /** Shown in the list of forms; GitHub hides a form whose name has three characters or fewer. */
  name: string;
  description: string;
  /** What the title of the issue begins with. */
  title: string;
  labels: string[];
  body: FormElement[];
}

/** One element of a form. Only `input` and `textarea` can be filled by a link; a parameter for a dropdown empties the form. */
export type FormElement = Notice | TextField | Dropdown | Checkboxes;

/** Text for the contributor; it is not sent. */
interface Notice {
  type: 'markdown';
  attributes: {value: string};
}

interface Attributes {
  label: string;
  description?: string;
}

interface Validations {
  required: boolean;
}

interface TextField {
  type: 'input' | 'textarea';
  id: string;
  attributes: Attributes;
  validations: Validations;
}

interface Dropdown {
  type: 'dropdown';
  id: string;
  attributes: Attributes & {multiple: boolean; options: string[]};
  validations: Validations;
}

interface Checkboxes {
  type: 'checkboxes';
  id: string;
  attributes: Attributes & {options: {label: string; required: boolean}[]};
}
