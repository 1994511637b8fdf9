import {LIVE} from '../../model/routes/difference-addresses.ts';
import {allPages, type Toolkit} from '../../model/toolkit.ts';
import {chainsOf} from '../../model/updates/page-chains.ts';
import {publishedFingerprint} from '../../model/updates/published.ts';
import type {ChangesSince} from './feedback-record.ts';
import type {LocatedPage} from './locate-page.ts';

/**
 * Whether a page has changed since the reader read it. The fingerprint that the form sends identifies the text; nothing
 * is known without one, and of pages of editions, which say themselves what has changed since.
 */
export function changesSinceRead(
  toolkit: Toolkit,
  {id, edition, isLive, unread}: LocatedPage,
  fingerprint: string | undefined,
): ChangesSince {
  if (unread !== undefined) return {state: 'unread', file: unread};
  if (!isLive) return {state: 'gone'};
  if (edition !== LIVE || fingerprint === undefined) return {state: 'unknown'};
  const today = allPages(toolkit).find((page) => page.id === id);
  if (fingerprint === today?.fingerprint()) return {state: 'same'};
  const {steps = []} = chainsOf(toolkit).find(({now}) => now === id) ?? {};
  const at = steps.findLastIndex(({page}) => page && publishedFingerprint(toolkit, page) === fingerprint);
  if (at === -1) return {state: 'unknown'};
  return {state: at === steps.length - 1 ? 'waits' : 'changed'};
}
