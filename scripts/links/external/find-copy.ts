import {z} from 'zod';
import type {Pacer} from '../../../src/content/link-check/pacer.ts';
import type {World} from '../../../src/content/link-check/world.ts';
import {AskError} from '../../../src/content/link-check/world.ts';
import type {LinkEntry} from '../../../src/content/link-ledger/link-entry.ts';
import {ledgerAddress} from '../../../src/content/link-ledger/link-ledger.ts';

/** https://archive.org/help/wayback_api.php */
const ARCHIVE = 'https://archive.org/wayback/available';

const answerSchema = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({
        available: z.literal(true),
        status: z.literal('200'),
        timestamp: z.string().regex(/^\d{14}$/),
        url: z.string(),
      })
      .optional(),
  }),
});

/**
 * Asks the Internet Archive for its copy of an address, the newest before a day; `undefined` where it has none, or does
 * not say: a link is dead or not without it.
 */
export async function findCopy(
  address: string,
  before: string,
  world: World,
  pacer: Pacer,
): Promise<LinkEntry['archived']> {
  const url = new URL(ARCHIVE);
  url.searchParams.set('url', address);
  url.searchParams.set('timestamp', before.replaceAll('-', ''));
  await pacer.turn(url.host);
  try {
    const [ip = ''] = await world.resolve(url.hostname);
    if (!world.isAllowedUrl(url) || !world.isAllowedIp(ip)) return undefined;
    const {status, start} = await world.ask({method: 'GET', url, ip});
    return status === 200 ? readCopy(start, before) : undefined;
  } catch (error) {
    if (error instanceof AskError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

function readCopy(text: string, before: string): LinkEntry['archived'] {
  const parsed = answerSchema.safeParse(parse(text));
  const closest = parsed.data?.archived_snapshots.closest;
  const url = closest && ledgerAddress(closest.url.replace(/^http:/, 'https:'));
  if (url === undefined || !url.startsWith('https://web.archive.org/web/')) return undefined;
  const on = closest?.timestamp.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') ?? '';
  // A copy of a later day may be one of the failure.
  return on <= before && z.iso.date().safeParse(on).success ? {url, on} : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
