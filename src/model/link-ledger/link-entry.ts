import {z} from 'zod';
import {daySchema} from '../schemas/day-schema.ts';
import {webAddressSchema} from '../schemas/source-schema.ts';

/** The form of link ledgers that this code writes. */
export const LINK_LEDGER_VERSION = 1;

/** What stands in the place of a day before the first check: nobody invents one. */
export const NOT_YET = 'not yet';

/** The longest address that is kept or asked, in UTF-16 units: longer ones fail in browsers and servers that people use. */
export const LONGEST_ADDRESS = 2000;

const addressSchema = webAddressSchema.max(LONGEST_ADDRESS);

/** What is remembered of one address of another site; days only, so that two runs on one day write the same. */
const linkEntrySchema = z.strictObject({
  checked: z.union([z.literal(NOT_YET), daySchema]).describe('The day of the last check, or `not yet`.'),
  last_success: daySchema.optional().describe('The last day on which it opened.'),
  first_failure: daySchema.optional().describe('The day on which the failures in a row began.'),
  strikes: z.int().min(1).optional().describe('On how many days in a row a check failed.'),
  kind: z
    .enum(['gone', 'moved', 'blocked', 'slow', 'certificate', 'refused'])
    .optional()
    .describe('What the last check met; left out where the page opened at its address.'),
  moved_to: addressSchema.optional().describe('Where it says that it has moved to for good.'),
  archived: z
    .strictObject({
      url: addressSchema.describe('Where the copy can be read.'),
      on: daySchema.describe('The day it was made.'),
    })
    .optional()
    .describe('A copy that an archive keeps.'),
});

/** The addresses of one host, `ledgers/links/<host>.json`. */
export const linkFileSchema = z.strictObject({
  schema: z.literal(LINK_LEDGER_VERSION).describe('The form of this ledger.'),
  links: z
    .record(z.string(), linkEntrySchema)
    .describe('What is remembered, by address: without the part after `#`, and in the order of the alphabet.'),
});

export type LinkEntry = z.infer<typeof linkEntrySchema>;
