import {commandLine} from '../src/content/desk/command-line.ts';
import type {DifferingAnswer} from '../src/content/proposals/differing-answers.ts';
import type {labelOfStage, Stage} from '../src/content/proposals/proposal-stages.ts';
import {stageOf} from '../src/content/proposals/proposal-stages.ts';
import type {HeldBack, ReachedStage} from '../src/content/proposals/stages-in-order.ts';
import {isFresh} from '../src/content/proposals/still-asked.ts';
import type {ToldField} from '../src/content/proposals/tell-author.ts';
import type {Proposal} from '../src/content/schemas/proposal-schema.ts';

/** What an editor is told of a proposal at a terminal. */
export interface ToldProposal {
  record: Proposal;
  /** The day on which it was published. */
  published?: string | undefined;
  /** The path of its page, and whether it is there. */
  page: string;
  hasPage: boolean;
  /** Whether the page tells readers that it was withdrawn. */
  isTakenBack?: boolean;
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
  /** Words that stand under no label of the form. */
  unplaced?: string;
  /** The file that the answers came in; none where they were typed, or a command alone tells of a stage. */
  source?: string | undefined;
}

/** Answers are taken into a page until a second person reads it. */
export function isOpen(stage: Stage): boolean {
  return stage === 'received' || stage === 'complete';
}

/** Where an exported issue goes: never over a file that was given, which may hold something else. */
const EXPORTED = 'issue.json';

/** What gives a proposal that is an issue, as the command that reads it wants it. */
export function exportOfIssue(issue: number): string {
  return `gh issue view ${issue} --json number,title,body,createdAt,labels`;
}

/** What an editor does next, in order. */
export function stepsOf(proposal: ToldProposal): string[] {
  const {record, published, page, hasPage, told} = proposal;
  const {stage} = stageOf(record, published);
  if (stage === 'published') return toldReaders(record);
  if (stage === 'withdrawn') return [afterWithdrawal(proposal)];
  if (!hasPage) {
    const make = commandLine('new', 'case-study', '--from-issue', sourceOf(proposal));
    return [...askSteps(proposal), `Make the page once you want it: \`${make}\`.`];
  }
  const isStyled = told.some(({style}) => style.length > 0);
  return [
    ...(isOpen(stage) ? takeSteps(proposal) : []),
    ...askSteps(proposal),
    ...(isStyled ? [`Mend the house style in \`${page}\`.`] : []),
    ...stageSteps(stage, proposal),
  ];
}

/** A page that readers know stays at its address, and says that it does not hold; one that they do not know goes. */
function afterWithdrawal({record, published, page, hasPage, isTakenBack}: ToldProposal): string {
  if (!hasPage || isTakenBack === true) return 'Nothing is left to do.';
  return published === undefined
    ? `Remove \`${page}\` and its change note, and keep the record.`
    : `Readers still see \`${page}\`. Take it back with \`${commandLine('withdraw', record.case_study)}\`: it stays at its address, with the reason at its top.`;
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
function takeSteps(proposal: ToldProposal): string[] {
  const {differing, record} = proposal;
  const isMail = record.issue === undefined;
  const source = sourceOf(proposal);
  const {
    fresh = [],
    consent = [],
    other = [],
  } = Object.groupBy(differing, (answer) =>
    isFresh(answer) ? 'fresh' : isConsent(answer.field) ? 'consent' : 'other',
  );
  const take = (fields: string) => commandLine('new', 'case-study', '--from-issue', source, '--take', fields);
  const fields = fresh.map(({field}) => field).join(',');
  return [
    ...(fresh.length > 0 ? [`Take over the answers on which the page says nothing yet: \`${take(fields)}\`.`] : []),
    ...(consent.length > 0
      ? [
          `The consent was given again, and the record has it as it was given now. Take it over, unless it is a slip: \`${take('consent')}\`.`,
        ]
      : []),
    ...(other.length > 0
      ? [
          `See which of the ${fresh.length + consent.length > 0 ? 'other ' : ''}answers the author has changed: ${isMail ? 'compare them with the e-mail before' : 'the list of edits of an issue shows it'}. Type what is new into the page; or take a whole answer in its place, in which your own mends of it are lost: \`${commandLine('new', 'case-study', '--from-issue', source)} --take\` and the fields, with commas between them.`,
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
