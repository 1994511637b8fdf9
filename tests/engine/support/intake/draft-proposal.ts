import {createDraft} from '../../../../src/features/contributions/proposals/check-proposal.ts';
import type {ProposalIssue} from '../../../../src/features/contributions/proposals/study-of.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';

/** Makes a page of a proposal, as its job does before it opens a pull request. */
export async function draftProposal(cwd: string, issue: ProposalIssue) {
  return createDraft(await loadToolkit(cwd), issue, {cwd, today: '2026-11-24'});
}
