import {COMPLETE_LABEL, MAKE_FILE_LABEL, PROPOSAL_LABEL} from '../proposals/forms/case-study-proposal-form.ts';
import {FEEDBACK_LABEL} from './feedback-labels.ts';

/** A label on GitHub; its description has at most 100 characters. */
export interface IssueLabel {
  name: string;
  description: string;
}

/**
 * The labels that must exist in the repository: forms and people can only add existing labels. GitHub creates the labels
 * that workflows add.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export const ISSUE_LABELS: readonly IssueLabel[] = [
  {name: FEEDBACK_LABEL, description: 'Feedback from a reader; added by the form'},
  {name: PROPOSAL_LABEL, description: 'A proposed case study; added by the form'},
  {name: MAKE_FILE_LABEL, description: 'Added by an editor: creates a draft page and its note in a pull request'},
  {name: COMPLETE_LABEL, description: 'No answer is missing; added and removed by a workflow'},
];
