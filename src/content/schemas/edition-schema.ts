import {z} from 'zod';

/** The form of edition ledgers that this code writes. */
const EDITION_SCHEMA_VERSION = 1;

const labels = z.record(z.string(), z.string());

/** What is on record of an edition, `ledgers/editions/<name>.json`: it proves that its words never change. */
export const editionSchema = z.strictObject({
  schema: z.literal(EDITION_SCHEMA_VERSION).describe('The form of this record.'),
  complete: z.boolean().describe('`false` while the edition is still being restated: it may gain pages.'),
  about: z.string().min(20).describe('What this edition is, in one or two sentences to readers.'),
  vocabularies: z
    .strictObject({priorities: labels, approaches: labels, regions: labels})
    .describe('The labels of the vocabularies when it was frozen.'),
  fingerprints: z.record(z.string(), z.string()).describe('The fingerprint of each page, by id.'),
});

export type EditionRecord = z.infer<typeof editionSchema>;
