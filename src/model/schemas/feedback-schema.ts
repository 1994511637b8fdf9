import {z} from 'zod';

/** The form of the records that this code writes. */
const FEEDBACK_SCHEMA_VERSION = 2;

const differenceSchema = z.strictObject({
  told: z.string().describe('What made the difference, `the update of 24 November 2026`.'),
  address: z.string().describe("Where it is shown, without the site's base URL."),
});

/** What is known of feedback once it is sorted: for the dashboard, and for other programs. It names no person. */
export const feedbackSchema = z.strictObject({
  schema: z.literal(FEEDBACK_SCHEMA_VERSION).describe('The form of this record.'),
  number: z.int().positive().optional().describe('Its number on GitHub.'),
  open: z.boolean().describe('Whether it waits for an answer.'),
  received: z.iso.date().optional().describe('The day it came.'),
  read: z.enum(['form', 'by-hand']).describe('Whether it is as the form writes it, or was edited or written by hand.'),
  page: z.string().optional().describe('The id of the page; absent where it is about none, or nobody can tell.'),
  title: z.string().optional().describe('The title of that page.'),
  address: z.string().optional().describe("Where the reader read it, without the site's base URL."),
  edition: z.string().optional().describe('What the reader read: `live`, or the name of an edition.'),
  named: z
    .array(
      z.strictObject({
        page: z.string().describe('The id of a page.'),
        title: z.string().describe('Its title.'),
        address: z.string().describe("Where the reader read it, without the site's base URL."),
      }),
    )
    .optional()
    .describe('The pages that it names, where there are several and nobody can tell which of them it is about.'),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional()
    .describe('The mark of the words that the reader read.'),
  priorities: z.array(z.string()).describe('The priorities of the page.'),
  owner: z.string().describe('The role that deals with it.'),
  who: z.string().optional().describe('What the reader says of themselves.'),
  words: z.string().describe('What they wrote, without what looks like personal data.'),
  personal: z
    .array(
      z.enum([
        'e-mail address',
        'telephone number',
        'name',
        'street address',
        'postcode',
        'National Insurance number',
        'date of birth',
      ]),
    )
    .describe('What its title and its words seem to hold, once for each time; it is taken out of the words here.'),
  since: z
    .strictObject({
      state: z
        .enum(['same', 'changed', 'waits', 'unknown', 'gone', 'unread'])
        .describe(
          'Whether the page says the same now; `waits`: a change is not published yet; `unread`: its file cannot be read.',
        ),
      file: z.string().optional().describe('The file of the page, where it cannot be read.'),
      day: z.iso
        .date()
        .optional()
        .describe('The day it came, where that is compared with the days of updates; absent where its mark tells.'),
      waits: z.literal(true).optional().describe('Given where one more change, after those, is not published yet.'),
      differences: z.array(differenceSchema).describe('Where readers see what changed.'),
    })
    .describe('What became of the page since the reader read it.'),
  answered: z
    .array(differenceSchema)
    .describe('The updates whose notes name its number, newest first: what it led to is published.'),
  note: z.string().optional().describe('The file of a note that waits and names its number.'),
  labels: z.array(z.string().max(50)).describe('The labels it should have, beside those that people give.'),
  assignees: z.array(z.string()).describe('The accounts that deal with it.'),
});

export type FeedbackRecord = z.infer<typeof feedbackSchema>;
