import {FEEDBACK_LABEL} from './feedback/feedback-labels.ts';
import {PROPOSAL_LABEL} from './issue-forms/case-study-proposal-form.ts';
import {labelOfStage, MAKE_FILE_LABEL, STAGES} from './proposals/proposal-stages.ts';

/** A label on GitHub, with what it says to whoever looks for one; at most 100 characters. */
export interface IssueLabel {
  name: string;
  description: string;
}

/**
 * The labels that a repository must have before anything happens there: a form leaves out one that is not there, and
 * people can put on no other. What a workflow puts on itself, GitHub makes at once.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export const ISSUE_LABELS: readonly IssueLabel[] = [
  {name: FEEDBACK_LABEL, description: 'What a reader wrote about a page; the form puts it on'},
  {name: PROPOSAL_LABEL, description: 'A case study that somebody offers; the form puts it on'},
  {name: MAKE_FILE_LABEL, description: 'Put on by an editor: makes a page, a note and a record of the proposal'},
  // That a page is published follows from the update that names it, and from no label.
  ...STAGES.filter(({id}) => id !== 'published').map(({id, label}) => ({
    name: labelOfStage(id),
    description: `Where the proposal stands: ${label.toLowerCase()}`,
  })),
];
