import {fetch} from 'undici';
import {z} from 'zod';
import {type LinkEntry, linkEntrySchema} from '../../../content/link-ledger/link-ledger.ts';
import {type Network, politeDispatcher} from './polite-dispatcher.ts';

const closestSchema = z.object({status: z.literal('200'), url: z.string()});
const answerSchema = z.object({archived_snapshots: z.object({closest: closestSchema})});
const COPY_RE = /^https?:(\/\/web\.archive\.org\/web\/(\d{4})(\d\d)(\d\d)\d{6}\/.*)$/;

/** The newest copies in the Internet Archive of addresses, each from before a day: a later one may show the failure. */
export async function findCopies(
  wanted: ReadonlyMap<string, string>,
  network: Network,
): Promise<Map<string, NonNullable<LinkEntry['archived']>>> {
  const copies = new Map<string, NonNullable<LinkEntry['archived']>>();
  const requests = [...wanted].map(([address, before]) => {
    const query = new URLSearchParams({url: address, timestamp: before.replaceAll('-', '')});
    return {address, before, request: `${network.archive}?${query}`};
  });
  const {dispatcher} = politeDispatcher(
    network,
    requests.map(({request}) => request),
  );
  for (const {address, before, request} of requests) {
    const answer = await fetch(request, {dispatcher, headers: {'user-agent': network.userAgent}})
      .then((response) => response.json())
      .catch(() => undefined);
    const url = answerSchema.safeParse(answer).data?.archived_snapshots.closest.url ?? '';
    const [, rest, year, month, day] = COPY_RE.exec(url) ?? [];
    const copy = linkEntrySchema.shape.archived.safeParse({url: `https:${rest}`, on: `${year}-${month}-${day}`}).data;
    if (copy && copy.on <= before) copies.set(address, copy);
  }
  await dispatcher.destroy();
  return copies;
}
