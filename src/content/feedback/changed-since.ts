import {pageComparisonAddress, updateDifferenceAddress} from '../differences/addresses.ts';
import type {Comparison} from '../differences/compare-editions.ts';
import {compareEditions} from '../differences/compare-editions.ts';
import {LIVE} from '../differences/name-state.ts';
import type {PageChain} from '../differences/page-chains.ts';
import {chainsOf} from '../differences/page-chains.ts';
import {differencesOf} from '../differences/update-differences.ts';
import {formatRange} from '../format-date.ts';
import {perPage} from '../per-page.ts';
import type {PublishedPage} from '../published.ts';
import {publishedFingerprint} from '../published-fingerprint.ts';
import type {FeedbackRecord} from '../schemas/feedback-schema.ts';
import type {Fingerprint, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import type {LocatedPage} from './locate-page.ts';

/** A digest asks of the same toolkit hundreds of times. */
const knownChains = perPage<PageChain[], Toolkit>(chainsOf);
const knownComparisons = perPage<Comparison[], Toolkit>(compareEditions);

/** Whether a page says something else than what the reader read, and where the difference is shown. */
export function changedSince(
  toolkit: Toolkit,
  {id, edition, isLive}: LocatedPage,
  fingerprint: string | undefined,
  fingerprintOf: Fingerprint,
): FeedbackRecord['since'] {
  if (!isLive) return {state: 'gone', differences: []};
  const today = allPages(toolkit)
    .find((page) => page.id === id)
    ?.fingerprint();
  if (edition !== LIVE) return sinceEdition(toolkit, edition, id);
  if (fingerprint === undefined) return {state: 'unknown', differences: []};
  if (fingerprint === today) return {state: 'same', differences: []};
  const chain = knownChains(toolkit).find(({now}) => now === id);
  const printOf = (page: PublishedPage) => publishedFingerprint(toolkit.published, page, fingerprintOf);
  const texts = chain?.steps ?? [];
  const at = texts.findLastIndex(({page}) => page && printOf(page) === fingerprint);
  // The reader's words are none that an update put live: an earlier build, or a change of the mark.
  if (at === -1 || !chain) return {state: 'unknown', differences: []};
  const later = new Set(texts.slice(at + 1).map(({slug}) => slug));
  const differences = differencesOf(toolkit, chain)
    .filter(({slug}) => later.has(slug))
    .map(({slug, pageId}) => ({told: toldOf(toolkit, slug), address: updateDifferenceAddress(slug, pageId)}));
  const newest = texts.at(-1)?.page;
  const waits = newest !== undefined && printOf(newest) !== today;
  return {state: differences.length > 0 ? 'changed' : waits ? 'waits' : 'same', differences};
}

/** An edition never changes; its page is compared with the live one. */
function sinceEdition(toolkit: Toolkit, edition: string, id: string): FeedbackRecord['since'] {
  const comparison = knownComparisons(toolkit).find(({from, to}) => from === edition && to === LIVE);
  const compared = comparison?.kept.find(({after, diff}) => after.id === id && diff.kind !== 'same');
  if (!compared) return {state: 'same', differences: []};
  const address = pageComparisonAddress(edition, LIVE, id);
  return {state: 'changed', differences: [{told: `edition ${edition} beside the live text`, address}]};
}

function toldOf({updates}: Toolkit, slug: string): string {
  const update = updates.find(({data}) => data.slug === slug)?.data;
  return update ? `the update of ${formatRange(update.published)}` : `update ${slug}`;
}
