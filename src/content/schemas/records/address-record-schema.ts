import {z} from 'zod';

/**
 * The address record of a published or frozen page. Readers may have saved its address and those of its headings, so all
 * of them must keep working.
 */
export const addressRecordSchema = z.strictObject({
  schema: z.literal(1).describe('The version of the record format.'),
  address: z
    .string()
    .regex(/^\/([^/]+\/)*$/, {error: 'expected an address that begins and ends with `/`'})
    .describe('The address where it was published, without the base URL of the site.'),
  anchors: z.array(z.string().min(1)).describe('The anchor of every heading it ever had, sorted.'),
});

export type AddressRecord = z.infer<typeof addressRecordSchema>;
