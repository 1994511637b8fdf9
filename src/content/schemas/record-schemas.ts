import {z} from 'zod';
import {daySchema} from './day-schema.ts';

/** The file of known problems that are older than their rule. */
export const BASELINE_FILE = 'ledgers/baseline.json';

/** The number of problems of each rule that a file may have, by path and rule. */
export const baselineSchema = z.record(z.string(), z.record(z.string(), z.int().positive()));

export type Baseline = z.infer<typeof baselineSchema>;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, {error: 'expected SHA-256 in 64 hexadecimal digits'});

/** A redaction in a record: text was removed for law or privacy, and an update said so. */
const redactionSchema = z.strictObject({
  on: daySchema.describe('The day the text was removed.'),
  update: z.string().min(1).describe('The slug of the update that announced it.'),
  why: z.string().min(10).describe('The reason, as readers see it.'),
});

export type Redaction = z.infer<typeof redactionSchema>;

const updateRedactionSchema = redactionSchema.extend({
  files: z
    .record(z.string(), z.strictObject({before: sha256Schema, after: sha256Schema.optional()}))
    .optional()
    .describe('SHA-256 of each file that lost text, before and after; none after if it was removed.'),
});

const editionRedactionSchema = redactionSchema.extend({
  pages: z.array(z.string().min(1)).describe('The ids of the pages from which text was removed.'),
  removed: z.array(z.string().min(1)).optional().describe('The ids of the pages that were removed as a whole.'),
});

export type EditionRedaction = z.infer<typeof editionRedactionSchema>;

/** The record of an edition, `ledgers/editions/<name>.json`, which proves that its text never changes. */
export const editionSchema = z.strictObject({
  schema: z.literal(1).describe('The version of the record format.'),
  complete: z.literal(true).describe('An edition never gains pages.'),
  about: z.string().min(20).describe('One or two sentences that tell readers what this edition is.'),
  last_update: z.string().min(1).optional().describe('The slug of the newest update that it includes.'),
  vocabularies: z
    .record(z.string(), z.record(z.string(), z.string()))
    .describe('The labels of the terms when it was frozen, by the key of their vocabulary.'),
  fingerprints: z.record(z.string(), z.string()).describe('The fingerprint of each page, by id.'),
  redactions: z
    .array(editionRedactionSchema)
    .min(1)
    .optional()
    .describe('What `npm run redact` has removed since, oldest first. Nothing else changes its text.'),
});

export type EditionRecord = z.infer<typeof editionSchema>;

/** The record of a published update, `blog/_published/<slug>.json`, which proves that the update has not changed since. */
export const updateRecordSchema = z.strictObject({
  schema: z.literal(1).describe('The version of the record format.'),
  files: z
    .record(z.string(), sha256Schema)
    .describe(
      'SHA-256 of the update, of each text it published, of each file of an edition, and of each record that a redaction changed, by path.',
    ),
  shown: z
    .record(z.string(), z.record(z.string(), z.string()))
    .optional()
    .describe('SHA-256 of each picture and download on the pages that it names, by page and path.'),
  editions: z
    .record(z.string(), sha256Schema)
    .optional()
    .describe('SHA-256 of the record of each edition that is newer than the update before, by name.'),
  served: z
    .record(z.string(), sha256Schema)
    .optional()
    .describe('SHA-256 of what readers get of each file that has comments for editors or a private date, by path.'),
  head: sha256Schema
    .optional()
    .describe('The hash of everything published up to this update, which `verify` computes again.'),
  redactions: z
    .array(updateRedactionSchema)
    .min(1)
    .optional()
    .describe('What `npm run redact` has removed since, oldest first. Nothing else changes it.'),
});

export type UpdateRecord = z.infer<typeof updateRecordSchema>;

/**
 * The address record of a published or frozen page. Readers may have saved its address and those of its headings, so all
 * of them must keep working.
 */
const addressRecordSchema = z.strictObject({
  address: z
    .string()
    .regex(/^\/([^/]+\/)*$/, {error: 'expected an address that begins and ends with `/`'})
    .describe('The address where it was published, without the base URL of the site.'),
  anchors: z.array(z.string().min(1)).describe('The anchor of every heading it ever had, sorted.'),
});

export type AddressRecord = z.infer<typeof addressRecordSchema>;

/** The address records of all live pages, `ledgers/addresses/live.json`, or of an edition, `ledgers/addresses/<name>.json`. */
export const addressRecordsSchema = z.strictObject({
  schema: z.literal(1).describe('The version of the record format.'),
  pages: z.record(z.string(), addressRecordSchema).describe('The record of each page, by id.'),
});

export type AddressRecords = z.infer<typeof addressRecordsSchema>;

/** Where published files are on record, apart from pages. */
export const FILE_RECORD = 'ledgers/addresses/files.json';

const familySchema = z
  .string()
  .regex(/^(\/|\{page\})[^/]/, {error: 'expected an address that begins with `/` or `{page}`'})
  .describe('Addresses of files: `{page}` stands for the address of each live page, and `*` for any text.');

/**
 * The record of published files apart from pages. Programs and readers may have saved their addresses, so all of them
 * must keep working, or be removed on purpose.
 */
export const fileRecordSchema = z.strictObject({
  schema: z.literal(1).describe('The version of the record format.'),
  site: z.url().optional().describe('The address of the site, `url` and `baseUrl`, when it was first recorded.'),
  files: z.array(familySchema).describe('The files that are published.'),
  removed: z
    .array(
      z.strictObject({
        files: familySchema,
        on: daySchema.describe('The day from which no build has them.'),
        why: z.string().min(20).describe('Why they were removed, and what to use instead.'),
      }),
    )
    .describe('Files that were published and no longer are.'),
});

export type FileRecord = z.infer<typeof fileRecordSchema>;
