import {stringify} from 'yaml';
import {asClause} from '../drafts/as-clause.ts';
import {notePath} from '../drafts/note-draft.ts';
import {CASE_STUDY_FOLDER, schemaOf} from '../drafts/page-kinds.ts';
import {renderDraft} from '../drafts/render-draft.ts';
import {changeNoteSchema} from '../schemas/change-note-schema.ts';
import type {Proposal, RecordedStage} from '../schemas/proposal-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {labelOfStage, STAGES_BY_HAND} from './proposal-stages.ts';
import type {ReachedStage} from './stages-in-order.ts';
import {stagesInOrder} from './stages-in-order.ts';
import type {ProposedStudy} from './study-of.ts';

/** Where the files of a proposal lie. */
export interface ProposalPaths {
  id: string;
  page: string;
  note: string;
  record: string;
}

/** The paths of a proposal by the name of its files. */
export function proposalPaths(name: string, isTaken: (path: string) => boolean): ProposalPaths {
  const id = `${CASE_STUDY_FOLDER}/${name}`;
  return {id, page: `docs/${id}.md`, note: notePath([id], isTaken), record: `ledgers/proposals/${name}.json`};
}

/** The waiting note that tells of the case study, where it lies under another name too: a page that moved keeps its note. */
export function waitingNote({notes}: Pick<Toolkit, 'notes'>, {id, note}: ProposalPaths): string {
  const found = notes.find(({data}) => data.kind === 'case-study-added' && data.pages.includes(id));
  return found?.document.path ?? note;
}

/** The text of the case study, with comments on what is still to be answered. */
export function renderStudy({data, sections}: ProposedStudy, config: ToolkitConfig): string {
  return renderDraft({schema: schemaOf('case-study', config), data, sections});
}

/** The change note that tells readers of a new case study. */
export function renderAddedNote(id: string, {title, description}: Readonly<Record<string, unknown>>): string {
  const told = [
    /^how /i.test(String(description ?? '')) && `A new case study tells ${asClause(String(description))}.`,
    title && `A new case study was added: ${title}.`,
    'A new case study was added, which a service offered.',
  ].find((note): note is string => changeNoteSchema.shape.note.safeParse(note).success);
  const note = {kind: 'case-study-added', significance: 'major', pages: [id], note: told};
  return `---\n${stringify(note, {lineWidth: 0})}---\n`;
}

/** What a record of a proposal is made of. */
interface Recorded extends Omit<Proposal, 'stages'> {
  earlier: Proposal | undefined;
  isComplete: boolean;
  /** What people saw to, by a label or by a command. */
  reached: readonly ReachedStage[];
  today: string;
}

/** The record of a proposal, with the stages that it has reached in their order. */
export function recordOf(recorded: Recorded): Proposal {
  const {earlier, isComplete, reached, today, criteria, waits_for, ...proposal} = recorded;
  const {stages} = stagesInOrder({earlier, isComplete, reached, today});
  return {
    ...proposal,
    ...(stages.length > 0 && {stages}),
    ...(waits_for && !isComplete && {waits_for}),
    ...(criteria && criteria.length > 0 && {criteria}),
  };
}

/** The stages that labels tell of and that are not on record: they were reached on the day they are read. */
export function stagesOfLabels(
  labels: readonly string[],
  earlier: Proposal | undefined,
  today: string,
): ReachedStage[] {
  return STAGES_BY_HAND.filter((stage) => labels.includes(labelOfStage(stage)) && !onRecord(earlier, stage)).map(
    (stage) => ({stage, on: today}),
  );
}

function onRecord(proposal: Proposal | undefined, stage: RecordedStage): boolean {
  return proposal?.stages?.some((reached) => reached.stage === stage) === true;
}
