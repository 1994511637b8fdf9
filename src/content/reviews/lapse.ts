import {studiesIn} from '../catalogue.ts';
import {ledgerAddress} from '../link-ledger/link-ledger.ts';
import {storedLedger} from '../link-ledger/stored-ledger.ts';
import {LINK_POLICY, verdictOf} from '../link-ledger/verdict.ts';
import {perPage} from '../per-page.ts';
import type {Review} from '../schemas/review-schema.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {SCOPE_POLICY} from './review-policy.ts';

/** Why a review counts no more: so many parts of the page changed, sources no longer open, or studies it leads to were withdrawn. */
export type Lapse =
  | {kind: 'large-edit'; changed: number; of: number}
  | {kind: 'dead-source'; urls: string[]}
  | {kind: 'withdrawn-study'; studies: string[]};

/** A lapse, and the first day on which the review counted no more. */
export interface DatedLapse {
  lapse: Lapse;
  on: string;
}

/**
 * The day on which each dead address could first be called so: it began to fail before, and whoever checked a page in
 * between was not told.
 */
const deadSince = perPage<ReadonlyMap<string, string>, Toolkit>(
  ({files}) =>
    new Map(
      [...storedLedger(files).entries].flatMap(([address, entry]) =>
        verdictOf(entry) === 'broken' && entry.first_failure !== undefined
          ? [[address, daysAfter(entry.first_failure, LINK_POLICY.days)]]
          : [],
      ),
    ),
);

/** The sources of a page that no longer open, each as its author wrote it, with the day since which that is known. */
export function deadSources(toolkit: Toolkit, {data}: Pick<PageEntry, 'data'>): {url: string; since: string}[] {
  return (data.sources ?? []).flatMap(({url}) => {
    const since = deadSince(toolkit).get(ledgerAddress(url) ?? '');
    return since === undefined ? [] : [{url, since}];
  });
}

/** What the world did to a review, beside changes of the page itself: only what came after it ends it. */
export function lapsesAround(toolkit: Toolkit, page: PageEntry, {on, scope}: Review): DatedLapse[] {
  const {needsSources, coversFacts} = SCOPE_POLICY[scope];
  const dead = needsSources ? deadSources(toolkit, page).filter(({since}) => since > on) : [];
  const withdrawn = coversFacts ? withdrawnStudies(toolkit, page).filter((study) => study.since > on) : [];
  return [
    ...dated(dead, {kind: 'dead-source', urls: dead.map(({url}) => url)}),
    ...dated(withdrawn, {kind: 'withdrawn-study', studies: withdrawn.map(({id}) => id)}),
  ];
}

function withdrawnStudies({caseStudies}: Toolkit, {document}: PageEntry): {id: string; since: string}[] {
  const led = studiesIn(document);
  return caseStudies.flatMap(({id, data}) =>
    led.includes(id) && data.withdrawn ? [{id, since: data.withdrawn.on}] : [],
  );
}

function dated(found: readonly {since: string}[], lapse: Lapse): DatedLapse[] {
  const [first] = found.map(({since}) => since).sort();
  return first === undefined ? [] : [{lapse, on: first}];
}

const MS_PER_DAY = 86_400_000;

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
