import {z} from 'zod';
import {daySchema} from './day-schema.ts';

/** A record of a case study that its organisation offered, `ledgers/proposals/<name>.json`; it names no person. */
export const proposalSchema = z.strictObject({
  case_study: z
    .string()
    .regex(/^case-studies\/.+/, {error: 'expected the id of a case study, `case-studies/small-firms`'})
    .describe('The id of the case study that was made of it.'),
  received: daySchema.describe('The day the proposal came in.'),
  consent: z
    .strictObject({
      role: z.string().min(3).describe('The role, never the name, of who agreed.'),
      on: daySchema.describe('The day they agreed.'),
    })
    .describe('Who agreed for the organisation that its words may be published.'),
});

export type Proposal = z.infer<typeof proposalSchema>;
