import {type Comparison, compareEditions} from '../../diff/published/compare-editions.ts';
import {differencesOf} from '../../diff/published/update-differences.ts';
import {oncePer} from '../../model/memo.ts';
import {LIVE, pageComparisonAddress} from '../../model/routes/difference-addresses.ts';
import {allPages, type Toolkit} from '../../model/toolkit.ts';
import {chainsOf, changedPageAddress, type PageChain} from '../../model/updates/page-chains.ts';
import {type PublishedPage, publishedFingerprint} from '../../model/updates/published.ts';
import type {ChangesSince} from './feedback-record.ts';
import type {LocatedPage} from './locate-page.ts';

/** The dashboard needs these for hundreds of issues. */
const knownComparisons = oncePer<Comparison[], Toolkit>(compareEditions);

/** What is known about the text that the reader read. */
interface Read {
  /** The fingerprint of the text. */
  fingerprint: string | undefined;
  /** The day when the feedback was sent. */
  received: string | undefined;
}

/**
 * Whether a page has changed since the reader read it, and where the difference is shown. The fingerprint identifies
 * the text; if it is missing or unknown, the day is compared.
 */
export function changesSinceRead(
  toolkit: Toolkit,
  {id, edition, isLive, unread}: LocatedPage,
  {fingerprint, received}: Read,
): ChangesSince {
  if (unread !== undefined) return {state: 'unread', file: unread, differences: []};
  if (!isLive) return {state: 'gone', differences: []};
  const today = allPages(toolkit)
    .find((page) => page.id === id)
    ?.fingerprint();
  if (edition !== LIVE) return sinceEdition(toolkit, edition, id);
  if (fingerprint !== undefined && fingerprint === today) return {state: 'same', differences: []};
  const chain = chainsOf(toolkit).find(({now}) => now === id);
  if (!chain || chain.steps.length === 0) return {state: 'unknown', differences: []};
  const printOf = (page: PublishedPage) => publishedFingerprint(toolkit, page);
  const {steps} = chain;
  const newest = steps.at(-1)?.page;
  const waits = newest !== undefined && printOf(newest) !== today;
  const more = waits && {waits};
  const at = fingerprint === undefined ? -1 : steps.findLastIndex(({page}) => page && printOf(page) === fingerprint);
  if (at !== -1) {
    const differences = differencesAfter(toolkit, chain, new Set(steps.slice(at + 1).map(({slug}) => slug)));
    if (differences.length > 0) return {state: 'changed', ...more, differences};
    return {state: waits ? 'waits' : 'same', differences};
  }
  if (received === undefined) return {state: 'unknown', differences: []};
  const differences = differencesAfter(toolkit, chain, updatesFrom(toolkit, received));
  if (differences.length > 0) return {state: 'changed', day: received, ...more, differences};
  if (waits) return {state: 'waits', day: received, differences};
  // An unknown fingerprint is not the current text, whatever the day.
  return fingerprint === undefined ? {state: 'same', day: received, differences} : {state: 'unknown', differences};
}

function differencesAfter(toolkit: Toolkit, chain: PageChain, slugs: ReadonlySet<string>): ChangesSince['differences'] {
  return differencesOf(toolkit, chain)
    .filter(({slug}) => slugs.has(slug))
    .map(({slug, pageId}) => ({label: nameUpdate(toolkit, slug), address: changedPageAddress(toolkit, slug, pageId)}));
}

/** The updates of a day and later: those of the same day may have come after the feedback. */
function updatesFrom({updates}: Toolkit, day: string): ReadonlySet<string> {
  return new Set(updates.filter(({data}) => data.published.latest >= day).map(({data}) => data.slug));
}

/** An edition never changes; its page is compared with the live one. */
function sinceEdition(toolkit: Toolkit, edition: string, id: string): ChangesSince {
  const comparison = knownComparisons(toolkit).find((found) => found.edition === edition);
  const compared = comparison?.kept.find(({after, diff}) => after.id === id && diff.kind !== 'same');
  if (!compared) return {state: 'same', differences: []};
  const address = pageComparisonAddress(edition, id);
  return {state: 'changed', differences: [{label: `edition ${edition} compared with the live text`, address}]};
}

/** The title of an update, by which it is linked. */
export function nameUpdate({updates}: Pick<Toolkit, 'updates'>, slug: string): string {
  return updates.find(({data}) => data.slug === slug)?.data.title ?? slug;
}
