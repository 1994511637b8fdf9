import {z} from 'zod';
import type {Collection} from './collection-schema.ts';
import {daySchema} from './day-schema.ts';
import {reviewSchema} from './review-schema.ts';
import {sourceSchema} from './source-schema.ts';
import {guidanceVocabularies, type Vocabulary, type WithVocabularies} from './vocabulary-schema.ts';

const MONTHS_A_YEAR = 12;

/** An id from a vocabulary, which must not be empty. */
function termIdSchema(terms: readonly {id: string}[]) {
  return z.enum(terms.map((term) => term.id) as [string, ...string[]]);
}

/** The time between reviews, such as `12 months` or `2 years`; parsed to months. */
const reviewEverySchema = z
  .string()
  .regex(/^[1-9]\d? (month|year)s?$/, {error: 'expected a number of months or years, `12 months`'})
  .transform((text) => Number.parseInt(text, 10) * (text.includes('year') ? MONTHS_A_YEAR : 1));

/** The text after `#` in a link to a heading. */
const anchorSchema = z
  .string()
  .regex(/^[^\s#]+$/u, {error: 'expected the text after `#` in a link to a heading, such as `first-steps`'});

/** The keys of vocabularies. Types do not know them, because each toolkit has its own: `termIdsIn` reads their values. */
export function vocabularyShape(vocabularies: readonly Vocabulary[], mayBeRequired = false): object {
  return Object.fromEntries(
    vocabularies.map(({key, description, required, terms}) => {
      const ids = z.array(termIdSchema(terms));
      return [key, (mayBeRequired && required ? ids.min(1) : ids.optional()).describe(description)];
    }),
  );
}

/** The settings that the keys of pages depend on. */
export interface PageConfig extends WithVocabularies {
  owners: readonly {id: string}[];
}

/** The front matter of a guidance or handbook page. */
export function pageSchema(toolkit: PageConfig) {
  return z.strictObject({
    title: z.string().min(3).max(80).describe('The heading of the page. Every page has a different one.'),
    description: z
      .string()
      .min(40)
      .max(200)
      .describe('One or two sentences for lists and search results: what readers learn from the page.'),
    ...vocabularyShape(guidanceVocabularies(toolkit)),
    owner: termIdSchema(toolkit.owners).describe('The role responsible for the page.'),
    review_every: reviewEverySchema.describe(
      'How often you review the page against its sources: `12 months` or `2 years`.',
    ),
    reviewed: reviewSchema(termIdSchema(toolkit.owners)).optional(),
    key_figures: z
      .array(z.string().min(1))
      .min(1)
      .max(3)
      .optional()
      .describe(
        'Two or three figures to show with the answer, each as a table on this page has it in the column for figures.',
      ),
    sources: z.array(sourceSchema).optional().describe('The publications the page is based on.'),
    redirect_from: z
      .array(z.string().regex(/^\/([^/.][^/]*\/)+$/, {error: 'expected an address that begins and ends with `/`'}))
      .optional()
      .describe('Addresses that redirect to this page, each beginning and ending with `/`.'),
    former_headings: z
      .record(anchorSchema, anchorSchema)
      .optional()
      .describe(
        'Former anchors of headings on this page, each with the anchor that replaces it. `npm run check -- --fix` adds those of renamed headings.',
      ),
    translation: z
      .strictObject({
        of: z.string().describe('The id of the original.'),
        fingerprint: z
          .string()
          .regex(/^[0-9a-f]{16}$/, {
            error: 'expected the 16 characters after “Fingerprint” in the RIS file under “Cite this page”',
          })
          .describe(
            'The fingerprint of the original when it was translated, from the RIS file under “Cite this page” at its foot.',
          ),
      })
      .optional()
      .describe('Set if the page translates another one. Readers see a notice when the original has changed since.'),
    withdrawn: z
      .strictObject({
        on: daySchema.describe('The day it was withdrawn.'),
        why: z.string().min(10).describe('The reason, in one sentence to readers.'),
        replaced_by: z.string().optional().describe('The id of the page to read instead.'),
      })
      .optional()
      .describe('Set if the page is out of date and withdrawn. It stays at its address.'),
  });
}

/** The front matter of a page of a collection: that of every page, and the keys of the collection. */
export function collectionPageSchema({keys}: Collection, toolkit: PageConfig): ReturnType<typeof pageSchema> {
  const page = pageSchema(toolkit);
  return page.extend(keys.shape) as typeof page;
}

export type Page = z.infer<ReturnType<typeof pageSchema>>;
