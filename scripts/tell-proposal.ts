import {commandLine} from '../src/content/desk/command-line.ts';
import {formatDay} from '../src/content/format-date.ts';
import type {DifferingAnswer} from '../src/content/proposals/differing-answers.ts';
import type {labelOfStage, Stage} from '../src/content/proposals/proposal-stages.ts';
import {nextOf, STAGES, stageOf} from '../src/content/proposals/proposal-stages.ts';
import type {HeldBack, ReachedStage} from '../src/content/proposals/stages-in-order.ts';
import type {ToldField} from '../src/content/proposals/tell-author.ts';
import type {Proposal} from '../src/content/schemas/proposal-schema.ts';

/** What an editor is told of a proposal at a terminal. */
interface ToldProposal {
  record: Proposal;
  /** The day on which it was published. */
  published?: string | undefined;
  /** The path of its page, and whether it is there. */
  page: string;
  hasPage: boolean;
  /** The path of the change note that tells of it. */
  note: string;
  /** Whether the page tells of an agreement, or of the public record. */
  hasConsent: boolean;
  told: readonly ToldField[];
  /** Stages that were told of, or stood on record, and cannot. */
  heldBack: readonly HeldBack[];
  /** The first stage since which the page has changed. */
  changedSince?: ReachedStage | undefined;
  /** Answers that say something else than the page, and whether others were taken into it just now. */
  differing: readonly DifferingAnswer[];
  hasTaken?: boolean;
  /** The file that the answers came in; none where they were typed, or a command alone tells of a stage. */
  source?: string | undefined;
}

