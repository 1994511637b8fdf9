import {z} from 'zod';
import {daySchema} from '../schemas/day-schema.ts';
import {REVIEW_SCOPES, reviewSchema} from '../schemas/review-schema.ts';
import {sourceSchema} from '../schemas/source-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {toolkitSchema} from '../schemas/toolkit-schema.ts';
import {caseStudyFactsSchema} from './case-study-schemas.ts';
import {historyEntrySchema, rangeSchema} from './change-schemas.ts';
import {DAY_NOTE, DOCUMENT_TYPES, pageLinkSchema, schemaUrlSchema, termLinkSchema} from './page-link-schema.ts';

const roleSchema = z.object({
  id: z.string().describe('The role, as pages name it.'),
  title: z.string().describe('The role, as readers see it; never a name.'),
});

function reviewItemSchema(toolkit: ToolkitConfig) {
  const {scope} = reviewSchema(toolkit).shape;
  return z.object({
    reviewed_at: daySchema.nullable().describe('The day of the last check; `null` where nobody has checked the page.'),
    reviewed_by: roleSchema.optional().describe('The role that made it.'),
    scope: scope.optional().describe(`What was done: ${Object.values(REVIEW_SCOPES).join(', ')}.`),
    changed_since: z.boolean().describe('Whether the words have changed since that check.'),
    changed_parts: z
      .int()
      .describe('How many paragraphs, list items and facts have; 0 also where the text of then is not on record.'),
    lapsed_at: daySchema
      .nullable()
      .describe(
        'The first day on which that check no longer held; `null` where it holds, or nobody has checked the page.',
      ),
    lapsed_because: z
      .array(z.enum(['large-edit', 'dead-source', 'withdrawn-study']))
      .describe('Why: much of the page changed, a source is gone, or a study it leads to was withdrawn.'),
    due_at: daySchema.nullable().describe('The day by which somebody must read the page again.'),
  });
}

function detailsSchema(toolkit: ToolkitConfig) {
  return z.object({
    body: z.string().describe("The author's words as HTML, with full addresses in links and pictures."),
    change_history: z.array(historyEntrySchema).describe('Changes that readers had to be told of, newest first.'),
    minor_changes: z.array(historyEntrySchema).describe('Small corrections, newest first.'),
    earlier_changes: z
      .array(historyEntrySchema)
      .describe('What the publisher before this one changed, newest first; the text of that time is not on record.'),
    published: z
      .object({
        first: rangeSchema.nullable().describe('When it was first published.'),
        last: rangeSchema.nullable().describe('When readers were last told of a change.'),
      })
      .describe('The same as above as ranges of days, for what is known only so.'),
    fingerprint: z.string().describe('Changes when a word of the page does; citations name it.'),
    owner: roleSchema.describe('The role that keeps the page right.'),
    review: reviewItemSchema(toolkit).describe('When somebody last read the page against its sources.'),
    sources: z.array(sourceSchema).describe('The publications its words rest on.'),
    case_study: caseStudyFactsSchema(toolkit).optional().describe('Of a case study: its facts.'),
  });
}

/** `/api/content/<path of the page>.json`, in the shape of GOV.UK's content items. */
export function contentItemSchema(toolkit: ToolkitConfig) {
  return z
    .object({
      $schema: schemaUrlSchema,
      id: z.string().describe('The id of the page. There is no `content_id`: this and `base_path` name it for good.'),
      base_path: z.string().describe('The path of the page on its host.'),
      title: z.string().describe('The heading of the page; no other page has the same.'),
      description: z.string().describe('What the page tells the reader, in one or two sentences.'),
      document_type: z
        .enum(DOCUMENT_TYPES)
        .describe('`guidance`, `case_study`, or `handbook` for pages about the toolkit itself.'),
      locale: z.string().describe('The language of the words, as a BCP 47 tag.'),
      phase: toolkitSchema.shape.phase.shape.name.describe('How finished the toolkit is.'),
      first_published_at: daySchema
        .nullable()
        .describe(
          'When the page was first published, as a day (RFC 3339 `full-date`); `null` where no one day is known.',
        ),
      public_updated_at: daySchema.nullable().describe(`When readers were last told of a change. ${DAY_NOTE}`),
      withdrawn_notice: z
        .object({
          explanation: z.string().describe('Why, in one sentence to readers.'),
          withdrawn_at: daySchema.describe('The day it was withdrawn.'),
        })
        .optional()
        .describe('Given where the page no longer holds.'),
      details: detailsSchema(toolkit).describe('The words, and what is on record of them.'),
      links: z
        .object({
          priorities: z.array(termLinkSchema).describe('The priorities it helps with.'),
          approaches: z.array(termLinkSchema).describe('The ways to run a service that it is about.'),
          case_studies: z.array(pageLinkSchema).describe('The case studies that its words lead to.'),
          related_case_studies: z.array(pageLinkSchema).describe('Others that share most with it, as the page shows.'),
          replaced_by: z.array(pageLinkSchema).describe('Of a withdrawn page: what to read instead.'),
        })
        .describe('Pages that it belongs with.'),
    })
    .describe(
      'A page of the toolkit, in the shape of a GOV.UK content item. Keys may be added, and none is taken away or given another meaning.',
    );
}

export type ContentItem = z.infer<ReturnType<typeof contentItemSchema>>;
