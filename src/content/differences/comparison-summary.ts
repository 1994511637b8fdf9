import {measureInLine} from '../diff/measure-diff.ts';
import {pageComparisonAddress} from './addresses.ts';
import type {ComparedPage, Comparison} from './compare-editions.ts';
import type {StatePage} from './toolkit-states.ts';

/** A page in a list of what differs. */
export type ListedPage = Pick<StatePage, 'id' | 'title' | 'address'>;

/** A page that both states hold, in a list of what differs. */
export interface ListedDifference extends ListedPage {
  kind: ComparedPage['kind'];
  /** What changed in one line. */
  measure: string;
  /** Where the difference is read; none where a page moved and says the same. */
  difference?: string;
  /** Where a page that moved stood before. */
  movedFrom?: string;
}

/** What a comparison's own page shows; plain data. */
export interface ComparisonSummary {
  from: string;
  to: string;
  added: ListedPage[];
  removed: ListedPage[];
  kept: ListedDifference[];
  same: number;
}

/** A comparison without the words of its pages. */
export function summarise({from, to, added, removed, kept, same}: Comparison): ComparisonSummary {
  return {
    from,
    to,
    added: added.map(listed),
    removed: removed.map(listed),
    kept: kept.map(({kind, before, after, diff}) => ({
      ...listed(after),
      kind,
      measure: measureInLine(diff),
      ...(diff.kind !== 'same' && {difference: pageComparisonAddress(from, to, after.id)}),
      ...(before.id !== after.id && {movedFrom: before.address}),
    })),
    same,
  };
}

function listed({id, title, address}: StatePage): ListedPage {
  return {id, title, address};
}
