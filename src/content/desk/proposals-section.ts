import type {ProposalRow} from '../proposals/proposal-rows.ts';
import {inWords, isAtEnd, proposalRows} from '../proposals/proposal-rows.ts';
import type {Stage} from '../proposals/proposal-stages.ts';
import {STAGES} from '../proposals/proposal-stages.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';

/**
 * Proposals that wait, by stage in the order of their way; at each stage those that wait longest come first. Those whose
 * record cannot be read are told too.
 */
export function proposalsSection(toolkit: Toolkit, today: string): DeskSection {
  const waiting = proposalRows(toolkit, today).filter(({stage}) => !isAtEnd(stage));
  return {
    id: 'proposals',
    title: 'Proposals by stage',
    about: 'What happens next stands beside each. Readers see the same on the page of proposals.',
    none: 'No proposal on record waits. One that nobody has put on record yet is not counted here.',
    rows: [
      ...STAGES.flatMap(({id}) => waiting.filter(({stage}) => stage === id)).map(rowOf),
      ...unreadRecords(toolkit).map(unreadRow),
    ],
  };
}

function rowOf(proposal: ProposalRow): DeskRow {
  const {id, title, label, next, since, days, issue, stage} = proposal;
  return {group: label, title, id, matter: next, since, days, ...(issue && {issue}), command: commandAt(stage, id)};
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
  if (stage === 'received') return commandLine('new', 'case-study', '--from-issue', 'issue.json');
  if (stage === 'confirmed') return commandLine('publish');
  return commandLine('proposal', id, '--stage', stage === 'complete' ? 'checked' : 'confirmed');
}
