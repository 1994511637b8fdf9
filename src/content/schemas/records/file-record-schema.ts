import {z} from 'zod';
import {daySchema} from '../day-schema.ts';

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
