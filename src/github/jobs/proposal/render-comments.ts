import type {BlockContent, PhrasingContent} from 'mdast';
import {limitedBody} from '../../../format/limited-body.ts';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import type {FieldFeedback} from '../../../intake/proposals/field-feedback.ts';
import {renderConsent} from '../../../intake/proposals/proposal-files.ts';
import {START_CHECKS} from '../../open-pull-request.ts';
import type {CheckedProposal} from './check-proposal.ts';

/** Begins the one comment on a proposal; GitHub does not show it. */
export const PROPOSAL_MARKER = '<!-- good-practice-toolkit: proposal -->';

interface Comment {
  fields: readonly FieldFeedback[];
  /** The pull request with the draft page, once there is one. */
  pull: {number: number; url: string} | undefined;
  /** The page for contributors. */
  contributeUrl: string;
  /** How long an answer usually takes, `5 working days`. */
  usualReply: string | undefined;
}

/** The one comment on a proposal, for the contributor: it changes with the answers. */
export function renderComment({fields, pull, contributeUrl, usualReply}: Comment): string {
  const isMissing = fields.some(({needed}) => needed.length > 0);
  const soon = usualReply === undefined ? '' : ` An answer usually takes ${usualReply}.`;
  const received = pull
    ? [
        text('Thank you. Your proposal is now a draft page in '),
        link(pull.url, [text(`pull request ${pull.number}`)]),
        text('. You do not need to do anything there.'),
      ]
    : toPhrasing(`Thank you. We have received your proposal. An editor will read it next.${soon}`);
  const ask = isMissing
    ? 'A program has read your answers, and some things are still missing. Edit your proposal above, and this comment changes within minutes. If you do not know something, write that in the answer.'
    : 'A program has read your answers, and found nothing missing.';
  const later = pull ? ' Tell us in a comment if you change an answer: an editor then updates the draft.' : '';
  const style = 'Do not worry about style: an editor will correct long sentences, dates and links.';
  const end = [text('Read '), link(contributeUrl, [text('what happens next')]), text('.')];
  return render(
    [PROPOSAL_MARKER, stringify([paragraph(received), paragraph([text(`${ask}${later} ${style}`)])])],
    askedOf(fields),
    stringify([paragraph(end)]),
  );
}

interface Proposal {
  /** The number of the proposal. */
  issue: number;
  /** Whether an editor has written to the branch, so that the page there was not replaced. */
  isEdited: boolean;
  contributeUrl: string;
}

/** The text of the pull request, for the editor. */
export function renderProposalBody(
  {page, study, fields}: CheckedProposal,
  {issue, isEdited, contributeUrl}: Proposal,
): string {
  const proposal = link(`../issues/${issue}`, [text(`proposal ${issue}`)]);
  const isMissing = fields.some(({needed}) => needed.length > 0);
  const criteria = [text('Is it what '), link(contributeUrl, [text('the page for contributors')]), text(' asks for?')];
  const blocks: BlockContent[] = [
    paragraph([
      text('A draft case study, made from the answers in '),
      proposal,
      text('. The draft is '),
      code(page.path),
      text('.'),
    ]),
    paragraph([
      text(
        `${START_CHECKS} ${isMissing ? 'Do not merge this yet. Answers are missing.' : 'Merge it only once they have passed.'}`,
      ),
    ]),
    paragraph([text('Before you merge it, check each of these:')]),
    {
      type: 'list',
      spread: false,
      children: [
        criteria,
        [text('Has a second person compared it with its sources?')],
        [text('Has the organisation confirmed the facts?')],
        [text('Does the change note say who did what, and what came of it?')],
      ].map((question) => ({...listItem([paragraph(question)]), checked: false, spread: false})),
    },
    paragraph([text(`Merging it closes the proposal. Closes #${issue}.`)]),
    ...(isEdited
      ? [
          paragraph([
            text(
              'An editor has changed this branch, so the newest answers are not in the page. The lists below are about those answers.',
            ),
          ]),
        ]
      : []),
    ...(isEdited && study.consent
      ? [
          paragraph([text('If the page lacks the consent, copy these lines into its front matter:')]),
          {type: 'code', lang: 'yaml', value: renderConsent(study.consent)} as const,
        ]
      : []),
  ];
  return render([stringify(blocks)], [...askedOf(fields), ...sectionOf(fields, 'style', 'Style, for you to edit')]);
}

/** As much as fits, field by field, and the end. */
function render(head: readonly string[], sections: readonly string[], ...end: readonly string[]): string {
  const body = limitedBody(...head);
  const isWhole = sections.every((section) => body.add(section));
  return body.render(...(isWhole ? [] : ['There is more than fits here.']), ...end);
}

/** What a contributor is asked, field by field. */
function askedOf(fields: readonly FieldFeedback[]): string[] {
  return [...sectionOf(fields, 'needed', 'What is missing'), ...sectionOf(fields, 'look', 'Please check')];
}

function sectionOf(fields: readonly FieldFeedback[], which: 'needed' | 'look' | 'style', title: string): string[] {
  const found = fields.filter((field) => field[which].length > 0);
  const heading: BlockContent = {type: 'heading', depth: 3, children: [text(title)]};
  return found.map((field, index) =>
    stringify([
      ...(index === 0 ? [heading] : []),
      paragraph([{type: 'strong', children: [text(field.label)]} satisfies PhrasingContent]),
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: field[which].map((sentence) => listItem([paragraph(toPhrasing(sentence))])),
      },
    ]),
  );
}
