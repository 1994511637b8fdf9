import {formatDay} from '../format-date.ts';
import {count} from '../report/sections.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {byRole, ownerLabel} from './owner-label.ts';
import type {PageStanding} from './review-standings.ts';
import {reviewStandings} from './review-standings.ts';
import {daysUntil, waits} from './waits.ts';

/** How many days before a review falls due somebody should set a day for it. */
const SOON = 30;

/** Pages that somebody must read against their sources: overdue, no longer covered by their review, or due soon. */
export function reviewSections(toolkit: Toolkit, today: string): DeskSection[] {
  const standings = reviewStandings(toolkit, today);
  const listed = (rows: DeskRow[]) => byRole(toolkit.config, rows);
  const rowOf = ({page}: PageStanding, rest: Pick<DeskRow, 'matter' | 'since' | 'days'>): DeskRow => ({
    title: page.data.title,
    id: page.id,
    ...rest,
    owner: ownerLabel(toolkit.config, page.data.owner),
    command: commandLine('attest', page.id),
  });
  const overdue = standings.flatMap((entry) => {
    if (entry.standing !== 'overdue' || entry.due === undefined) return [];
    return [rowOf(entry, {matter: `${lastChecked(entry)} It was due by then.`, ...waits(entry.due, today)})];
  });
  const lapsed = standings.flatMap((entry) => {
    if (entry.standing !== 'lapsed' || !entry.review) return [];
    return [rowOf(entry, {matter: `Its words have changed since it was checked on ${formatDay(entry.review.on)}.`})];
  });
  const soon = standings.flatMap((entry) => {
    const left = entry.due === undefined ? -1 : daysUntil(today, entry.due);
    if (entry.standing === 'overdue' || entry.standing === 'lapsed' || left < 0 || left > SOON) return [];
    const until = left === 0 ? 'today' : `in ${count(left, 'day')}`;
    return [rowOf(entry, {matter: `It falls due ${until}, on ${formatDay(entry.due ?? '')}.`})];
  });
  return [
    {
      id: 'overdue',
      title: 'Reviews overdue',
      about:
        'Read each page beside its sources, and put the review on record. Readers of the page are warned meanwhile.',
      none: 'Every published page was read, or published, no longer ago than it promises.',
      rows: listed(overdue),
    },
    {
      id: 'lapsed',
      title: 'Reviews that have lapsed',
      about: 'Somebody checked these pages, and that no longer holds. Check what has changed.',
      none: 'Every review on record holds for the words that readers see.',
      rows: listed(lapsed),
    },
    {
      id: 'due-soon',
      title: `Reviews due within ${SOON} days`,
      about: 'Set a day for somebody to read each page beside its sources.',
      none: `No review falls due in the next ${SOON} days.`,
      rows: listed(soon),
    },
  ];
}

function lastChecked({review}: PageStanding): string {
  return review ? `Last checked on ${formatDay(review.on)}.` : 'Not checked since it was published.';
}
