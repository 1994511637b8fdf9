import {stagesOfLabels} from '../../src/content/proposals/proposal-files.ts';
import type {HeldBack} from '../../src/content/proposals/stages-in-order.ts';
import {stagesInOrder} from '../../src/content/proposals/stages-in-order.ts';
import type {Proposal} from '../../src/content/schemas/proposal-schema.ts';

/** The branch that holds the files of a proposal. */
export function branchOf(issue: number): string {
  return `proposal/${issue}`;
}

/** The stages that labels tell of and that could not be put on record. */
export function heldBackOf(earlier: Proposal, labels: readonly string[], today: string): HeldBack[] {
  const isComplete = earlier.stages?.some(({stage}) => stage === 'complete') === true;
  return stagesInOrder({earlier, isComplete, reached: stagesOfLabels(labels, earlier, today), today}).heldBack;
}
