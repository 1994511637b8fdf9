import type {ProposalRow} from '../proposals/proposal-rows.ts';
import {inWords, isAtEnd, proposalRows} from '../proposals/proposal-rows.ts';
import type {Stage} from '../proposals/proposal-stages.ts';
import {issueUrl, labelOfStage, MAKE_FILE_LABEL, STAGES} from '../proposals/proposal-stages.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {ISSUE_FILE, saveIssue} from './save-issue.ts';
import {waits} from './waits.ts';

/** Where nobody asked GitHub. */
const UNSEEN = `One that nobody has put on record yet is not counted here: \`${commandLine('desk', '--live')}\` asks GitHub for those.`;

/** A proposal on GitHub. */
export interface OfferedStudy {
  number: number;
  open: boolean;
  received?: string | undefined;
  labels: readonly string[];
}

/**
 * Proposals that wait, by stage in the order of their way; at each stage those that wait longest come first. Those whose
 * record cannot be read, and those that are on GitHub alone, are told too.
 */
export function proposalsSection(
  toolkit: Toolkit,
  today: string,
  offered: readonly OfferedStudy[] | undefined,
): DeskSection {
  const waiting = proposalRows(toolkit, today).filter(({stage}) => !isAtEnd(stage));
  return {
    id: 'proposals',
    title: 'Proposals by stage',
    about: `What happens next stands beside each. Readers see the same on the page of proposals.${offered ? '' : ` ${UNSEEN}`}`,
    none: `No proposal on record waits.${offered ? ' None on GitHub does either.' : ` ${UNSEEN}`}`,
    rows: [
      ...notOnRecord(toolkit, offered ?? []).map((study) => offeredRow(study, toolkit, today)),
      ...STAGES.flatMap(({id}) => waiting.filter(({stage}) => stage === id)).map(rowOf),
      ...unreadRecords(toolkit).map(unreadRow),
    ],
  };
}

function rowOf(proposal: ProposalRow): DeskRow {
  const {id, title, label, next, since, days, issue, stage} = proposal;
  const matter = stage === 'received' ? `${next} ${howToSave(issue?.number)}` : next;
  return {group: label, title, id, matter, since, days, ...(issue && {issue}), command: commandAt(stage, id)};
}

/** The command of a proposal that is not complete reads what was answered since. */
function howToSave(number: number | undefined): string {
  if (number === undefined)
    return `Save the e-mail that has all answers, and name its file in the place of \`${ISSUE_FILE}\`.`;
  return `Save the answers with ${saveIssue(number)} first.`;
}

/** Those that nobody has put on record, and that wait; the longest wait first. */
function notOnRecord({proposals}: Toolkit, offered: readonly OfferedStudy[]): OfferedStudy[] {
  const known = new Set(proposals.map(({data}) => data.issue));
  return offered
    .filter(({number, open, labels}) => open && !known.has(number) && !labels.includes(labelOfStage('withdrawn')))
    .sort((a, b) => a.number - b.number);
}

function offeredRow({number, received}: OfferedStudy, {config}: Toolkit, today: string): DeskRow {
  return {
    group: 'On GitHub, and not on record',
    title: `Number ${number}`,
    matter: `Nobody has made a page of it. Put the label \`${MAKE_FILE_LABEL}\` on it, or save it with ${saveIssue(number)} first.`,
    ...(received !== undefined && waits(received, today)),
    issue: {number, url: issueUrl(config, number)},
    command: commandLine('new', 'case-study', '--from-issue', ISSUE_FILE),
  };
}

function unreadRecords({documents, proposals}: Toolkit): string[] {
  const read = new Set(proposals.map(({document}) => document.path));
  return documents
    .filter(({kind, document}) => kind === 'proposal' && !read.has(document.path))
    .map(({document}) => document.path)
    .sort();
}

function unreadRow(path: string): DeskRow {
  return {
    group: 'Cannot be read',
    title: inWords(path.replace(/\.json$/, '')),
    id: path,
    matter: 'Its record cannot be read, so its stage is not known.',
    command: commandLine('check', path),
  };
}

/** What an editor types to bring a proposal on. */
function commandAt(stage: Stage, id: string): string {
  if (stage === 'received') return commandLine('new', 'case-study', '--from-issue', ISSUE_FILE);
  if (stage === 'confirmed') return commandLine('publish');
  return commandLine('proposal', id, '--stage', stage === 'complete' ? 'checked' : 'confirmed');
}
