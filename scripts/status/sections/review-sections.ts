import {commandLine} from '../../../src/format/command-line.ts';
import {count} from '../../../src/format/text.ts';
import {ENGLISH} from '../../../src/language/text.ts';
import {lastReviewText} from '../../../src/model/reviews/review-labels.ts';
import {dueStandings, reviewState} from '../../../src/model/reviews/review-standings.ts';
import type {Toolkit} from '../../../src/model/toolkit.ts';
import {byRole, type DashboardSection, daysUntil, ownerLabel, waits} from './row-parts.ts';

/** Pages to check against their sources: overdue, changed since their review, or due soon. */
export function reviewSections(toolkit: Toolkit, today: string): DashboardSection[] {
  const {config} = toolkit;
  const byState = Map.groupBy(dueStandings(toolkit, today), (standing) => {
    const state = reviewState(standing);
    return state === 'overdue' || state === 'lapsed' ? state : 'due-soon';
  });
  const section = (id: 'overdue' | 'lapsed' | 'due-soon', title: string, about: string): DashboardSection => {
    const rows = (byState.get(id) ?? []).map((standing) => {
      const {page, due, lapsedOn} = standing;
      const checked = lastReviewText(standing, (role) => ownerLabel(config, role)).replace(/\.?$/, '.');
      const days = daysUntil(today, due);
      const dueIn = `Due ${days === 0 ? 'today' : `in ${count(days, 'day')}`}, on ${ENGLISH.format.day(due)}.`;
      return {
        title: page.title,
        id: page.id,
        matter: id === 'due-soon' ? `${dueIn} ${checked}` : checked,
        ...(id !== 'due-soon' && waits((id === 'lapsed' ? lapsedOn : due) ?? today, today)),
        owner: ownerLabel(config, page.owner),
        command: commandLine('mark-reviewed', page.id),
      };
    });
    return {id, title, about, rows: byRole(config, rows)};
  };
  return [
    section(
      'overdue',
      'Reviews overdue',
      'Read each page against its sources, and record the review. Until then its readers see a warning.',
    ),
    section(
      'lapsed',
      'Reviews that have lapsed',
      'The page or its sources changed after the review. Check the change.',
    ),
    section('due-soon', 'Reviews due within a month', 'Plan a day to read each page against its sources.'),
  ];
}
