import {z} from 'zod';
import {webAddressSchema} from '../schemas/source-schema.ts';
import {idSchema, keySchema} from '../schemas/vocabulary-schema.ts';

/** The step of every scale for what nobody knows. It is published like any other. */
export const NOT_KNOWN = 'not-known';

/** More symbols in a row are hard to count. */
const MAX_MARKS = 5;

const stepSchema = z.strictObject({
  id: idSchema
    .refine((id) => id !== NOT_KNOWN, {error: `is \`${NOT_KNOWN}\`, which every scale has, expected another id`})
    .describe('What you write as `step` in front matter. It never changes.'),
  label: z.string().min(1).describe('What readers see, in a word or two.'),
  meaning: z.string().min(10).describe('What it means, in one sentence for readers.'),
  marks: z.int().min(0).max(MAX_MARKS).optional().describe('How many symbols of the scale show it at a glance.'),
});

const scaleSchema = z.strictObject({
  id: keySchema.describe('What you write below `ratings` in front matter. It never changes.'),
  label: z.string().min(2).describe('What readers see above its steps, such as `Cost`.'),
  description: z.string().min(10).describe('What the scale says about a page, in one sentence.'),
  symbol: z
    .string()
    .regex(/^(book|clock|warning|[^a-z]{1,2})$/u, {error: 'expected `book`, `clock`, `warning`, or `£`'})
    .optional()
    .describe('What `marks` count: `book`, `clock`, `warning`, or a character such as `£`.'),
  steps: listOf(stepSchema, 'steps').min(2).describe('Its steps, from the least to the most.'),
});

export const scalesSchema = listOf(scaleSchema, 'scales').default([]);

function listOf<Entry extends z.ZodType<{id: string}>>(entry: Entry, name: string) {
  return z.array(entry).refine((entries) => new Set(entries.map(({id}) => id)).size === entries.length, {
    error: `holds two ${name} with the same id, expected different ids`,
  });
}

export type Scale = z.output<typeof scaleSchema>;

/** How a page is rated, with a key for each scale of the toolkit. */
export function ratingsSchema(scales: readonly Scale[]) {
  const shape = Object.fromEntries(scales.map((scale) => [scale.id, ratingSchema(scale)]));
  return z
    .strictObject(shape)
    .optional()
    .describe('How the page is rated on the scales of the toolkit, each with its reason.');
}

function ratingSchema({label, description, steps}: Scale) {
  return z
    .strictObject({
      step: z
        .enum([NOT_KNOWN, ...steps.map(({id}) => id)])
        .describe(`The step, or \`${NOT_KNOWN}\` if neither this page nor its case studies say.`),
      reason: z.string().min(10).max(200).describe('The reason, in one sentence for readers.'),
      lowered_by: z.array(z.string().min(3)).min(1).optional().describe('What lost it a step, each in a few words.'),
      source: webAddressSchema
        .optional()
        .describe('The source of a fact in the reason: the `url` of one of the `sources` of the page.'),
    })
    .optional()
    .describe(`${label}: ${description}`);
}

export type Ratings = NonNullable<z.output<ReturnType<typeof ratingsSchema>>>;
