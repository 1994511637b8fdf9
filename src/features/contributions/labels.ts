export const FEEDBACK_LABEL = 'feedback';

export const PROPOSAL_LABEL = 'case-study';

/** The label with which an editor asks for a draft page. */
const MAKE_FILE_LABEL = 'make-file';

/** The label that shows that no answer is missing; a workflow sets it and removes it. */
export const COMPLETE_LABEL = 'proposal: complete';

/**
 * The labels that must exist in the repository, each with at most 100 characters about it: forms and people can only add
 * existing labels. GitHub creates the labels that workflows add.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export const ISSUE_LABELS: readonly {name: string; description: string}[] = [
  {name: FEEDBACK_LABEL, description: 'Feedback from a reader; added by the form'},
  {name: PROPOSAL_LABEL, description: 'A proposed case study; added by the form'},
  {name: MAKE_FILE_LABEL, description: 'Added by an editor: creates a draft page and its note in a pull request'},
  {name: COMPLETE_LABEL, description: 'No answer is missing; added and removed by a workflow'},
];
