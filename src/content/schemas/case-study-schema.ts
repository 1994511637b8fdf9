import {z} from 'zod';
import type {Fingerprint} from '../source-document.ts';
import {daySchema, type RoughYear, roughYearSchema, yearSchema} from './day-schema.ts';
import {fullPageSchema, type PageConfig, vocabularyShape} from './page-schema.ts';
import {sourceSchema, webAddressSchema} from './source-schema.ts';

const consentSchema = z
  .discriminatedUnion('basis', [
    z.strictObject({basis: z.literal('public-record')}),
    z.strictObject({
      basis: z.literal('organisation'),
      role: z.string().min(3).describe('The role of the person who agreed, never their name.'),
      on: daySchema.describe('The day they agreed. Ask them if you do not know it.'),
      proposal: z
        .int()
        .positive()
        .describe('The number of the proposal in which they agreed. Only the workflow for proposals writes it.'),
      fingerprint: z
        .string()
        .regex(/^[0-9a-f]{16}$/, {error: 'expected the 16 characters written by the command'})
        .describe('The proof that the consent comes from a form. Only that command writes it.'),
    }),
  ])
  .describe(
    'Why you may publish it: `public-record` if the whole text is based on public documents, `organisation` if the organisation agreed in the proposal form.',
  );

export const outcomeSchema = z.strictObject({
  figure: z.string().min(1).max(40).describe('The figure with its unit, such as 48% or 6,000 people.'),
  what: z.string().min(3).describe('What the figure counts, as it would follow the figure in a sentence.'),
  year: yearSchema.optional().describe('The year the figure is for. Leave out only if the source does not say.'),
  source: webAddressSchema.describe('The address of the source of the figure, which you also list under the sources.'),
});

/** Who may have measured the results of a case study; the first claims least. */
export const EVIDENCE_IDS = ['self-reported', 'evaluated', 'independent'] as const;

const FACT_VALUES = {text: z.string().min(1).max(200), number: z.number(), date: daySchema, link: webAddressSchema};

interface StudyConfig extends PageConfig {
  facts: readonly {id: string; type: keyof typeof FACT_VALUES; description: string}[];
}

/** The facts of one toolkit. Each may be left out, since older case studies lack new ones. */
function factsSchema({facts}: StudyConfig) {
  const shape = facts.map(
    ({id, type, description}) => [id, FACT_VALUES[type].optional().describe(description)] as const,
  );
  return z
    .strictObject<Record<string, z.ZodType<string | number | undefined>>>(Object.fromEntries(shape))
    .optional()
    .describe('Facts that this toolkit adds. Leave out those that no source gives.');
}

/** The front matter of a case study. A toolkit without facts of its own has no key for them. */
export function caseStudySchema(toolkit: StudyConfig) {
  const schema = fullSchema(toolkit);
  return toolkit.facts.length > 0 ? schema : (schema.omit({facts: true}) as unknown as typeof schema);
}

function fullSchema(toolkit: StudyConfig) {
  // Its key figures are its outcomes, and only guidance is rated.
  return fullPageSchema(toolkit)
    .omit({key_figures: true, ratings: true})
    .extend({
      service: z.string().min(3).describe('The service that did the work.'),
      place: z.string().min(2).describe('The town, district or area.'),
      ...vocabularyShape(
        toolkit.vocabularies.filter(({guidance, required}) => !guidance || required),
        true,
      ),
      period: z
        .strictObject({
          from: roughYearSchema.describe('When it began.'),
          to: roughYearSchema.optional().describe('When it ended. Leave out if it continues, or if you do not know.'),
        })
        .refine(({from, to}) => to === undefined || from.year <= to.year, {
          error: ({input}) => {
            const {from, to} = input as {from: RoughYear; to: RoughYear};
            return `is from ${from.year} to ${to.year}, expected an end that is not before the beginning`;
          },
        })
        .optional()
        .describe('When it ran. Leave out if no source says.'),
      evidence: z
        .enum(EVIDENCE_IDS)
        .describe('Who measured the results: the service itself, a commissioned evaluation, or someone independent.'),
      outcomes: z.array(outcomeSchema).optional().describe('The results, in figures from a source.'),
      cost: z.string().min(3).optional().describe('What it cost, in one sentence. Leave out if no source says.'),
      partners: z.array(z.string().min(2)).optional().describe('Organisations that took part. Do not name people.'),
      facts: factsSchema(toolkit),
      news_checked: daySchema
        .optional()
        .describe('The day on which an editor last searched for news of it, whether or not there was any.'),
      consent: consentSchema,
      sources: z.array(sourceSchema).min(1).describe('The publications it is based on. Give at least one.'),
    });
}

export type CaseStudy = z.infer<ReturnType<typeof caseStudySchema>>;

/** The keys that case studies have in every toolkit. */
export const CASE_STUDY_KEYS: readonly string[] = Object.keys(
  fullSchema({facts: [], owners: [], vocabularies: []}).shape,
);

export type AgreedConsent = Extract<CaseStudy['consent'], {basis: 'organisation'}>;

/**
 * The fingerprint that shows that a consent was read from a form. It depends on the role, the day and the number of the
 * proposal, so the check finds a line that was typed or changed by hand without asking GitHub.
 */
export function consentFingerprint(
  fingerprintOf: Fingerprint,
  {role, on, proposal}: Pick<AgreedConsent, 'role' | 'on' | 'proposal'>,
): string {
  return fingerprintOf({frontMatter: undefined, body: ''}, [{consent: {role, on, proposal}}]);
}
