import {ledgerAddress, storedLedger} from '../link-ledger/link-ledger.ts';
import {LINK_POLICY, verdictOf} from '../link-ledger/verdict.ts';
import {oncePer} from '../memo.ts';
import {studiesIn} from '../pages/catalogue.ts';
import type {Review} from '../schemas/records/review-schema.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {coversFacts, needsSources} from './review-policy.ts';

/** Why a review lapsed, and on which day. */
export type Lapse =
  | {kind: 'major-change'; on: string}
  | {kind: 'dead-source'; on: string; urls: string[]}
  | {kind: 'withdrawn-study'; on: string; studies: string[]};

/**
 * The day on which each dead address was first known to be dead. It began to fail earlier, but an editor who reviewed a
 * page in between did not know.
 */
const deadSince = oncePer<ReadonlyMap<string, string>, Toolkit>(
  ({files}) =>
    new Map(
      [...storedLedger(files).entries].flatMap(([address, entry]) =>
        verdictOf(entry) === 'broken' && entry.first_failure !== undefined
          ? [[address, daysAfter(entry.first_failure, LINK_POLICY.days)]]
          : [],
      ),
    ),
);

/** The sources of a page that no longer open, as the author wrote them, with the day since which this is known. */
export function deadSources(toolkit: Toolkit, {data}: Pick<PageEntry, 'data'>): {url: string; on: string}[] {
  return (data.sources ?? []).flatMap(({url}) => {
    const on = deadSince(toolkit).get(ledgerAddress(url) ?? '');
    return on === undefined ? [] : [{url, on}];
  });
}

/** The reasons why a review lapsed: a major change, a dead source or a withdrawn case study. */
export function lapsesOf(toolkit: Toolkit, page: PageEntry, review: Review, majorUpdates: readonly Update[]): Lapse[] {
  const changes = coversFacts(review.scope) ? majorUpdates.map(({published}) => ({on: published.latest})) : [];
  const dead = needsSources(review.scope) ? deadSources(toolkit, page).filter(({on}) => on > review.on) : [];
  const withdrawn = coversFacts(review.scope) ? withdrawnStudies(toolkit, page).filter(({on}) => on > review.on) : [];
  return [
    ...firstOf(changes, (on) => ({kind: 'major-change', on})),
    ...firstOf(dead, (on) => ({kind: 'dead-source', on, urls: dead.map(({url}) => url)})),
    ...firstOf(withdrawn, (on) => ({kind: 'withdrawn-study', on, studies: withdrawn.map(({id}) => id)})),
  ];
}

function withdrawnStudies({caseStudies}: Toolkit, {document}: PageEntry): {id: string; on: string}[] {
  const linked = studiesIn(document);
  return caseStudies.flatMap(({id, data}) =>
    linked.includes(id) && data.withdrawn ? [{id, on: data.withdrawn.on}] : [],
  );
}

function firstOf(found: readonly {on: string}[], lapse: (on: string) => Lapse): Lapse[] {
  const [first] = found.map(({on}) => on).sort();
  return first === undefined ? [] : [lapse(first)];
}

const MS_PER_DAY = 86_400_000;

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
