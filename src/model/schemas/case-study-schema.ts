import {z} from 'zod';
import {daySchema, roughYearSchema, yearSchema} from './day-schema.ts';
import {pageSchema, termIdSchema} from './page-schema.ts';
import {sourceSchema, webAddressSchema} from './source-schema.ts';
import type {ToolkitConfig} from './toolkit-schema.ts';

const consentSchema = z
  .discriminatedUnion('basis', [
    z.strictObject({basis: z.literal('public-record')}),
    z.strictObject({
      basis: z.literal('organisation'),
      role: z.string().min(3).describe('The role, never the name, of who agreed.'),
      on: daySchema.describe('The day they agreed; ask them if you do not know it.'),
      proposal: z
        .int()
        .positive()
        .describe(
          'The number of the proposal that says so; written by `npm run new -- case-study --from-issue` alone.',
        ),
      fingerprint: z
        .string()
        .regex(/^[0-9a-f]{16}$/, {error: 'expected the 16 characters that the command wrote'})
        .describe('The proof that the command read it from a form; written by that command alone.'),
    }),
  ])
  .describe(
    'Why it may be published: `public-record` where every word rests on public documents, `organisation` where the organisation agreed in the proposal form.',
  );

export const outcomeSchema = z.strictObject({
  figure: z.string().min(1).max(40).describe('The figure with its unit, such as 48% or 6,000 people.'),
  what: z.string().min(3).describe('What it counts, to follow the figure.'),
  year: yearSchema.optional().describe('The year it is about; leave out only where the source does not say.'),
  source: webAddressSchema.describe('The address of the source that gives it, which stands under the sources too.'),
});

/** The front matter of a case study: a page, and what happened where. */
export function caseStudySchema(toolkit: ToolkitConfig) {
  return pageSchema(toolkit).extend({
    service: z.string().min(3).describe('The service that did it.'),
    place: z.string().min(2).describe('The town, district or area.'),
    regions: z.array(termIdSchema(toolkit.regions)).min(1).describe('The regions it lies in.'),
    period: z
      .strictObject({
        from: roughYearSchema.describe('When it began.'),
        to: roughYearSchema.optional().describe('When it ended; leave out if it goes on or is not known.'),
      })
      .optional()
      .describe('When it ran; leave out if no source says.'),
    evidence: z
      .enum(['self-reported', 'evaluated', 'independent'])
      .describe('Who measured: the service itself, an evaluation it ordered, or somebody independent.'),
    outcomes: z.array(outcomeSchema).optional().describe('What came of it, in figures that a source gives.'),
    cost: z.string().min(3).optional().describe('What it cost, in one sentence; leave out if no source says.'),
    partners: z.array(z.string().min(2)).optional().describe('Organisations that took part; no persons.'),
    consent: consentSchema,
    sources: z.array(sourceSchema).min(1).describe('The publications its words rest on; at least one.'),
  });
}

export type CaseStudy = z.infer<ReturnType<typeof caseStudySchema>>;
