import {z} from 'zod';
import {caseStudySchema} from '../schemas/case-study-schema.ts';
import {daySchema} from '../schemas/day-schema.ts';
import {sourceSchema} from '../schemas/source-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {DAY_NOTE, pageLinkSchema, schemaUrlSchema, termLinkSchema} from './page-link-schema.ts';

/** What a case study says of itself before its story begins; the same keys as in its front matter. */
export function caseStudyFactsSchema(toolkit: ToolkitConfig) {
  const {service, place, period, evidence, outcomes, cost, partners, consent} = caseStudySchema(toolkit).shape;
  return z.object({
    service: service.describe('The service that did it.'),
    place: place.describe('The town, district or area.'),
    regions: z.array(termLinkSchema).min(1).describe('The regions it lies in.'),
    period: period.describe('When it ran; left out where no source says.'),
    evidence: evidence.describe('Who measured: the service, an evaluation it ordered, or somebody independent.'),
    outcomes: outcomes.unwrap().describe('What came of it, in figures that a source gives.'),
    cost: cost.describe('What it cost; left out where no source says.'),
    partners: partners.unwrap().describe('Organisations that took part.'),
    consent: consent.describe(
      'Why it is published: `public-record` where it is restated from public sources and nobody was asked, `organisation` where the service agreed.',
    ),
  });
}

/** One record of `/api/case-studies.json`. */
function caseStudyRecordSchema(toolkit: ToolkitConfig) {
  return pageLinkSchema
    .omit({document_type: true})
    .required({title: true, base_path: true, api_path: true, web_url: true, api_url: true})
    .extend({
      description: z.string().describe('What the page tells the reader, in one or two sentences.'),
      ...caseStudyFactsSchema(toolkit).shape,
      priorities: z.array(termLinkSchema).describe('The priorities it helps with.'),
      approaches: z.array(termLinkSchema).describe('The ways to run a service that it is about.'),
      sources: z.array(sourceSchema).describe('The publications its words rest on.'),
      first_published_at: daySchema.nullable().describe(`When it was published. ${DAY_NOTE}`),
      public_updated_at: daySchema.nullable().describe(`When readers were last told of a change. ${DAY_NOTE}`),
      withdrawn_at: daySchema.nullable().describe('When it was withdrawn; `null` while it holds.'),
      reviewed_at: daySchema
        .nullable()
        .describe('When somebody last checked its facts against its sources; `null` where nobody has.'),
      review_lapsed_at: daySchema.nullable().describe('The first day on which that check no longer held.'),
      review_due_at: daySchema.nullable().describe('The day by which somebody must read it again.'),
      fingerprint: z.string().describe('Changes when a word of the page does.'),
    });
}

/** `/api/case-studies.json` */
export function caseStudiesSchema(toolkit: ToolkitConfig) {
  return z
    .object({
      $schema: schemaUrlSchema,
      case_studies: z.array(caseStudyRecordSchema(toolkit)).describe('Sorted by title.'),
    })
    .describe('Every case study with its facts; the story itself is in its content item.');
}

export type CaseStudyFacts = z.infer<ReturnType<typeof caseStudyFactsSchema>>;
export type CaseStudyRecord = z.infer<ReturnType<typeof caseStudyRecordSchema>>;
