import {commandLine} from '../src/content/desk/command-line.ts';
import {formatDay} from '../src/content/format-date.ts';
import type {DifferingAnswer} from '../src/content/proposals/differing-answers.ts';
import {isAtEnd} from '../src/content/proposals/proposal-rows.ts';
import type {Stage} from '../src/content/proposals/proposal-stages.ts';
import {nextOf, STAGES, stageOf} from '../src/content/proposals/proposal-stages.ts';
import type {ToldProposal} from './next-steps.ts';
import {isOpen, stepsOf} from './next-steps.ts';

/** Where a proposal stands, which answers differ from its page, what is missing, and what to do next. */
export function tellProposal(proposal: ToldProposal): string {
  const {record, published, told, heldBack} = proposal;
  const {stage} = stageOf(record, published);
  const steps = stepsOf(proposal);
  const next =
    steps.length === 1 ? [`Next: ${steps[0]}`] : ['Next:', ...steps.map((step, at) => `  ${at + 1}. ${step}`)];
  const parts = [
    [
      `Stage: ${STAGES.find(({id}) => id === stage)?.label}.${isAtEnd(stage) ? '' : ` ${nextOf(stage, record.waits_for)}`}`,
    ],
    ...heldBack.map((held) => [`Not on record: the stage \`${held.stage}\`, for ${held.why}.`]),
    ...changedParts(proposal),
    ...partsOfDiffering(proposal, stage),
    ...partsOfUnplaced(proposal, stage),
    ...told.map(({label, needed, look, style}) => [
      label,
      ...needed.map((sentence) => `  needed: ${sentence}`),
      ...look.map((sentence) => `  look: ${sentence}`),
      ...style.map((sentence) => `  house style: ${sentence}`),
    ]),
    next,
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function changedParts({changedSince, record: {case_study: id}, page}: ToldProposal): string[][] {
  if (!changedSince) return [];
  const {stage, on} = changedSince;
  const again = commandLine('proposal', id, '--stage', stage);
  return [
    [
      `\`${page}\` has changed since it was ${stage} on ${formatDay(on)}. Let whoever did that read it again, then run \`${again}\`.`,
    ],
  ];
}

/** The answers that the page does not have as they were given, and what was compared with what. */
function partsOfDiffering({differing, hasTaken, page, source}: ToldProposal, stage: Stage): string[][] {
  if (differing.length === 0) return [];
  const given = source === undefined ? 'the answers' : `the answers in \`${source}\``;
  if (!isOpen(stage)) {
    const labels = differing.map(({label}) => label).join(', ');
    return [[`Compared with \`${page}\` as it is now, ${given} say something else under: ${labels}.`]];
  }
  const left = hasTaken ? 'These were not taken over' : 'None was taken over';
  const head = `Compared with \`${page}\` as it is now, ${given} say something else here. Your own mends of the page are among the differences. ${left}:`;
  return [
    [head],
    ...differing.map(({field, label, passages}) => [`${label} (\`${field}\`)`, ...passages.flatMap(linesOfPassage)]),
  ];
}

/** Words that would be lost otherwise: whoever edits the page knows where they belong. */
function partsOfUnplaced({unplaced = ''}: ToldProposal, stage: Stage): string[][] {
  if (unplaced === '' || !isOpen(stage)) return [];
  const lines = unplaced.split('\n').map((line) => `  ${line}`.trimEnd());
  return [['Under no label of the form, and in no file: read it, and put into the page what belongs there.', ...lines]];
}

/** More of a passage than this is not needed to see how it differs. */
const MOST = 160;

/** What stands before the first difference, so that its place is found. */
const LEAD = 40;

/** Both sides; of long ones what stands around the place where they first differ. */
function linesOfPassage({inFile, answered}: DifferingAnswer['passages'][number]): string[] {
  const [file, answer] = [inFile, answered].map((words) => words?.replace(/\s+/g, ' ').trim());
  const isLong = Math.max(file?.length ?? 0, answer?.length ?? 0) > MOST;
  const from =
    isLong && file !== undefined && answer !== undefined ? beginBefore(firstDifference(file, answer), file) : 0;
  return [`  the file: ${sideOf(file, from)}`, `  the answer: ${sideOf(answer, from)}`];
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Where a word begins, some words before a place. */
function beginBefore(at: number, words: string): number {
  return at <= LEAD ? 0 : words.lastIndexOf(' ', at - LEAD) + 1;
}

function sideOf(line: string | undefined, from: number): string {
  if (line === undefined) return 'nothing';
  const shown = line.slice(from, from + MOST).toWellFormed();
  return `${from > 0 ? '... ' : ''}${shown}${from + MOST < line.length ? '...' : ''}`;
}
