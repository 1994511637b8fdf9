import {ledgerAddress} from '../../content/link-ledger/link-ledger.ts';
import {LINK_POLICY, verdictOf} from '../../content/link-ledger/verdict.ts';
import {oncePer} from '../../content/memo.ts';
import {publishedFingerprint, textsOf} from '../../content/records/published.ts';
import type {Review} from '../../content/schemas/review-schema.ts';
import {allPages, type PageEntry, type Toolkit} from '../../content/toolkit.ts';
import {changedPageAddress} from '../chain/page-chains.ts';
import {type HistoryEntry, historyOf, newestFirst, type PageHistory} from '../updates/history.ts';
import {dueDay, type Freshness, type Lapse} from './freshness.ts';

const byDay = oncePer<Map<string, ReadonlyMap<string, Freshness>>, Toolkit>(() => new Map());

export function freshnessByPage(toolkit: Toolkit, today: string): ReadonlyMap<string, Freshness> {
  const cached = byDay(toolkit).get(today);
  if (cached) return cached;
  const computed = new Map(allPages(toolkit).map((page) => [page.id, freshnessOf(toolkit, page, today)]));
  byDay(toolkit).set(today, computed);
  return computed;
}

function freshnessOf(toolkit: Toolkit, page: PageEntry, today: string): Freshness {
  const {reviewed: review, review_every: reviewEveryMonths, sources = []} = page.data;
  const history = historyOf(updatesOf(toolkit), {
    pageIds: page.ids,
    predecessorUntil: toolkit.config.predecessor?.until,
  });
  const dead = sources.flatMap(({url}) => {
    const on = deadSince(toolkit).get(ledgerAddress(url) ?? '');
    return on === undefined ? [] : [{url, on}];
  });
  const readOn = review?.on ?? history.lastUpdated?.latest;
  const changed = sources.flatMap(({url}) => {
    const change = toolkit.linkLedger.get(ledgerAddress(url) ?? '')?.changed;
    return change && readOn !== undefined && change.on > readOn ? [{url, ...change}] : [];
  });
  const later = review && !isAsReviewed(toolkit, page, review) ? laterChanges(toolkit, history, review) : [];
  const lapses = review ? lapsesOf(review, later, dead) : [];
  const [lapsedOn] = lapses.map(({on}) => on).sort();
  const due = dueDay({
    reviewed: review?.on,
    firstPublished: history.firstPublished?.latest,
    reviewEveryMonths,
    lapsedOn,
  });
  return {
    ...(review && {review}),
    ...(review && later.length === 0 && {nothingChanged: leftTextAlone(toolkit, review)}),
    ...(later.length > 0 && {changedSince: differenceOf(toolkit, later)}),
    lapses,
    ...(lapsedOn !== undefined && {lapsedOn}),
    ...(due !== undefined && {due}),
    overdue: due !== undefined && due < today,
    ...(changed.length > 0 && {changedSources: changed}),
    ...(dead.length > 0 && {unavailableSources: {count: dead.length, of: sources.length}}),
  };
}

const updatesOf = oncePer(({updates}: Toolkit) => updates.map(({data}) => data));

/** Whether the reviewed text was published before the day of the review. */
export function leftTextAlone({updates}: Toolkit, {text, on}: Review): boolean {
  return updates.some(({data}) => data.slug === text && data.published.latest < on);
}

/** Whether a page says what the reviewed text said, whatever updates named it since. */
function isAsReviewed({published, fingerprintPage}: Toolkit, page: PageEntry, {text}: Review): boolean {
  const reviewed = page.ids.flatMap((id) => textsOf(published, id)).find(({slug}) => slug === text);
  return reviewed !== undefined && publishedFingerprint({published, fingerprintPage}, reviewed) === page.fingerprint();
}

/** The changes to the text that were published after the review. A page that only moved reads as before. */
function laterChanges(toolkit: Toolkit, {major, minor}: PageHistory, {text, on}: Review): HistoryEntry[] {
  const entries = [...major, ...minor].filter(({kind}) => kind !== 'page-moved');
  const slugs = newestFirst(updatesOf(toolkit)).map(({slug}) => slug);
  const reviewed = slugs.indexOf(text);
  // A rule reports a review of a text that no update published; until it is corrected, the day decides.
  if (reviewed === -1) return entries.filter(({published}) => published.latest > on);
  const later = new Set(slugs.slice(0, reviewed));
  return entries.filter(({update}) => later.has(update));
}

/** A review lapses when a major change is published, or when a source is gone. */
function lapsesOf(review: Review, later: readonly HistoryEntry[], dead: readonly {url: string; on: string}[]): Lapse[] {
  const major = later.filter(({significance}) => significance === 'major').map(({published}) => published.latest);
  const lostSources = dead.filter(({on}) => on > review.on);
  const [changed] = major.sort();
  const [lost] = lostSources.map(({on}) => on).sort();
  return [
    ...(changed === undefined ? [] : [{kind: 'major-change' as const, on: changed}]),
    ...(lost === undefined ? [] : [{kind: 'dead-source' as const, on: lost, urls: lostSources.map(({url}) => url)}]),
  ];
}

/** The address at which readers see the difference, if one update made all changes. */
function differenceOf(toolkit: Toolkit, later: readonly HistoryEntry[]): {difference?: string} {
  const [slug, ...others] = new Set(later.map(({update}) => update));
  const id = later[0]?.pages[0];
  if (slug === undefined || id === undefined || others.length > 0) return {};
  return {difference: changedPageAddress(toolkit, slug, id)};
}

const MS_PER_DAY = 86_400_000;

/**
 * The day on which each address counted as dead. It failed earlier, but an editor who reviewed a page in between could
 * not know.
 */
const deadSince = oncePer<ReadonlyMap<string, string>, Toolkit>(
  ({linkLedger}) =>
    new Map(
      [...linkLedger].flatMap(([address, entry]) =>
        verdictOf(entry) === 'broken' && entry.first_failure !== undefined
          ? [[address, daysAfter(entry.first_failure, LINK_POLICY.days)]]
          : [],
      ),
    ),
);

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
