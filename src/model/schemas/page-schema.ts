import {z} from 'zod';
import {daySchema} from './day-schema.ts';
import {sourceSchema} from './source-schema.ts';
import type {ToolkitConfig} from './toolkit-schema.ts';

const MONTHS_A_YEAR = 12;

/** One of the ids of a vocabulary, which must not be empty. */
export function termIdSchema(terms: readonly {id: string}[]) {
  return z.enum(terms.map((term) => term.id) as [string, ...string[]]);
}

/** How long a page may stand unread: `12 months`, `2 years`; parsed to months. */
const reviewEverySchema = z
  .string()
  .regex(/^[1-9]\d? (month|year)s?$/, {error: 'expected a number of months or years, `12 months`'})
  .transform((text) => Number.parseInt(text, 10) * (text.includes('year') ? MONTHS_A_YEAR : 1));

/** What follows `#` in a link to a heading. */
const anchorSchema = z
  .string()
  .regex(/^[^\s#]+$/u, {error: 'expected what follows `#` in a link to a heading, `first-steps`'});

/** The front matter of a guidance or handbook page. */
export function pageSchema(toolkit: ToolkitConfig) {
  return z.strictObject({
    title: z.string().min(3).max(80).describe('The heading of the page; no other page has the same.'),
    description: z
      .string()
      .min(40)
      .max(200)
      .describe('One or two sentences for lists and search results: what the page tells the reader.'),
    priorities: z.array(termIdSchema(toolkit.priorities)).optional().describe('The priorities it helps with.'),
    approaches: z.array(termIdSchema(toolkit.approaches)).optional().describe('The approaches it is about.'),
    owner: termIdSchema(toolkit.owners).describe('The role that keeps the page right.'),
    review_every: reviewEverySchema.describe('How often somebody must read it against its sources.'),
    sources: z.array(sourceSchema).optional().describe('The publications its words rest on.'),
    redirect_from: z
      .array(z.string().regex(/^\/([^/.][^/]*\/)+$/, {error: 'expected an address that begins and ends with `/`'}))
      .optional()
      .describe('Addresses that lead to this page, each beginning and ending with `/`.'),
    former_headings: z
      .record(anchorSchema, anchorSchema)
      .optional()
      .describe(
        'Anchors that headings of this page had, each with that of the heading which stands now; `npm run rename-heading` writes them.',
      ),
    withdrawn: z
      .strictObject({
        on: daySchema.describe('The day it was withdrawn.'),
        why: z.string().min(10).describe('One sentence to readers.'),
        replaced_by: z.string().optional().describe('The id of the page to read instead.'),
      })
      .optional()
      .describe('Set where the page no longer holds; it stays at its address.'),
  });
}

export type Page = z.infer<ReturnType<typeof pageSchema>>;
