import {caseStudyProposalForm, PROPOSAL_TITLE} from '../issue-forms/case-study-proposal-form.ts';
import {readSubmission} from '../proposals/submission.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';

/** Whoever writes of a page may use a word or two that are labels of the form for proposals as well. */
const FEWEST_ANSWERS = 3;

/** Whether somebody offers a case study, and writes of no page; a subject alone may be of either. */
export function isProposal(config: ToolkitConfig, title: string, body: string): boolean {
  const form = caseStudyProposalForm(config);
  const {answers} = readSubmission(`Subject: \n\n${body}`, form, '');
  const isTitled = new RegExp(`^\\s*(?:(?:re|fwd?|fw):\\s*)*${PROPOSAL_TITLE.trim()}`, 'i').test(title);
  return answers.size >= (isTitled ? 1 : FEWEST_ANSWERS);
}
