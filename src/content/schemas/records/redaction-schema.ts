import {z} from 'zod';
import {daySchema} from '../day-schema.ts';

/** A redaction in a record: text was removed for law or privacy, and an update said so. */
export const redactionSchema = z.strictObject({
  on: daySchema.describe('The day the text was removed.'),
  update: z.string().min(1).describe('The slug of the update that announced it.'),
  why: z.string().min(10).describe('The reason, as readers see it.'),
});

export type Redaction = z.infer<typeof redactionSchema>;
