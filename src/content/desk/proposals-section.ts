import {issueUrl} from '../feedback-link.ts';
import {COMPLETE_LABEL, MAKE_FILE_LABEL} from '../issue-forms/case-study-proposal-form.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {ISSUE_FILE, saveIssue} from './save-issue.ts';
import {waits} from './waits.ts';

/** A proposal on GitHub. */
export interface OfferedStudy {
  number: number;
  open: boolean;
  received?: string | undefined;
  labels: readonly string[];
}

/** Open proposals, complete ones first; those that wait longest come first. */
export function proposalsSection(
  {config}: Pick<Toolkit, 'config'>,
  today: string,
  offered: readonly OfferedStudy[] | undefined,
): DeskSection {
  const text = {
    id: 'proposals',
    title: 'Proposals',
    about: `The label \`${MAKE_FILE_LABEL}\` makes a draft page and a pull request of a proposal.`,
    none: 'No proposal is open.',
  };
  if (!offered) {
    const unseen = `Proposals are on GitHub, which was not asked: \`${commandLine('desk', '--live')}\` asks it.`;
    return {...text, rows: undefined, unseen};
  }
  const open = offered.filter((study) => study.open).sort((a, b) => a.number - b.number);
  const isComplete = ({labels}: OfferedStudy) => labels.includes(COMPLETE_LABEL);
  const rowsOf = (group: string, studies: readonly OfferedStudy[]) =>
    studies.map(
      ({number, received}): DeskRow => ({
        group,
        title: `Proposal ${number}`,
        matter: `Put the label \`${MAKE_FILE_LABEL}\` on it, or save it with ${saveIssue(number)} and run the command.`,
        ...(received !== undefined && waits(received, today)),
        issue: {number, url: issueUrl(config, number)},
        command: commandLine('new', 'case-study', '--from-issue', ISSUE_FILE),
      }),
    );
  const rows = [
    ...rowsOf('Complete', open.filter(isComplete)),
    ...rowsOf(
      'Waiting for answers',
      open.filter((study) => !isComplete(study)),
    ),
  ];
  return {...text, rows};
}
