import {fetch} from 'undici';
import {z} from 'zod';
import type {LinkEntry} from '../../../src/model/link-ledger/link-entry.ts';
import {ledgerAddress} from '../../../src/model/link-ledger/link-ledger.ts';
import {type Network, politeDispatcher} from './polite-dispatcher.ts';

const closestSchema = z.object({
  available: z.literal(true),
  status: z.literal('200'),
  timestamp: z.string().regex(/^\d{14}$/),
  url: z.string(),
});
const answerSchema = z.object({archived_snapshots: z.object({closest: closestSchema})});

/** The newest copy of an address in the Internet Archive from before a day; `undefined` where none is found. */
export async function findCopy(address: string, before: string, network: Network): Promise<LinkEntry['archived']> {
  const query = new URLSearchParams({url: address, timestamp: before.replaceAll('-', '')});
  const {dispatcher} = politeDispatcher(network, []);
  const answer = await fetch(`${network.archive}?${query}`, {dispatcher, headers: {'user-agent': network.userAgent}})
    .then((response) => response.json())
    .catch(() => undefined)
    .finally(() => dispatcher.destroy());
  const closest = answerSchema.safeParse(answer).data?.archived_snapshots.closest;
  const url = ledgerAddress(closest?.url.replace(/^http:/, 'https:') ?? '');
  const on = closest?.timestamp.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') ?? '';
  // A later copy may show the failure.
  if (!url?.startsWith('https://web.archive.org/web/') || on > before) return undefined;
  return z.iso.date().safeParse(on).success ? {url, on} : undefined;
}
