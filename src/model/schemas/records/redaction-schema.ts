import {z} from 'zod';
import {daySchema} from '../day-schema.ts';

/** What a record says where words were taken out of what it proves: for law or privacy, and told to readers. */
export const redactionSchema = z.strictObject({
  on: daySchema.describe('The day the words were taken out.'),
  update: z.string().min(1).describe('The slug of the update that told readers.'),
  why: z.string().min(10).describe('Why, in the words that readers were told.'),
});

export type Redaction = z.infer<typeof redactionSchema>;
