import {z} from 'zod';
import {changeNoteSchema} from './change-note-schema.ts';
import {daySchema} from './day-schema.ts';

/** A published, dated set of change notes: the front matter of a post in `blog/`, without a body. */
export const updateSchema = z.strictObject({
  title: z.string().min(3).max(100).describe('What happened, in a few words.'),
  slug: z
    .string()
    .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, {error: 'expected the last part of an address, `2026-11-24`'})
    .describe('The last part of its address. It never changes.'),
  date: daySchema.describe('A private sort key, which is never published.'),
  published: z
    .strictObject({
      earliest: daySchema.describe('The first day it may have been published.'),
      latest: daySchema.describe('The last day it may have been published.'),
    })
    .refine((range) => range.earliest <= range.latest, {
      path: ['latest'],
      error: 'is before `earliest`, expected the same day or a later one',
    })
    .describe('When it was published: the same day twice, or a range if the day is not known.'),
  edition: z
    .string()
    .regex(/^\d{4}-\d{2}(\.\d+)?$/, {error: 'expected the name of an edition, `2026-11`'})
    .optional()
    .describe('The edition frozen with it.'),
  launch: z
    .literal(true)
    .optional()
    .describe('Set for the launch: its first note is about every page that it was the first to publish.'),
  changes: z.array(changeNoteSchema).min(1).describe('The change notes it contains.'),
});

export type Update = z.infer<typeof updateSchema>;
