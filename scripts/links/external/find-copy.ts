import {z} from 'zod';
import type {LinkEntry} from '../../../src/model/link-ledger/link-entry.ts';
import {ledgerAddress} from '../../../src/model/link-ledger/link-ledger.ts';
import {AskError, ask, type Network} from './ask.ts';

const answerSchema = z.object({
  archived_snapshots: z.object({
    closest: z.object({
      available: z.literal(true),
      status: z.literal('200'),
      timestamp: z.string().regex(/^\d{14}$/),
      url: z.string(),
    }),
  }),
});

/** The newest copy of an address in the Internet Archive from before a day; `undefined` where none is found. */
export async function findCopy(address: string, before: string, network: Network): Promise<LinkEntry['archived']> {
  const url = new URL(network.archive);
  url.searchParams.set('url', address);
  url.searchParams.set('timestamp', before.replaceAll('-', ''));
  await network.sleep(1000);
  try {
    return readCopy(JSON.parse((await ask(url, network)).start), before);
  } catch (error) {
    if (error instanceof AskError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readCopy(answer: unknown, before: string): LinkEntry['archived'] {
  const closest = answerSchema.safeParse(answer).data?.archived_snapshots.closest;
  const url = closest && ledgerAddress(closest.url.replace(/^http:/, 'https:'));
  if (url === undefined || !url.startsWith('https://web.archive.org/web/')) return undefined;
  const on = closest?.timestamp.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') ?? '';
  // A later copy may show the failure.
  return on <= before && z.iso.date().safeParse(on).success ? {url, on} : undefined;
}
