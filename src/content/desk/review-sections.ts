import {formatDay} from '../format-date.ts';
import {count} from '../report/sections.ts';
import type {Lapse, ReviewStanding} from '../reviews/review-standings.ts';
import {reviewStandings} from '../reviews/review-standings.ts';
import {REVIEW_SCOPES} from '../schemas/review-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {byRole, ownerLabel} from './owner-label.ts';
import {pageStanding} from './page-standing.ts';
import {daysUntil, waits} from './waits.ts';

/** How many days before a review falls due somebody should set a day for it. */
const SOON = 30;

/** Pages that somebody must read against their sources: overdue, no longer covered by their review, or due soon. */
export function reviewSections(toolkit: Toolkit, today: string): DeskSection[] {
  const standings = reviewStandings(toolkit, today);
  const rowsOf = (found: readonly ReviewStanding[], tell: (standing: ReviewStanding) => Told) =>
    byRole(
      toolkit.config,
      found.map((standing) => rowOf(standing, tell(standing), toolkit)),
    );
  const overdue = standings.filter((standing) => pageStanding(standing) === 'overdue');
  const lapsed = standings.filter((standing) => pageStanding(standing) === 'lapsed');
  const soon = standings.filter((standing) => {
    return !overdue.includes(standing) && !lapsed.includes(standing) && daysUntil(today, standing.due) <= SOON;
  });
  return [
    {
      id: 'overdue',
      title: 'Reviews overdue',
      about: 'Read each page beside its sources, and put the review on record. Until then its readers are warned.',
      none: 'Every published page was read, or published, no longer ago than it promises.',
      rows: rowsOf(overdue, (standing) => ({
        matter: lastChecked(standing),
        ...waits(standing.due, today),
      })),
    },
    {
      id: 'lapsed',
      title: 'Reviews that have lapsed',
      about: 'Somebody checked these pages, and that no longer holds. Check what has changed.',
      none: 'Every review on record still holds.',
      rows: rowsOf(lapsed, (standing) => ({
        matter: `${lastChecked(standing)} ${standing.lapses.map(lapseWords).join(' ')}`,
        ...waits(standing.lapsedOn ?? today, today),
      })),
    },
    {
      id: 'due-soon',
      title: `Reviews due within ${SOON} days`,
      about: 'Set a day for somebody to read each page beside its sources.',
      none: `No review falls due in the next ${SOON} days.`,
      rows: rowsOf(soon, (standing) => ({
        matter: `It falls due ${until(daysUntil(today, standing.due))}, on ${formatDay(standing.due)}. ${lastChecked(standing)}`,
      })),
    },
  ];
}

type Told = Pick<DeskRow, 'matter' | 'since' | 'days'>;

function rowOf({page}: ReviewStanding, told: Told, {config}: Toolkit): DeskRow {
  const {id, title, owner} = page;
  return {title, id, ...told, owner: ownerLabel(config, owner), command: commandLine('attest', id)};
}

function lastChecked({review}: ReviewStanding): string {
  if (!review) return 'Nobody has checked it since it was published.';
  return `Last checked on ${formatDay(review.on)}: ${REVIEW_SCOPES[review.scope]}.`;
}

function lapseWords(lapse: Lapse): string {
  switch (lapse.kind) {
    case 'large-edit':
      return `Since then ${lapse.changed} of its ${lapse.of} parts have changed.`;
    case 'dead-source':
      return `Since then ${count(lapse.urls.length, 'source')} of it no longer ${lapse.urls.length === 1 ? 'opens' : 'open'}.`;
    case 'withdrawn-study':
      return `Since then what it leads to was withdrawn: ${lapse.studies.map((id) => `\`${id}\``).join(', ')}.`;
  }
}

function until(days: number): string {
  return days === 0 ? 'today' : `in ${count(days, 'day')}`;
}
