import {z} from 'zod';
import {daySchema} from '../day-schema.ts';
import {termIdSchema} from '../page-schema.ts';
import type {ToolkitConfig} from '../toolkit-schema.ts';

/** What somebody held a page against, and the words readers see for it. */
export const REVIEW_SCOPES = {
  'sources-read': 'read against its sources',
  facts: 'facts checked',
  links: 'links checked',
  law: 'law checked',
  'plain-english': 'read for plain English',
} as const;

export type Scope = keyof typeof REVIEW_SCOPES;

const SCOPES = Object.keys(REVIEW_SCOPES) as [Scope, ...Scope[]];

const fingerprintSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** A record of one check of a page, `ledgers/reviews/<page id>.json`; nobody writes one for a check that was not made. */
export function reviewSchema(toolkit: ToolkitConfig) {
  return z.strictObject({
    on: daySchema.describe('The day of the check.'),
    by: termIdSchema(toolkit.owners).describe('The role that made it, never a name.'),
    scope: z.enum(SCOPES).describe('What was checked.'),
    fingerprint: fingerprintSchema.describe('The fingerprint of the page as it was checked.'),
    carried: fingerprintSchema
      .optional()
      .describe('The fingerprint of the same words after a command led their links to where a page has moved.'),
    seal: fingerprintSchema
      .optional()
      .describe('Ties the page and all of this together: `npm run mark-reviewed` makes it, and no hand can.'),
  });
}

export type Review = z.infer<ReturnType<typeof reviewSchema>>;
