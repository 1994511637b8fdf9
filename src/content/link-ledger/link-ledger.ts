import {z} from 'zod';
import {oncePer} from '../memo.ts';
import {compareText} from '../problem.ts';
import {daySchema} from '../schemas/day-schema.ts';
import {webAddressSchema} from '../schemas/source-schema.ts';
import type {SourceFile} from '../toolkit.ts';

/** Used instead of a day before the first check. */
export const NOT_YET = 'not yet';

/** The longest address that is stored or requested, in UTF-16 units. Longer ones fail in common browsers and servers. */
export const LONGEST_ADDRESS = 2000;

const addressSchema = webAddressSchema.max(LONGEST_ADDRESS);

/** What the ledger stores about an external address. It has days only, so two runs on one day write the same bytes. */
export const linkEntrySchema = z.strictObject({
  checked: z.union([z.literal(NOT_YET), daySchema]),
  /** The last day on which it opened. */
  last_success: daySchema.optional(),
  /** The day of the first failure in a row. */
  first_failure: daySchema.optional(),
  /** The number of checks in a row that failed, at most one for each day. */
  strikes: z.int().min(1).optional(),
  /** The result of the last check; left out if the page opened at its address. */
  kind: z.enum(['gone', 'moved', 'blocked', 'slow', 'certificate', 'refused']).optional(),
  /** The address to which it has permanently moved. */
  moved_to: addressSchema.optional(),
  /** A copy in an archive, and its day. */
  archived: z.strictObject({url: addressSchema, on: daySchema}).optional(),
  /** When its publisher last changed it, in the publisher's own words. */
  changed: z.strictObject({on: daySchema, note: z.string().optional()}).optional(),
});

/** The addresses of one host, `ledgers/links/<host>.json`. */
const linkFileSchema = z.strictObject({schema: z.literal(1), links: z.record(z.string(), linkEntrySchema)});

export type LinkEntry = z.infer<typeof linkEntrySchema>;

export type LinkLedger = ReadonlyMap<string, LinkEntry>;

export const LINK_FOLDER = 'ledgers/links';

/**
 * An address in the form of the ledger: as browsers send it, without the part after `#`; `undefined` if it is not a web
 * address or is too long.
 */
export function ledgerAddress(written: string): string | undefined {
  if (written.length > LONGEST_ADDRESS || !/^https?:/i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  url.hash = '';
  return url.href.length > LONGEST_ADDRESS ? undefined : url.href;
}

/** The ledger file of an address. A port follows `_`, because Windows does not allow `:` in names. */
export function ledgerPath(address: string): string {
  return `${LINK_FOLDER}/${new URL(address).host.replace(/[^a-z0-9.-]/g, '_')}.json`;
}

/** Renders every file of a ledger by path, sorted: equal entries give equal bytes. */
export function ledgerFiles(ledger: LinkLedger): Map<string, string> {
  const sorted = [...ledger].sort(([a], [b]) => compareText(a, b));
  const byPath = [...Map.groupBy(sorted, ([address]) => ledgerPath(address))].sort(([a], [b]) => compareText(a, b));
  return new Map(
    byPath.map(([path, entries]) => {
      const file = linkFileSchema.parse({schema: 1, links: Object.fromEntries(entries)});
      return [path, `${JSON.stringify(file, undefined, 2)}\n`];
    }),
  );
}

/** The entries of one ledger file; `undefined` if it is invalid. */
function readLedgerFile(path: string, text: string): [string, LinkEntry][] | undefined {
  try {
    const entries = Object.entries(linkFileSchema.parse(JSON.parse(text)).links);
    const isConsistent = entries.every(
      ([address]) => ledgerAddress(address) === address && ledgerPath(address) === path,
    );
    return isConsistent ? entries : undefined;
  } catch {
    return undefined;
  }
}

export interface StoredLedger {
  entries: Map<string, LinkEntry>;
  broken: string[];
  files: ReadonlyMap<string, Uint8Array>;
}

export const storedLedger = oncePer((files: readonly SourceFile[]): StoredLedger => {
  const stored = files.filter(({path}) => path.startsWith(`${LINK_FOLDER}/`) && path.endsWith('.json'));
  const read = stored.map(({path, bytes}) => ({path, entries: readLedgerFile(path, new TextDecoder().decode(bytes))}));
  return {
    entries: new Map(read.flatMap(({entries = []}) => entries)),
    broken: read.filter(({entries}) => !entries).map(({path}) => path),
    files: new Map(stored.map(({path, bytes}) => [path, bytes])),
  };
});
