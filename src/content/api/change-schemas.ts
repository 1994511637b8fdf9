import {z} from 'zod';
import {changeNoteSchema} from '../schemas/change-note-schema.ts';
import {daySchema} from '../schemas/day-schema.ts';
import {DAY_NOTE, pageLinkSchema, schemaUrlSchema} from './page-link-schema.ts';

const {kind, significance, note, why, who_is_affected, what_to_do, editions, answers} = changeNoteSchema.shape;

const changeIdSchema = z
  .string()
  .describe('The update, and which of its changes this is, counted from 1: `2026-11-24#2`. It never changes.');

/** The days between which something was published. */
export const rangeSchema = z.object({
  earliest: daySchema.describe('The first day it may have been published.'),
  latest: daySchema.describe('The last day; the same where the day is known.'),
});

const correctionSchema = z
  .object({
    id: changeIdSchema,
    public_timestamp: daySchema.describe(DAY_NOTE),
    note: note.describe('What it puts right.'),
    web_url: z.url().describe('The update that said it.'),
  })
  .describe('A later note that puts this one right.');

const told = {
  id: changeIdSchema,
  public_timestamp: daySchema.describe(DAY_NOTE),
  published: rangeSchema.optional().describe('Given where the day is not known.'),
  note: note.describe('What was said to readers.'),
  kind: kind.describe('What happened.'),
  corrects: z
    .string()
    .optional()
    .describe('Of a correction: the update that it puts right, or the change, as `id` names it.'),
  corrections: z.array(correctionSchema).optional().describe('What was said later to put this note right.'),
  web_url: z.url().describe('The update that published it.'),
};

/** One change, as a page tells it. */
export const historyEntrySchema = z.object(told).describe('A change of the page.');

/** One change, as a month tells it. */
const changeSchema = z
  .object({
    ...told,
    significance: significance.describe('`major` where readers had to be told; `minor` for slips of spelling.'),
    update: z
      .object({slug: z.string().describe('The last part of its address.'), title: z.string().describe('Its title.')})
      .describe('The update that published it.'),
    pages: z.array(pageLinkSchema).describe('The pages that it is about.'),
    why: why.describe('Why it changed.'),
    who_is_affected: who_is_affected.describe('Which readers it matters to.'),
    what_to_do: what_to_do.describe('What they should do about it.'),
    editions: editions.describe('The editions that it is an erratum to.'),
    answers: answers.describe('The numbers of the feedback that it answers.'),
  })
  .describe('A published change, with the public note that came with it.');

const monthSchema = z.string().regex(/^\d{4}-\d{2}$/);

/** `/api/changes/<yyyy-mm>.json` */
export const changesSchema = z
  .object({
    $schema: schemaUrlSchema,
    month: monthSchema.describe('The month, `2026-11`; what has a range of days belongs to the month of the last.'),
    changes: z.array(changeSchema).describe('Newest first; those of one update in its own order.'),
  })
  .describe('Every change that a month published, small ones and corrections among them.');

/** `/api/changes/index.json` */
export const changesIndexSchema = z
  .object({
    $schema: schemaUrlSchema,
    months: z
      .array(
        z.object({
          month: monthSchema.describe('The month, `2026-11`.'),
          changes: z.int().min(1).describe('How many changes it published.'),
          major: z.int().min(0).describe('How many of these readers had to be told of.'),
          api_path: z.string().describe('The path of its file on this host.'),
          api_url: z.url().describe('The full address of its file.'),
        }),
      )
      .describe('Newest first; months without a change are left out.'),
  })
  .describe('The months in which something changed.');

export type HistoryItem = z.infer<typeof historyEntrySchema>;
export type Change = z.infer<typeof changeSchema>;
