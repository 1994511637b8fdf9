import {compareText} from '../problem.ts';
import type {LinkEntry} from './link-entry.ts';
import {LINK_LEDGER_VERSION, LONGEST_ADDRESS, linkFileSchema} from './link-entry.ts';

/** What is remembered of each address of another site. */
export type LinkLedger = ReadonlyMap<string, LinkEntry>;

export const LINK_FOLDER = 'ledgers/links';

/** Everything of an entry, in the order in which it is written. */
const KEYS = ['checked', 'last_success', 'first_failure', 'strikes', 'kind', 'moved_to', 'archived'] as const;

/**
 * An address as the ledger keeps it: as browsers send it, without the part after `#`; `undefined` for what is no web
 * address, or too long a one.
 */
export function ledgerAddress(written: string): string | undefined {
  if (written.length > LONGEST_ADDRESS || !/^https?:/i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  url.hash = '';
  return url.href.length > LONGEST_ADDRESS ? undefined : url.href;
}

/** The file that remembers an address; a port stands after `_`, for Windows takes no `:`. */
export function ledgerPath(address: string): string {
  return `${LINK_FOLDER}/${new URL(address).host.replace(/[^a-z0-9.-]/g, '_')}.json`;
}

/** Every file of a ledger by its path, sorted, the same bytes for the same entries. */
export function ledgerFiles(ledger: LinkLedger): Map<string, string> {
  const byPath = Map.groupBy(
    [...ledger].sort(([a], [b]) => compareText(a, b)),
    ([address]) => ledgerPath(address),
  );
  return new Map(
    [...byPath]
      .sort(([a], [b]) => compareText(a, b))
      .map(([path, entries]) => {
        const links = Object.fromEntries(entries.map(([address, entry]) => [address, inOrder(entry)]));
        return [path, `${JSON.stringify({schema: LINK_LEDGER_VERSION, links}, undefined, 2)}\n`];
      }),
  );
}

/** Reads one file of a ledger: its entries, or in a few words what is wrong with it. */
export function readLedgerFile(path: string, text: string): {entries: [string, LinkEntry][]} | {fault: string} {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {fault: 'is no JSON'};
  }
  const parsed = linkFileSchema.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return {fault: where === '' ? 'breaks its schema' : `breaks its schema at \`${where.slice(0, 200)}\``};
  }
  const entries = Object.entries(parsed.data.links);
  const stray = entries.find(([address]) => ledgerAddress(address) !== address || ledgerPath(address) !== path);
  return stray ? {fault: `holds \`${stray[0].slice(0, 200)}\`, which does not belong there`} : {entries};
}

function inOrder(entry: LinkEntry): LinkEntry {
  return Object.fromEntries(KEYS.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]]]))) as LinkEntry;
}