/** Where a proposal stands, which answers differ from its page, what is missing, and what to do next. */
export function tellProposal(proposal: ToldProposal): string {
  const {record, published, told, heldBack} = proposal;
  const {stage} = stageOf(record, published);
  const steps = stepsOf(proposal);
  const next =
    steps.length === 1 ? [`Next: ${steps[0]}`] : ['Next:', ...steps.map((step, at) => `  ${at + 1}. ${step}`)];
  const parts = [
    [
      `Stage: ${STAGES.find(({id}) => id === stage)?.label}.${stage === 'published' ? '' : ` ${nextOf(stage, record.waits_for)}`}`,
    ],
    ...heldBack.map((held) => [`Not on record: the stage \`${held.stage}\`, for ${held.why}.`]),
    ...changedParts(proposal),
    ...partsOfDiffering(proposal, stage),
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

/** Answers are taken into a page until a second person reads it. */
function isOpen(stage: Stage): boolean {
  return stage === 'received' || stage === 'complete';
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

/** Where an exported issue goes: never over a file that was given, which may hold something else. */
const EXPORTED = 'issue.json';

/** What gives a proposal that is an issue, as the command that reads it wants it. */
export function exportOfIssue(issue: number): string {
  return `gh issue view ${issue} --json number,title,body,createdAt,labels`;
}

/** What an editor does next, in order. */
function stepsOf(proposal: ToldProposal): string[] {
  const {record, published, page, hasPage, differing, told} = proposal;
  const {stage} = stageOf(record, published);
  if (stage === 'published') return toldReaders(record);
  if (stage === 'withdrawn') {
    return [hasPage ? `Remove \`${page}\` and its change note, and keep the record.` : 'Nothing is left to do.'];
  }
  if (!hasPage) {
    const make = commandLine('new', 'case-study', '--from-issue', sourceOf(proposal));
    return [...askSteps(proposal), `Make the page once you want it: \`${make}\`.`];
  }
  const isStyled = told.some(({style}) => style.length > 0);
  return [
    ...(isOpen(stage) ? takeSteps(differing, sourceOf(proposal)) : []),
    ...askSteps(proposal),
    ...(isStyled ? [`Mend the house style in \`${page}\`.`] : []),
    ...stageSteps(stage, proposal),
  ];
}

/** What is left once readers can see the page: no command knows whether somebody did it. */
function toldReaders({issue}: Proposal): string[] {
  return [
    'Send readers the e-mail of the update, which lies in `outbox`, unless that is done.',
    issue === undefined
      ? 'Write to whoever sent the proposal that it is published.'
      : `Close proposal ${issue} on GitHub, with the address of the page: no command does that.`,
  ];
}

/** Where the page says nothing nothing can be lost; of the rest an editor names what the author has changed. */
function takeSteps(differing: readonly DifferingAnswer[], source: string): string[] {
  const {fresh = [], other = []} = Object.groupBy(differing, ({passages}) =>
    passages.every(({inFile}) => inFile === undefined) ? 'fresh' : 'other',
  );
  const take = (fields: string) => commandLine('new', 'case-study', '--from-issue', source, '--take', fields);
  const fields = fresh.map(({field}) => field).join(',');
  return [
    ...(fresh.length > 0 ? [`Take over the answers on which the page says nothing yet: \`${take(fields)}\`.`] : []),
    ...(other.length > 0
      ? [
          `See which of the ${fresh.length > 0 ? 'other ' : ''}answers the author has changed: the list of edits of an issue shows it. Type what is new into the page; or take a whole answer in its place, in which your own mends of it are lost: \`${commandLine('new', 'case-study', '--from-issue', source)} --take\` and the fields, with commas between them.`,
        ]
      : []),
  ];
}

/** What is asked of whoever sent it, and how the answer comes in. */
function askSteps(proposal: ToldProposal): string[] {
  const {record, told, differing, hasConsent, page} = proposal;
  const {issue, consent} = record;
  const source = sourceOf(proposal);
  const isNeeded = told.some(({needed, field}) => needed.length > 0 && !isConsent(field));
  const again = commandLine('new', 'case-study', '--from-issue', source);
  const anew =
    issue === undefined
      ? `save the whole answer, with every label of the form and the same title, and run \`${again}\` again`
      : `run \`${exportOfIssue(issue)} > ${EXPORTED}\` and then \`${commandLine('new', 'case-study', '--from-issue', EXPORTED)}\``;
  const asked = isNeeded
    ? [
        `Ask whoever sent it for what is needed. Once the answer is there, ${anew}. That compares the answers with the page as it is then.`,
      ]
    : [];
  if (hasConsent) return asked;
  if (consent) {
    const {role, on} = consent;
    const line = `consent: {basis: organisation, role: ${JSON.stringify(role)}, on: ${on}}`;
    const isTold = differing.some(({field}) => isConsent(field));
    return isTold
      ? asked
      : [...asked, `Put the consent on record into \`${page}\`, above its second \`---\`: \`${line}\`.`];
  }
  return [
    ...asked,
    `The consent is not there yet, and nothing is published without. Once it comes, ${isNeeded ? 'do the same' : anew}: no other way puts it on record.`,
  ];
}

/** The file that the answers come in, or an example of one. */
function sourceOf({source, record}: ToldProposal): string {
  return source ?? (record.issue === undefined ? 'mail.eml' : EXPORTED);
}

function isConsent(field: string): boolean {
  return field.startsWith('consent');
}

/** What brings a proposal from its stage to the next. */
function stageSteps(stage: string, {record: {case_study: id}, page, note}: ToldProposal): string[] {
  const reach = (next: Parameters<typeof labelOfStage>[0]) => `\`${commandLine('proposal', id, '--stage', next)}\``;
  switch (stage) {
    case 'complete':
      return [
        `Let a second person read \`${page}\` beside its sources, and answer the criteria. Then run ${reach('checked')}.`,
      ];
    case 'checked':
      return [
        `Send the page to the organisation. Once it says that the facts are right, run ${reach('confirmed')}, with \`--on\` and the day it said so.`,
      ];
    case 'confirmed':
      return [
        `Read the change note \`${note}\` once more, as the readers who get it. It must say more than that a case study was added.`,
        'Run `npm run check`, then `npm run publish -- --dry-run`, and publish.',
      ];
    default:
      return [
        `Mend the change note \`${note}\`, unless that is done: say in plain words who did what, and what came of it. What the command wrote is a beginning.`,
        `Run \`npm run check\` until nothing must be mended, then \`${commandLine('proposal', id)}\`: it brings the record up to date.`,
      ];
  }
}
