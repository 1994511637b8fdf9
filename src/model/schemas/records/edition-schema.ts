import {z} from 'zod';
import {redactionSchema} from './redaction-schema.ts';

/** The form of edition ledgers that this code writes. */
const EDITION_SCHEMA_VERSION = 1;

const labels = z.record(z.string(), z.string());

/** What was taken out of an edition, and of which pages. */
const editionRedactionSchema = redactionSchema.extend({
  pages: z.array(z.string().min(1)).describe('The ids of the pages that lost words.'),
  removed: z.array(z.string().min(1)).optional().describe('The ids of the pages that were taken out whole.'),
});

export type EditionRedaction = z.infer<typeof editionRedactionSchema>;

/** What is on record of an edition, `ledgers/editions/<name>.json`: it proves that its words never change. */
export const editionSchema = z.strictObject({
  schema: z.literal(EDITION_SCHEMA_VERSION).describe('The form of this record.'),
  complete: z.boolean().describe('`false` while the edition is still being restated: it may gain pages.'),
  about: z.string().min(20).describe('What this edition is, in one or two sentences to readers.'),
  last_update: z.string().min(1).optional().describe('The slug of the newest update whose words it holds.'),
  vocabularies: z
    .strictObject({priorities: labels, approaches: labels, regions: labels})
    .describe('The labels of the vocabularies when it was frozen.'),
  fingerprints: z.record(z.string(), z.string()).describe('The fingerprint of each page, by id.'),
  redactions: z
    .array(editionRedactionSchema)
    .optional()
    .describe('What `npm run redact` took out of it since, oldest first: nothing else ever changes its words.'),
});

export type EditionRecord = z.infer<typeof editionSchema>;
