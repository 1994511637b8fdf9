import {formatDay} from '../format-date.ts';
import {count} from '../report/sections.ts';
import {lastCheckedWords} from '../review-words.ts';
import {dueStandings} from '../reviews/due-standings.ts';
import type {ReviewStanding} from '../reviews/review-standings.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {byRole, ownerLabel} from './owner-label.ts';
import {pageStanding} from './page-standing.ts';
import {daysUntil, waits} from './waits.ts';

/** Pages that somebody must read against their sources: overdue, no longer covered by their review, or due soon. */
export function reviewSections(toolkit: Toolkit, today: string): DeskSection[] {
  const standings = dueStandings(toolkit, today);
  const roleOf = (id: string) => ownerLabel(toolkit.config, id);
  const lastChecked = (standing: ReviewStanding) => asSentence(lastCheckedWords(standing, roleOf));
  const rowsOf = (found: readonly ReviewStanding[], tell: (standing: ReviewStanding) => Told) =>
    byRole(
      toolkit.config,
      found.map((standing) => rowOf(standing, tell(standing), toolkit)),
    );
  const overdue = standings.filter((standing) => pageStanding(standing) === 'overdue');
  const lapsed = standings.filter((standing) => pageStanding(standing) === 'lapsed');
  const soon = standings.filter((standing) => !overdue.includes(standing) && !lapsed.includes(standing));
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
        matter: lastChecked(standing),
        ...waits(standing.lapsedOn ?? today, today),
      })),
    },
    {
      id: 'due-soon',
      title: 'Reviews due within a month',
      about: 'Set a day for somebody to read each page beside its sources.',
      none: 'No review falls due within a month.',
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

function until(days: number): string {
  return days === 0 ? 'today' : `in ${count(days, 'day')}`;
}

/** Some of the words that readers get end as a sentence, and some go on in a list. */
function asSentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}
