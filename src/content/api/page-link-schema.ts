import {z} from 'zod';

/** What each file names first. */
export const schemaUrlSchema = z.url().describe('The JSON Schema that this file keeps to.');

/** What a page is, in a word. */
export const DOCUMENT_TYPES = ['guidance', 'case_study', 'handbook'] as const;

/** How programs are told of days; ranges of days are told beside them. */
export const DAY_NOTE =
  'A day as RFC 3339 writes one (`full-date`): no time of day is known, so none is given. Where only a range of days is known, this is its last day.';

/** A page as others name it; the addresses as GOV.UK's content items name theirs. */
export const pageLinkSchema = z
  .object({
    id: z.string().describe('The id of the page: its name in updates and records. It never changes silently.'),
    title: z.string().optional().describe('Its title; left out, with all below, where the page is gone.'),
    document_type: z.enum(DOCUMENT_TYPES).optional().describe('What the page is.'),
    base_path: z.string().optional().describe('The path of the page on its host.'),
    api_path: z.string().optional().describe('The path of its content item on the same host.'),
    web_url: z.url().optional().describe('The full address of the page.'),
    api_url: z.url().optional().describe('The full address of its content item.'),
    withdrawn: z.literal(true).optional().describe('The page no longer holds, and says why.'),
  })
  .describe('A page of the toolkit.');

/** A term of a vocabulary, with the page about it. */
export const termLinkSchema = pageLinkSchema
  .extend({
    id: z.string().describe('What pages name the term by; it never changes.'),
    title: z.string().describe('The term, as readers see it.'),
  })
  .describe('A priority, an approach or a region. It has addresses where a page is about it.');

export type PageLink = z.infer<typeof pageLinkSchema>;
export type TermLink = z.infer<typeof termLinkSchema>;
