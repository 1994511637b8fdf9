import {FEEDBACK_LABEL} from './feedback/feedback-labels.ts';
import {COMPLETE_LABEL, MAKE_FILE_LABEL, PROPOSAL_LABEL} from './issue-forms/case-study-proposal-form.ts';

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
  {name: PROPOSAL_LABEL, description: 'A proposed case study; the form puts it on'},
  {name: MAKE_FILE_LABEL, description: 'Put on by an editor: makes a draft page and its note in a pull request'},
  {name: COMPLETE_LABEL, description: 'No answer is missing; a workflow puts it on and takes it off'},
];
