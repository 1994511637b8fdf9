import {z} from 'zod';

const differenceSchema = z.strictObject({
  label: z.string().describe('What made the difference, such as `the update of 24 November 2026`.'),
  address: z.string().describe("The address of the difference, without the site's base URL."),
});

/** The record of triaged feedback, for the dashboard and other programs. It names no person. */
export const feedbackSchema = z.strictObject({
  schema: z.literal(3).describe('The version of the record format.'),
  number: z.int().positive().optional().describe('Its number on GitHub.'),
  open: z.boolean().describe('Whether it waits for an answer.'),
  received: z.iso.date().optional().describe('The day it arrived.'),
  read: z
    .enum(['form', 'by-hand'])
    .describe('Whether it is unchanged from the form, or was edited or written by hand.'),
  page: z.string().optional().describe('The id of the page; missing if it is about no page, or if that is not clear.'),
  title: z.string().optional().describe('The title of that page.'),
  address: z.string().optional().describe("The address where the reader read it, without the site's base URL."),
  edition: z.string().optional().describe('What the reader read: `live`, or the name of an edition.'),
  named: z
    .array(
      z.strictObject({
        page: z.string().describe('The id of a page.'),
        title: z.string().describe('Its title.'),
        address: z.string().describe("The address where the reader read it, without the site's base URL."),
      }),
    )
    .optional()
    .describe('The pages that it names, if there are several and it is not clear which one it is about.'),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/, {error: 'expected 16 hexadecimal digits'})
    .optional()
    .describe('The code of the version that the reader read.'),
  terms: z.record(z.string(), z.array(z.string())).describe('The terms of the page, by the key of their vocabulary.'),
  owner: z.string().describe('The role that handles it.'),
  who: z.string().optional().describe('What the reader says about themselves.'),
  words: z.string().describe('What they wrote, without anything that looks like personal data.'),
  personal: z
    .array(
      z.enum([
        'email address',
        'telephone number',
        'name',
        'street address',
        'postcode',
        'National Insurance number',
        'date of birth',
      ]),
    )
    .describe('The personal data found in its title and text, once for each time. It is removed from the text here.'),
  since: z
    .strictObject({
      state: z
        .enum(['same', 'changed', 'waits', 'unknown', 'gone', 'unread'])
        .describe(
          'Whether the page has changed since. `waits`: a change is not published yet. `unread`: its file cannot be read.',
        ),
      file: z.string().optional().describe('The file of the page, if it cannot be read.'),
      day: z.iso
        .date()
        .optional()
        .describe(
          'The day it arrived, if that is compared with the days of updates; missing if its code shows the version.',
        ),
      waits: z.literal(true).optional().describe('Set if a further change is not published yet.'),
      differences: z.array(differenceSchema).describe('The pages that show what changed.'),
    })
    .describe('How the page changed since the reader read it.'),
  answered: z.array(differenceSchema).describe('The published updates with notes that answer it, newest first.'),
  note: z.string().optional().describe('The file of a waiting note that answers it.'),
  labels: z.array(z.string().max(50)).describe('The labels it should have, in addition to those that people add.'),
  assignees: z.array(z.string()).describe('The accounts assigned to it.'),
});

export type FeedbackRecord = z.infer<typeof feedbackSchema>;
