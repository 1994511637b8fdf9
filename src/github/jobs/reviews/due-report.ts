import type {BlockContent} from 'mdast';
import {formatDay} from '../../../format/format-date.ts';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import {addressOf} from '../../../model/pages/page-id.ts';
import {compareText} from '../../../model/problem.ts';
import {lapseLabel} from '../../../model/reviews/review-labels.ts';
import type {ReviewStanding} from '../../../model/reviews/review-standings.ts';
import type {SiteAddress} from '../../../model/routes/addresses.ts';
import {absoluteUrl} from '../../../model/routes/addresses.ts';
import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import {renderGroupedIssue} from '../../grouped-issue.ts';

/** Stands at the head of the one issue that is ours, and is not seen. */
export const DUE_MARKER = '<!-- good-practice-toolkit: reviews -->';

export const DUE_TITLE = 'Pages that are to be checked';

type Config = Pick<ToolkitConfig, 'owners'> & SiteAddress;

/** The pages that one role has to check, the longest overdue first. */
interface OwnersPages {
  id: string;
  /** Its name, `Guidance editor`. */
  label: string;
  pages: ReviewStanding[];
}

/** Pages by the role that looks after them, in the order of the configuration. */
export function dueByOwner(standings: readonly ReviewStanding[], {owners}: Pick<Config, 'owners'>): OwnersPages[] {
  const sorted = [...standings].sort((a, b) => compareText(a.due, b.due) || compareText(a.page.id, b.page.id));
  return owners
    .map(({id, label}) => ({id, label, pages: sorted.filter(({page}) => page.owner === id)}))
    .filter(({pages}) => pages.length > 0);
}

/** What is to be checked, for a terminal; `all` are the pages that readers see. */
export function renderDue(groups: readonly OwnersPages[], all: readonly ReviewStanding[]): string {
  if (groups.length === 0) return `No page is to be checked within a month.${neverChecked(all)}\n`;
  const lines = groups.flatMap(({label, pages}) => {
    // Said once, not beside each page.
    const isNew = pages.length > 1 && pages.every(({review}) => !review);
    return [
      `${label} (${pages.length})${isNew ? ': none of them was ever checked' : ''}`,
      ...pages.flatMap((standing) => [
        `  ${standing.page.title}: ${isNew ? tellDay(standing) : tellDue(standing)}`,
        `    npm run mark-reviewed -- ${standing.page.id}`,
      ]),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** That nothing is due yet does not say that anything was checked. */
function neverChecked(all: readonly ReviewStanding[]): string {
  if (all.length === 0 || all.some(({review}) => review)) return '';
  const first = all.map(({due}) => due).toSorted(compareText)[0] ?? '';
  return ` None of the ${all.length} pages was ever checked since it was published; the first is due by ${formatDay(first)}.`;
}

/** The issue that says which pages are to be checked, by role; it holds no day of its own, so a week without news leaves it. */
export function renderDueIssue(groups: readonly OwnersPages[], config: Config): string {
  const told = groups.map(({label, pages}) => ({label, items: pages.map((standing) => item(standing, config))}));
  return renderGroupedIssue(DUE_MARKER, opening(), told, 'npm run mark-reviewed -- --due');
}

/** Whether an issue of an earlier week told of every one of these. */
export function isDueToldIn(body: string, groups: readonly OwnersPages[], config: Config): boolean {
  return groups.every(({pages}) => pages.every((standing) => body.includes(stringify([item(standing, config)]))));
}

/** What the issue says once no page is to be checked. */
export function renderNothingDue(): string {
  return `${DUE_MARKER}\n\nAll is well now: no page is to be checked within a month.\n`;
}

function opening(): BlockContent[] {
  return [
    paragraph([
      text(
        'A job of each week writes this, and replaces it: do not edit here. Read each page, mend what is wrong in a ',
      ),
      text('pull request, and put your check on record with the command beside the page. '),
      text('Nobody writes a record of a check that was not made.'),
    ]),
  ];
}

function item(standing: ReviewStanding, config: Config): BlockContent {
  const {id, title} = standing.page;
  const words = [
    paragraph([
      link(absoluteUrl(config, addressOf(id)), toPhrasing(title)),
      text(': '),
      ...toPhrasing(`${tellDue(standing)}.`),
    ]),
    paragraph([code(`npm run mark-reviewed -- ${id}`)]),
  ];
  return {type: 'list', ordered: false, spread: true, children: [listItem(words)]};
}

/** Why a page is to be checked, and by when. */
function tellDue(standing: ReviewStanding): string {
  const {review, lapses} = standing;
  const when = tellDay(standing);
  if (!review) return `nobody has checked it since it was published, and it ${when}`;
  const checked = `the check of ${formatDay(review.on)}`;
  if (lapses.length === 0) return `${when}, ${checked} being the last`;
  return `${checked} no longer holds (${lapses.map(lapseLabel).join('; ')}), and the page ${when}`;
}

function tellDay({due, overdue}: ReviewStanding): string {
  return `${overdue ? 'was' : 'is'} due by ${formatDay(due)}`;
}
