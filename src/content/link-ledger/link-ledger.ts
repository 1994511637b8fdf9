import {z} from 'zod';
import {readJson} from '../files/read-json.ts';
import {compareText} from '../problem.ts';
import {daySchema} from '../schemas/day-schema.ts';
import {webAddressSchema} from '../schemas/source-schema.ts';

/** The longest address that is stored or requested, in UTF-16 units. Longer ones fail in common browsers and servers. */
export const MAX_ADDRESS_LENGTH = 2000;

const addressSchema = webAddressSchema.max(MAX_ADDRESS_LENGTH);

/** What the ledger stores about an external address. It has days only, so two runs on one day write the same bytes. */
export const linkEntrySchema = z.strictObject({
  checked: daySchema,
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

const keySchema = z
  .string()
  .refine((address) => ledgerAddress(address) === address, 'expected an address as the check of links writes it');

export const linkFileSchema = z.strictObject({schema: z.literal(1), links: z.record(keySchema, linkEntrySchema)});

export type LinkEntry = z.infer<typeof linkEntrySchema>;

/** An address that has not been checked has no entry. */
export type LinkLedger = ReadonlyMap<string, LinkEntry | undefined>;

/** The addresses that fail, have moved, or were changed by their publisher. There is no file while there are none. */
export const LINK_FILE = 'ledgers/links.json';

/**
 * An address in the form of the ledger: as browsers send it, without the part after `#`; `undefined` if it is not a web
 * address or is too long.
 */
export function ledgerAddress(written: string): string | undefined {
  if (written.length > MAX_ADDRESS_LENGTH || !/^https?:/i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  url.hash = '';
  return url.href.length > MAX_ADDRESS_LENGTH ? undefined : url.href;
}

/** Renders the ledger, sorted: equal entries give equal bytes. Of an address that opens there is nothing to remember. */
export function renderLedger(ledger: LinkLedger): string | undefined {
  const kept = [...ledger].filter(([, entry]) => entry?.changed || (entry?.kind && entry.kind !== 'blocked'));
  if (kept.length === 0) return undefined;
  const links = Object.fromEntries(kept.sort(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify(linkFileSchema.parse({schema: 1, links}), undefined, 2)}\n`;
}

/** The entries of a ledger; `undefined` if it is invalid. */
export function readLedger(text: string): Map<string, LinkEntry> | undefined {
  const links = readJson(text, linkFileSchema)?.links;
  return links && new Map(Object.entries(links));
}
