import type {BlockContent} from 'mdast';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import {ENGLISH} from '../../../language/text.ts';
import {addressOf} from '../../../model/pages/page-id.ts';
import {compareText} from '../../../model/problem.ts';
import {lapseLabel} from '../../../model/reviews/review-labels.ts';
import type {ReviewStanding} from '../../../model/reviews/review-standings.ts';
import {absoluteUrl, type SiteAddress} from '../../../model/routes/addresses.ts';
import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import {renderGroupedIssue} from '../../grouped-issue.ts';

/** The first line of the issue; readers do not see it. */
export const DUE_MARKER = '<!-- good-practice-toolkit: reviews -->';

export const DUE_TITLE = 'Pages that are due for review';

type Config = Pick<ToolkitConfig, 'owners'> & SiteAddress;

/** The pages that one role has to review, the longest overdue first. */
interface OwnersPages {
  id: string;
  /** Its name, `Guidance editor`. */
  label: string;
  pages: ReviewStanding[];
}

/** Pages by the role that owns them, in the order of the configuration. */
export function dueByOwner(standings: readonly ReviewStanding[], {owners}: Pick<Config, 'owners'>): OwnersPages[] {
  const sorted = [...standings].sort((a, b) => compareText(a.due, b.due) || compareText(a.page.id, b.page.id));
  return owners
    .map(({id, label}) => ({id, label, pages: sorted.filter(({page}) => page.owner === id)}))
    .filter(({pages}) => pages.length > 0);
}

/** The pages that are due for review, for a terminal; `all` are the pages that readers see. */
export function renderDue(groups: readonly OwnersPages[], all: readonly ReviewStanding[]): string {
  if (groups.length === 0) return `No page is due for review within a month.${neverReviewed(all)}\n`;
  const lines = groups.flatMap(({label, pages}) => {
    // Stated once, not for each page.
    const isNew = pages.length > 1 && pages.every(({review}) => !review);
    return [
      `${label} (${pages.length})${isNew ? ': never reviewed' : ''}`,
      ...pages.flatMap((standing) => [
        `  ${standing.page.title}: ${isNew ? dueDay(standing) : describeDue(standing)}`,
        `    npm run mark-reviewed -- ${standing.page.id}`,
      ]),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** Avoids the impression that pages were reviewed because none is due. */
function neverReviewed(all: readonly ReviewStanding[]): string {
  if (all.length === 0 || all.some(({review}) => review)) return '';
  const first = all.map(({due}) => due).toSorted(compareText)[0] ?? '';
  return ` None of the ${all.length} pages has been reviewed yet; the first is due by ${ENGLISH.format.day(first)}.`;
}

/** The issue that lists the pages due for review, by role. It contains no date of the run, so it only changes with the list. */
export function renderDueIssue(groups: readonly OwnersPages[], config: Config): string {
  const listed = groups.map(({label, pages}) => ({label, items: pages.map((standing) => item(standing, config))}));
  return renderGroupedIssue(DUE_MARKER, opening(), listed, 'npm run mark-reviewed -- --due');
}

/** Whether an earlier version of the issue listed all of these pages. */
export function isDueListedIn(body: string, groups: readonly OwnersPages[], config: Config): boolean {
  return groups.every(({pages}) => pages.every((standing) => body.includes(stringify([item(standing, config)]))));
}

/** The issue when no page is due. */
export function renderNothingDue(): string {
  return `${DUE_MARKER}\n\nNo page is due for review within a month.\n`;
}

function opening(): BlockContent[] {
  return [
    paragraph([
      text('A weekly job updates this issue, so do not edit it. Read each page, fix what is wrong in a '),
      text('pull request, and record your review with the command for the page. '),
      text('Never record a review that was not done.'),
    ]),
  ];
}

function item(standing: ReviewStanding, config: Config): BlockContent {
  const {id, title} = standing.page;
  const words = [
    paragraph([
      link(absoluteUrl(config, addressOf(id)), toPhrasing(title)),
      text(': '),
      ...toPhrasing(`${describeDue(standing)}.`),
    ]),
    paragraph([code(`npm run mark-reviewed -- ${id}`)]),
  ];
  return {type: 'list', ordered: false, spread: true, children: [listItem(words)]};
}

/** Why a page is due for review, and when. */
function describeDue(standing: ReviewStanding): string {
  const {review, lapses} = standing;
  const when = dueDay(standing);
  if (!review) return `never reviewed, ${when}`;
  const reviewed = `the review of ${ENGLISH.format.day(review.on)}`;
  if (lapses.length === 0) return `${when}, last reviewed on ${ENGLISH.format.day(review.on)}`;
  return `${reviewed} has lapsed (${lapses.map((lapse) => lapseLabel(lapse)).join('; ')}), and the page ${when}`;
}

function dueDay({due, overdue}: ReviewStanding): string {
  return `${overdue ? 'was' : 'is'} due by ${ENGLISH.format.day(due)}`;
}
