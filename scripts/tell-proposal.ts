import {commandLine} from '../src/content/desk/command-line.ts';
import type {DifferingAnswer} from '../src/content/proposals/differing-answers.ts';
import type {labelOfStage} from '../src/content/proposals/proposal-stages.ts';
import {nextOf, STAGES, stageOf} from '../src/content/proposals/proposal-stages.ts';
import type {HeldBack} from '../src/content/proposals/stages-in-order.ts';
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
  /** Whether the page tells of an agreement, or of the public record. */
  hasConsent: boolean;
  told: readonly ToldField[];
  /** Stages that were told of, or stood on record, and cannot. */
  heldBack: readonly HeldBack[];
  /** Answers that say something else than the page. */
  differing: readonly DifferingAnswer[];
  /** The file that the answers came in; none where they were typed, or a command alone tells of a stage. */
  source?: string | undefined;
}

/** Where a proposal stands, which answers differ from its page, what is missing, and what to do next. */
export function tellProposal(proposal: ToldProposal): string {
  const {record, published, page, differing, told, heldBack} = proposal;
  const {stage} = stageOf(record, published);
  const steps = stepsOf(proposal);
  const next =
    steps.length === 1 ? [`Next: ${steps[0]}`] : ['Next:', ...steps.map((step, at) => `  ${at + 1}. ${step}`)];
  const parts = [
    [`Stage: ${STAGES.find(({id}) => id === stage)?.label}. ${nextOf(stage, record.waits_for)}`],
    ...heldBack.map((held) => [`Not on record: the stage \`${held.stage}\`, for ${held.why}.`]),
    ...(differing.length > 0 ? [[`Answers that differ from \`${page}\`, which was left as it is:`]] : []),
    ...differing.map(({label, passages}) => [label, ...passages.flatMap(linesOfPassage)]),
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

/** More of a passage than this is not needed to find it. */
const MOST = 160;

function linesOfPassage({inFile, answered}: DifferingAnswer['passages'][number]): string[] {
  return [`  the file: ${sideOf(inFile)}`, `  the answer: ${sideOf(answered)}`];
}

function sideOf(words: string | undefined): string {
  if (words === undefined) return 'nothing';
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST).toWellFormed()}...` : line;
}

/** What gives a proposal that is an issue, as the command that reads it wants it. */
export function exportOfIssue(issue: number): string {
  return `gh issue view ${issue} --json number,title,body,createdAt,labels`;
}

/** What an editor does next, in order. */
function stepsOf(proposal: ToldProposal): string[] {
  const {record, published, page, hasPage, differing, told} = proposal;
  const {stage} = stageOf(record, published);
  if (stage === 'published') return ['Nothing is left to do.'];
  if (stage === 'withdrawn') {
    return [hasPage ? `Remove \`${page}\` and its change note, and keep the record.` : 'Nothing is left to do.'];
  }
  if (!hasPage) {
    const make = commandLine('new', 'case-study', '--from-issue', sourceOf(proposal));
    return [...askSteps(proposal), `Make the page once you want it: \`${make}\`.`];
  }
  const isStyled = told.some(({style}) => style.length > 0);
  return [
    ...(differing.length > 0 ? [takeStep(differing, sourceOf(proposal))] : []),
    ...askSteps(proposal),
    ...(isStyled ? [`Mend the house style in \`${page}\`.`] : []),
    ...stageSteps(stage, proposal),
  ];
}

function takeStep(differing: readonly DifferingAnswer[], source: string): string {
  const fields = differing.map(({field}) => field).join(',');
  const take = commandLine('new', 'case-study', '--from-issue', source, '--take', fields);
  return `Take over the answers that you want: \`${take}\`. Each takes the place of what the file says there, so leave out the fields where the words of the file should stay.`;
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
      : `run \`${exportOfIssue(issue)} > ${source}\` and then \`${again}\` again`;
  const asked = isNeeded
    ? [`Ask whoever sent it for what is needed. Once the answer is there, ${anew}: that tells which answers are new.`]
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
  return source ?? (record.issue === undefined ? 'mail.eml' : 'issue.json');
}

function isConsent(field: string): boolean {
  return field.startsWith('consent');
}

/** What brings a proposal from its stage to the next. */
function stageSteps(stage: string, {record: {case_study: id}, page}: ToldProposal): string[] {
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
      return ['Run `npm run check`, then `npm run publish -- --dry-run`, and publish.'];
    default:
      return [
        `Run \`npm run check\` until nothing must be mended, then \`${commandLine('proposal', id)}\`: it brings the record up to date.`,
      ];
  }
}
