import type {BlockContent, PhrasingContent} from 'mdast';
import type {NearDuplicate} from '../../src/content/drafts/near-duplicates.ts';
import type {Stage} from '../../src/content/proposals/proposal-stages.ts';
import {labelOfStage, nextOf, STAGES} from '../../src/content/proposals/proposal-stages.ts';
import type {HeldBack} from '../../src/content/proposals/stages-in-order.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../../src/content/report/markdown-nodes.ts';
import type {Proposal} from '../../src/content/schemas/proposal-schema.ts';

/** Stands at the head of the one comment on a proposal, and is not seen. */
export const PROPOSAL_MARKER = '<!-- good-practice-toolkit: proposal -->';

/** What is told of a proposal. */
export interface Told {
  issue: number;
  /** The path of its page; none where the record alone was brought up to date. */
  page: string | undefined;
  stage: Stage;
  /** Who has to act before it is complete. */
  waitsFor: Proposal['waits_for'];
  /** Stages that a label tells of and that are not on record, each with why. */
  heldBack: readonly HeldBack[];
  fields: readonly ToldField[];
  /** Whether the check of the whole toolkit found no error, so that the build and the tests ran too. */
  isSound: boolean;
  /** The pull request with its file; none where the record alone was brought up to date. */
  pull: {number: number; url: string} | undefined;
  /** Pages that may say the same already. */
  duplicates: readonly NearDuplicate[];
  /** Words that stand under no label of the form. */
  unplaced: string;
  runUrl: string;
  /** The page of the site that shows all proposals. */
  proposalsUrl: string;
}

// "body is too long (maximum is 65536 characters)", says the API.
const MAX_BODY = 65_536;
const ROOM_FOR_THE_END = 600;

/** The comment on the issue, to whoever sent the proposal. */
export function renderComment(
  told: Pick<Told, 'stage' | 'waitsFor' | 'heldBack' | 'fields' | 'pull' | 'proposalsUrl'>,
): string {
  const stage = STAGES.find(({id}) => id === told.stage);
  const needed = told.fields.filter((field) => field.needed.length > 0);
  const thanks = told.pull
    ? [
        text('Thank you. Your proposal is a file now, in '),
        link(told.pull.url, [text(`pull request ${told.pull.number}`)]),
        text('. You need not do anything there.'),
      ]
    : [text('Thank you. Your proposal is on record.')];
  const ask =
    needed.length > 0
      ? 'Some things are still missing. Edit your proposal above, and this comment changes within minutes; or answer here, in a comment. An editor then takes your answers over.'
      : 'Nothing is missing that a check can find.';
  const isEdited = told.fields.some(({style}) => style.length > 0);
  const edit = isEdited
    ? ' An editor sees to the house style: long sentences, dates, the form of links and the like.'
    : '';
  const next = [
    text('Where it stands: '),
    strong(stage?.label ?? ''),
    text(`. ${nextOf(told.stage, told.waitsFor)} `),
    link(told.proposalsUrl, [text('See all proposals')]),
    text('.'),
  ];
  return render(
    [PROPOSAL_MARKER, stringify([paragraph(thanks), paragraph([text(ask + edit)])])],
    askedOf(told.fields),
    stringify([...told.heldBack.map(notOnRecord), paragraph(next)]),
  );
}

function notOnRecord({stage, why}: HeldBack): BlockContent {
  return paragraph([
    text('The label '),
    code(labelOfStage(stage)),
    text(` is not on record: ${why}. An editor takes it off, and puts it on again once it holds.`),
  ]);
}

/** The first comment on a proposal, some minutes after it came and before anybody has looked at it. */
export function renderReceipt({fields, proposalsUrl}: Pick<Told, 'fields' | 'proposalsUrl'>): string {
  const isMissing = fields.some(({needed}) => needed.length > 0);
  const thanks =
    'Thank you. Your proposal has arrived. An editor reads it next, and has a file made of it. We cannot say how soon.';
  const ask = isMissing
    ? 'A program has read your answers. Some things are still missing: edit your proposal above, and this comment changes within minutes. What you cannot know, leave: say so in the answer.'
    : 'A program has read your answers, and nothing is missing that it can find.';
  const edit = 'Do not mind style: an editor sees to long sentences, dates, the form of links and the like.';
  const end = [
    text('Once it is on record, '),
    link(proposalsUrl, [text('the page of proposals')]),
    text(' shows where it stands.'),
  ];
  return render(
    [PROPOSAL_MARKER, stringify([paragraph([text(thanks)]), paragraph([text(`${ask} ${edit}`)])])],
    askedOf(fields),
    stringify([paragraph(end)]),
  );
}

