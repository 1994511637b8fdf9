import {commandLine} from '../../../src/format/command-line.ts';
import {issueSearch, issueUrl} from '../../../src/intake/feedback-link.ts';
import {MAKE_FILE_LABEL, PROPOSAL_LABEL} from '../../../src/intake/issue-forms/case-study-proposal-form.ts';
import type {Toolkit} from '../../../src/model/toolkit.ts';
import {type DashboardSection, ISSUE_FILE, saveIssue, waits} from './row-parts.ts';

/** A proposal on GitHub. */
export interface OpenProposal {
  number: number;
  open: boolean;
  received?: string | undefined;
}

/** Open proposals by number; details are in their issues and labels. */
export function proposalsSection(
  {config}: Toolkit,
  today: string,
  issues: readonly OpenProposal[] | undefined,
): DashboardSection {
  const open = issues?.filter((issue) => issue.open).sort((a, b) => a.number - b.number);
  return {
    id: 'proposals',
    title: 'Proposals',
    about: `The label \`${MAKE_FILE_LABEL}\` makes a draft page and a pull request of a proposal.`,
    search: issueSearch(config, PROPOSAL_LABEL),
    rows: open?.map(({number, received}) => ({
      title: `Number ${number}`,
      matter: `To make a page of it here, save it with ${saveIssue(number)} first.`,
      ...(received !== undefined && waits(received, today)),
      issue: {number, url: issueUrl(config, number)},
      command: commandLine('new', 'case-study', '--from-issue', ISSUE_FILE),
    })),
    ...(!issues && {unseen: `No proposals were given. \`${commandLine('status', '--live')}\` asks GitHub for them.`}),
  };
}
