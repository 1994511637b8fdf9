import type {Proposal, RecordedStage} from '../schemas/proposal-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';

/** Where a proposal stands, in the order of its way. */
export type Stage = 'received' | RecordedStage | 'published';

/** What readers are told of a stage: its name, what it means and what happens next. */
export interface StageWords {
  id: Stage;
  label: string;
  next: string;
}

/** Every stage of a proposal. */
export const STAGES: readonly StageWords[] = [
  {
    id: 'received',
    label: 'Received',
    next: 'Whoever sent it answers what is missing, and an editor sees to the house style. Then a second person reads it.',
  },
  {
    id: 'complete',
    label: 'Complete',
    next: 'A second person reads it beside its sources, and answers the questions that no check can.',
  },
  {
    id: 'checked',
    label: 'Checked by a second person',
    next: 'The organisation reads it, and says whether the facts are right.',
  },
  {id: 'confirmed', label: 'Facts confirmed by the organisation', next: 'An editor publishes it, with a public note.'},
  {id: 'published', label: 'Published', next: 'Nothing is left to do. It can be corrected at any time.'},
  {id: 'withdrawn', label: 'Withdrawn', next: 'Nothing: it is not published, or was taken back.'},
];

/** What happens next where it is known who has to act before a proposal is complete. */
const NEXT_BEFORE_COMPLETE: Readonly<Record<NonNullable<Proposal['waits_for']>, string>> = {
  author: 'Whoever sent it answers what is missing: that is told where the proposal was sent.',
  editor: 'An editor sees to the rest, such as the house style: no answer is missing.',
};

/** What happens next to a proposal. */
export function nextOf(stage: Stage, waitsFor: Proposal['waits_for']): string {
  if (stage === 'received' && waitsFor) return NEXT_BEFORE_COMPLETE[waitsFor];
  return STAGES.find(({id}) => id === stage)?.next ?? '';
}

/** What a label on an issue begins with that tells a stage: `proposal: checked`. */
const PREFIX = 'proposal: ';

/** The label by which an editor has a file made of a proposal. */
export const MAKE_FILE_LABEL = 'make-file';

/** The label of a stage. */
export function labelOfStage(stage: Stage): string {
  return PREFIX + stage;
}

/** Stages that people see to, each by its label; the others are found out. */
export const STAGES_BY_HAND: readonly RecordedStage[] = ['checked', 'confirmed', 'withdrawn'];

/** Those that somebody sees to who has read the page: each stands with the fingerprint of what was read. */
export const SEEN_TO_ON_PAGE: readonly RecordedStage[] = ['checked', 'confirmed'];

/** Where a proposal stands on record, with the day since when; `published` is the day of the update that brought it. */
export function stageOf(
  {received, stages = []}: Pick<Proposal, 'received' | 'stages'>,
  published?: string,
): {stage: Stage; since: string} {
  const all: {stage: Stage; on: string}[] = [{stage: 'received', on: received}, ...stages];
  if (published !== undefined) all.push({stage: 'published', on: published});
  const [last] = all.toSorted((a, b) => rank(b.stage) - rank(a.stage));
  return {stage: last?.stage ?? 'received', since: last?.on ?? received};
}

function rank(stage: Stage): number {
  return STAGES.findIndex(({id}) => id === stage);
}

/** The issue of a proposal on GitHub. */
export function issueUrl({repository}: Pick<ToolkitConfig, 'repository'>, issue: number): string {
  return `https://github.com/${repository}/issues/${issue}`;
}
