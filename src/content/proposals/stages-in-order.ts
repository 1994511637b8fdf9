import {formatDay} from '../format-date.ts';
import type {Proposal, RecordedStage} from '../schemas/proposal-schema.ts';
import {STAGES_BY_HAND} from './proposal-stages.ts';

/** A stage, and the day it was reached. */
export type ReachedStage = NonNullable<Proposal['stages']>[number];

/** A stage that cannot stand on record, and why. */
export interface HeldBack {
  stage: RecordedStage;
  why: string;
}

/** What is known of the stages of a proposal. */
interface Known {
  earlier: Pick<Proposal, 'stages'> | undefined;
  isComplete: boolean;
  /** What people saw to, by a label or by a command. */
  reached: readonly ReachedStage[];
  today: string;
}

const LACKS = {complete: 'it is not complete', checked: 'no second person has checked it'} as const;

/**
 * The stages of a proposal, each after the one before it: complete, checked, confirmed. A stage that was reached before
 * keeps its day, unless somebody gives another; it falls with the one before it. A withdrawal may come at any time.
 */
export function stagesInOrder({earlier, isComplete, reached, today}: Known): {
  stages: ReachedStage[];
  heldBack: HeldBack[];
} {
  const known = (stage: RecordedStage) => [...reached, ...(earlier?.stages ?? [])].find((one) => one.stage === stage);
  const stages: ReachedStage[] = isComplete ? [known('complete') ?? {stage: 'complete', on: today}] : [];
  const heldBack: HeldBack[] = [];
  for (const stage of STAGES_BY_HAND) {
    const one = known(stage);
    const why = one && whyNot(one, stages);
    if (why) heldBack.push({stage, why});
    else if (one) stages.push(one);
  }
  return {stages, heldBack};
}

function whyNot({stage, on}: ReachedStage, stages: readonly ReachedStage[]): string | undefined {
  if (stage === 'withdrawn') return undefined;
  const needs = stage === 'checked' ? 'complete' : 'checked';
  const before = stages.find((one) => one.stage === needs);
  if (!before) return LACKS[needs];
  if (on >= before.on) return undefined;
  return `${formatDay(on)} is before ${formatDay(before.on)}, the day on which it was ${needs}`;
}
