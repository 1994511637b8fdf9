import {z} from 'zod';
import {redactionSchema} from './redaction-schema.ts';

/** The record of a published update, `ledgers/updates/<slug>.json`, which proves that the update has not changed since. */
export const updateRecordSchema = z.strictObject({
  schema: z.literal(1).describe('The version of the record format.'),
  files: z
    .record(z.string(), z.string().regex(/^[0-9a-f]{64}$/, {error: 'expected SHA-256 in 64 hexadecimal digits'}))
    .describe('SHA-256 of the update and of each text it published, by path.'),
  redactions: z
    .array(redactionSchema)
    .optional()
    .describe('What `npm run redact` has removed since, oldest first. Nothing else changes it.'),
});

export type UpdateRecord = z.infer<typeof updateRecordSchema>;
