import {z} from 'zod';
import {redactionSchema} from './redaction-schema.ts';

/** The form of update ledgers that this code writes. */
const UPDATE_RECORD_VERSION = 1;

/** What is on record of a published update, `ledgers/updates/<slug>.json`: it proves that nobody edited it since. */
export const updateRecordSchema = z.strictObject({
  schema: z.literal(UPDATE_RECORD_VERSION).describe('The form of this record.'),
  files: z
    .record(z.string(), z.string().regex(/^[0-9a-f]{64}$/, {error: 'expected SHA-256 in 64 hexadecimal digits'}))
    .describe('SHA-256 of the update and of each text it put live, by path.'),
  redactions: z
    .array(redactionSchema)
    .optional()
    .describe('What `npm run redact` took out of it since, oldest first: nothing else ever changes it.'),
});

export type UpdateRecord = z.infer<typeof updateRecordSchema>;
