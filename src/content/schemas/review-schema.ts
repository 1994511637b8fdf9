import {z} from 'zod';
import {daySchema} from './day-schema.ts';

/** What a review covered. Each covers the facts: a page that was only proofread was not reviewed. */
export const REVIEW_SCOPES = ['sources-read', 'facts', 'law'] as const;

export function reviewSchema(role: z.ZodType<string>) {
  return z
    .strictObject({
      on: daySchema.describe('The day of the review.'),
      by: role.describe('The role that reviewed it, never a name.'),
      scope: z.enum(REVIEW_SCOPES).describe('What was reviewed.'),
      text: z.string().describe('The update that published the reviewed text.'),
    })
    .describe('The last review of the page. Only `npm run review -- --done` writes it.');
}

export type Review = z.infer<ReturnType<typeof reviewSchema>>;
