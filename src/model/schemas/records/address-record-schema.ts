import {z} from 'zod';

/** The form of address ledgers that this code writes. */
const ADDRESS_RECORD_VERSION = 1;

/**
 * What is on record of a page that was put live, or frozen in an edition: readers may have kept its address, and that of
 * each of its headings, so both must go on leading somewhere.
 */
export const addressRecordSchema = z.strictObject({
  schema: z.literal(ADDRESS_RECORD_VERSION).describe('The form of this record.'),
  address: z
    .string()
    .regex(/^\/([^/]+\/)*$/, {error: 'expected an address that begins and ends with `/`'})
    .describe('The address at which it was published, without the base URL of the site.'),
  anchors: z.array(z.string().min(1)).describe('The anchor of each heading that it ever had, sorted.'),
});

export type AddressRecord = z.infer<typeof addressRecordSchema>;
