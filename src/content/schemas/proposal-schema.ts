import {z} from 'zod';
import {daySchema} from './day-schema.ts';

/** Stages that stand in the record; when it came in stands beside them, and updates tell when it was published. */
const RECORDED_STAGES = ['complete', 'checked', 'confirmed', 'withdrawn'] as const;

export type RecordedStage = (typeof RECORDED_STAGES)[number];

const criterionSchema = z.strictObject({
  question: z.string().min(1).describe('What the acceptance criteria ask.'),
  met: z.boolean().describe('Whether it is met; what an editor has to answer is not, until one has.'),
  why: z.string().min(1).describe('Why it is met or not yet, in one sentence.'),
  shown: z.string().min(1).max(300).optional().describe('The sentence of the case study that shows it.'),
});

/** A record of a case study that its organisation offered, `ledgers/proposals/<name>.json`; it names no person. */
export const proposalSchema = z.strictObject({
  case_study: z
    .string()
    .regex(/^case-studies\/.+/, {error: 'expected the id of a case study, `case-studies/small-firms`'})
    .describe('The id of the case study that was made of it, or will be.'),
  received: daySchema.describe('The day the proposal came in.'),
  issue: z.int().positive().optional().describe('The number of its issue; leave out where it came by e-mail.'),
  consent: z
    .strictObject({
      role: z.string().min(3).describe('The role, never the name, of who agreed.'),
      on: daySchema.describe('The day they agreed.'),
    })
    .optional()
    .describe('Who agreed for the organisation that its words may be published; leave out until somebody has.'),
  stages: z
    .array(
      z.strictObject({
        stage: z.enum(RECORDED_STAGES),
        on: daySchema.describe('The day it was reached.'),
        fingerprint: z
          .string()
          .regex(/^[0-9a-f]{16}$/)
          .optional()
          .describe('The fingerprint of the page as it was then, by which a later change is found.'),
      }),
    )
    .refine((stages) => new Set(stages.map(({stage}) => stage)).size === stages.length, {
      error: 'expected each stage once',
    })
    .optional()
    .describe('The stages it has reached, each with its day.'),
  waits_for: z
    .enum(['author', 'editor'])
    .optional()
    .describe('Who has to act before it is complete: whoever sent it, or an editor; left out once it is.'),
  criteria: z.array(criterionSchema).optional().describe('The acceptance criteria, as far as a check can answer them.'),
});

export type Proposal = z.infer<typeof proposalSchema>;
export type Criterion = z.infer<typeof criterionSchema>;
