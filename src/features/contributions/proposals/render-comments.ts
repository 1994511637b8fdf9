import {absoluteUrl} from '../../../content/addresses/addresses.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {limitedBody} from '../../../format/limited-body.ts';
import {
  heading,
  list,
  listItem,
  paragraph,
  stringify,
  strong,
  text,
  toPhrasing,
} from '../../../format/markdown-nodes.ts';
import {START_CHECKS} from '../../../io/github/open-pull-request.ts';
import {type CheckedProposal, renderConsent} from './check-proposal.ts';
import type {FieldFeedback} from './field-feedback.ts';

/** Begins the one comment on a proposal; GitHub does not show it. */
export const PROPOSAL_MARKER = '<!-- good-practice-toolkit: proposal -->';

/** The branch with the draft page of a proposal. */
export function branchOf(issue: number): string {
  return `proposal/${issue}`;
}

function contributeUrl(config: ToolkitConfig): string {
  return absoluteUrl(config, config.contribute?.to ?? '/');
}

/**
 * The one comment on a proposal, for the contributor: it changes with the answers.
 *
 * @param pull the pull request with the draft page, once there is one
 */
export function renderComment(
  fields: readonly FieldFeedback[],
  pull: {number: number; url: string} | undefined,
  config: ToolkitConfig,
): string {
  const {usual_reply: usualReply} = config;
  const soon = usualReply === undefined ? '' : ` An answer usually takes ${usualReply}.`;
  const received = pull
    ? `Your proposal is now a draft page in [pull request ${pull.number}](${pull.url}). You do not need to do anything there.`
    : `We have received your proposal. An editor will read it next.${soon}`;
  const ask = isMissing(fields)
    ? 'A program has read your answers, and some things are still missing. Edit your proposal above, and this comment changes within minutes.'
    : 'A program has read your answers, and found nothing missing.';
  const later = pull ? ' Tell us in a comment if you change an answer: an editor then updates the draft.' : '';
  const style = 'Do not worry about style: an editor will correct long sentences, dates and links.';
  const head = [PROPOSAL_MARKER, `Thank you. ${received}`, `${ask}${later} ${style}`];
  return render(head, fields, `Read [what happens next](${contributeUrl(config)}).`);
}

/**
 * The text of the pull request, for the editor.
 *
 * @param isEdited whether an editor has written to the branch, so that the page there was not replaced
 */
export function renderProposalBody(
  {page, study, fields}: CheckedProposal,
  {issue, isEdited}: {issue: number; isEdited: boolean},
  config: ToolkitConfig,
): string {
  const merge = isMissing(fields)
    ? 'Do not merge this yet. Answers are missing.'
    : 'Merge it only once they have passed.';
  const criteria = [
    `Is it what [the page for contributors](${contributeUrl(config)}) asks for?`,
    'Has a second person compared it with its sources?',
    'Has the organisation confirmed the facts?',
    'Does the change note say who did what, and what came of it?',
  ];
  const head = [
    `A draft case study, made from the answers in [proposal ${issue}](../issues/${issue}). The draft is \`${page.path}\`.`,
    `${START_CHECKS} ${merge}`,
    'Before you merge it, check each of these:',
    criteria.map((question) => `- [ ] ${question}`).join('\n'),
    `Merging it closes the proposal. Closes #${issue}.`,
  ];
  if (isEdited) {
    head.push(
      'An editor has changed this branch, so the newest answers are not in the page. The lists below are about those answers.',
    );
  }
  if (isEdited && study.consent) {
    head.push(
      'If the page lacks the consent, copy these lines into its front matter:',
      stringify([{type: 'code', lang: 'yaml', value: renderConsent(study.consent)}]),
    );
  }
  return render(head, fields);
}

/** Whether an answer keeps a proposal from being published. */
export function isMissing(fields: readonly FieldFeedback[]): boolean {
  return fields.some(({needed}) => needed.length > 0);
}

/** As much as fits of what a contributor is asked, field by field, and the end. */
function render(head: readonly string[], fields: readonly FieldFeedback[], ...end: readonly string[]): string {
  const body = limitedBody(head.join('\n\n'));
  const sections = [...sectionOf(fields, 'needed', 'What is missing'), ...sectionOf(fields, 'look', 'Please check')];
  const isWhole = sections.every((section) => body.add(section));
  return body.render(...(isWhole ? [] : ['There is more than fits here.']), ...end);
}

function sectionOf(fields: readonly FieldFeedback[], which: 'needed' | 'look', title: string): string[] {
  return fields
    .filter((field) => field[which].length > 0)
    .map(({label, [which]: asked}, index) =>
      stringify([
        ...(index === 0 ? [heading(3, [text(title)])] : []),
        paragraph([strong([text(label)])]),
        list(asked.map((sentence) => listItem([paragraph(toPhrasing(sentence))]))),
      ]),
    );
}
