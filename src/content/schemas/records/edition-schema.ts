import {z} from 'zod';
import {redactionSchema} from './redaction-schema.ts';

const editionRedactionSchema = redactionSchema.extend({
  pages: z.array(z.string().min(1)).describe('The ids of the pages from which text was removed.'),
  removed: z.array(z.string().min(1)).optional().describe('The ids of the pages that were removed as a whole.'),
});

export type EditionRedaction = z.infer<typeof editionRedactionSchema>;

/** The record of an edition, `ledgers/editions/<name>.json`, which proves that its text never changes. */
export const editionSchema = z.strictObject({
  schema: z.literal(1).describe('The version of the record format.'),
  complete: z.boolean().describe('`false` while pages may still be added to the edition.'),
  about: z.string().min(20).describe('One or two sentences that tell readers what this edition is.'),
  last_update: z.string().min(1).optional().describe('The slug of the newest update that it includes.'),
  vocabularies: z
    .record(z.string(), z.record(z.string(), z.string()))
    .describe('The labels of the terms when it was frozen, by the key of their vocabulary.'),
  fingerprints: z.record(z.string(), z.string()).describe('The fingerprint of each page, by id.'),
  redactions: z
    .array(editionRedactionSchema)
    .optional()
    .describe('What `npm run redact` has removed since, oldest first. Nothing else changes its text.'),
});

export type EditionRecord = z.infer<typeof editionSchema>;
