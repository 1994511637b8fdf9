import {z} from 'zod';
import {daySchema} from '../schemas/day-schema.ts';
import {webAddressSchema} from '../schemas/source-schema.ts';

/** The version of the link ledger format. */
export const LINK_LEDGER_VERSION = 1;

/** Used instead of a day before the first check. */
export const NOT_YET = 'not yet';

/** The longest address that is stored or requested, in UTF-16 units. Longer ones fail in common browsers and servers. */
export const LONGEST_ADDRESS = 2000;

const addressSchema = webAddressSchema.max(LONGEST_ADDRESS);

/** What the ledger stores about an external address. It has days only, so two runs on one day write the same bytes. */
const linkEntrySchema = z.strictObject({
  checked: z.union([z.literal(NOT_YET), daySchema]).describe('The day of the last check, or `not yet`.'),
  last_success: daySchema.optional().describe('The last day on which it opened.'),
  first_failure: daySchema.optional().describe('The day of the first failure in a row.'),
  strikes: z.int().min(1).optional().describe('The number of checks in a row that failed, at most one for each day.'),
  kind: z
    .enum(['gone', 'moved', 'blocked', 'slow', 'certificate', 'refused'])
    .optional()
    .describe('The result of the last check; left out if the page opened at its address.'),
  moved_to: addressSchema.optional().describe('The address to which it has permanently moved.'),
  archived: z
    .strictObject({
      url: addressSchema.describe('The address of the copy.'),
      on: daySchema.describe('The day of the copy.'),
    })
    .optional()
    .describe('A copy in an archive.'),
});

/** The addresses of one host, `ledgers/links/<host>.json`. */
export const linkFileSchema = z.strictObject({
  schema: z.literal(LINK_LEDGER_VERSION).describe('The version of the ledger format.'),
  links: z
    .record(z.string(), linkEntrySchema)
    .describe('The results by address, without the part after `#`, in alphabetical order.'),
});

export type LinkEntry = z.infer<typeof linkEntrySchema>;