/** The words of the pull request, to the editor who reads it. */
export function renderBody(told: Told): string {
  const run = link(told.runUrl, [text('the run that made it')]);
  const checked = told.isSound
    ? [text('The check, the build and the tests passed in '), run, text('.')]
    : [
        text('It is not complete: the check found errors in '),
        run,
        text(', so the build and the tests did not run. Do not merge it yet.'),
      ];
  const proposal = link(`../issues/${told.issue}`, [text(`proposal ${told.issue}`)]);
  const about = told.page
    ? [
        text('A case study made of the answers in '),
        proposal,
        text('. Read '),
        code(told.page),
        text(' beside its sources, and go through the acceptance criteria.'),
      ]
    : [text('Puts on record where '), proposal, text(' stands. No page is in it, and no words of the proposal.')];
  const missing = 'Whoever sent it sees what is missing in a comment there.';
  const taken = told.page ? ' Once somebody writes to this branch, the answers are not taken over again.' : '';
  const head = [
    paragraph(about),
    paragraph(checked),
    paragraph([text(missing + taken)]),
    paragraph([text('Where GitHub waits for checks that do not start, close this and open it again.')]),
  ];
  const similar = told.duplicates.map(({path, because}) =>
    paragraph([text('A page may say the same already: '), code(path), text(` ${because.join(' and ')}.`)]),
  );
  const style = sectionOf(told.fields, 'style', 'House style, for you to mend');
  return render([stringify([...head, ...similar, ...unplacedIn(told)])], [...askedOf(told.fields), ...style], '');
}

/** Room for what is missing, beside it. */
const MOST_UNPLACED = 20_000;

/** As they were typed: in a block of code nothing of them is markup. */
function unplacedIn({unplaced}: Told): BlockContent[] {
  if (unplaced === '') return [];
  const isCut = unplaced.length > MOST_UNPLACED;
  const value = `${unplaced.slice(0, MOST_UNPLACED).toWellFormed()}${isCut ? '\n...' : ''}`;
  return [
    paragraph([
      text('These words stand under no label of the form, and are in no file. Put into the page what belongs there.'),
    ]),
    {type: 'code', lang: 'text', value},
  ];
}

/** As much as fits, field by field, and what stands at the end. */
function render(head: readonly string[], sections: readonly string[], end: string): string {
  const parts = [...head];
  let room = MAX_BODY - ROOM_FOR_THE_END - parts.join('\n\n').length - end.length;
  let left = 0;
  for (const words of sections) {
    room -= words.length + 2;
    if (room < 0) left += 1;
    else parts.push(words);
  }
  if (left > 0) parts.push('There is more than fits here.');
  if (end !== '') parts.push(end);
  return `${parts.join('\n\n')}\n`;
}

/** What an author is asked, field by field. */
function askedOf(fields: readonly ToldField[]): string[] {
  return [...sectionOf(fields, 'needed', 'What is missing'), ...sectionOf(fields, 'look', 'Please look again')];
}

function sectionOf(fields: readonly ToldField[], which: 'needed' | 'look' | 'style', title: string): string[] {
  const found = fields.filter((field) => field[which].length > 0);
  const heading: BlockContent = {type: 'heading', depth: 3, children: [text(title)]};
  return found.map((field, index) =>
    stringify([
      ...(index === 0 ? [heading] : []),
      paragraph([strong(field.label)]),
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: field[which].map((sentence) => listItem([paragraph(toPhrasing(sentence))])),
      },
    ]),
  );
}

function strong(words: string): PhrasingContent {
  return {type: 'strong', children: [text(words)]};
}
