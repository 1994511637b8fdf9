import {z} from 'zod';
import {ENGLISH} from '../../../language/text.ts';
import {daySchema} from '../day-schema.ts';
import {termIdSchema} from '../page-schema.ts';
import type {ToolkitConfig} from '../toolkit-schema.ts';

/** The scopes of a review, with the text that editors see. */
export const REVIEW_SCOPES = ENGLISH.review.scopes;

export type Scope = keyof typeof REVIEW_SCOPES;

const SCOPES = Object.keys(REVIEW_SCOPES) as [Scope, ...Scope[]];

const fingerprintSchema = z.string().regex(/^[0-9a-f]{16}$/, {error: 'expected 16 hexadecimal digits'});

/** The record of one review of a page, `ledgers/reviews/<page id>.json`. */
export function reviewSchema(toolkit: ToolkitConfig) {
  return z.strictObject({
    on: daySchema.describe('The day of the review.'),
    by: termIdSchema(toolkit.owners).describe('The role that reviewed it, never a name.'),
    scope: z.enum(SCOPES).describe('What was reviewed.'),
    fingerprint: fingerprintSchema.describe('The fingerprint of the reviewed page.'),
    carried: fingerprintSchema
      .optional()
      .describe('The fingerprint of the same text after a command updated links to a moved page.'),
    seal: fingerprintSchema
      .optional()
      .describe('The seal that ties this record to the page. Only `npm run review -- --done` creates it.'),
  });
}

export type Review = z.infer<ReturnType<typeof reviewSchema>>;
