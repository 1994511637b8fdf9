import {z} from 'zod';

/** What can happen to a page, in the words of the change log. */
const CHANGE_KINDS = [
  'page-added',
  'case-study-added',
  'content-added',
  'content-changed',
  'content-removed',
  'page-moved',
  'page-withdrawn',
  'correction',
] as const;

const SENTENCE_LIMIT = 3;

/** Ends of sentences, good enough to count them; abbreviations may overcount. */
const SENTENCE_END_RE = /[.!?](?=\s|$)/g;

/** Markdown that a note might hold by mistake: emphasis, code, links, headings, lists, tags. */
const MARKDOWN_RE = /[*`]|\]\(|^\s*(#|-|\d+\.)\s|<\/?[a-z]/im;

const noteSchema = z
  .string()
  .min(20, {error: 'expected at least 20 characters'})
  .refine((note) => !MARKDOWN_RE.test(note), {error: 'holds Markdown, expected plain sentences'})
  .refine((note) => (note.match(SENTENCE_END_RE)?.length ?? 0) <= SENTENCE_LIMIT, {
    error: `expected at most ${SENTENCE_LIMIT} sentences`,
  });

/** What a change says to readers; waits in `blog/_pending/`, then stands in an update. */
export const changeNoteSchema = z
  .strictObject({
    kind: z.enum(CHANGE_KINDS).describe('What happened.'),
    significance: z.enum(['major', 'minor']).describe('Major where readers must be told.'),
    pages: z.array(z.string().min(1)).min(1).describe('The ids of the pages it is about.'),
    note: noteSchema.describe('One to three plain sentences to readers: what changed.'),
    why: z.string().min(10).optional().describe('Why it changed.'),
    who_is_affected: z.string().min(3).optional().describe('Which readers it matters to.'),
    what_to_do: z.string().min(3).optional().describe('What they should do about it.'),
    corrects: z
      .string()
      .regex(/^[a-z0-9.-]+(#[1-9]\d*)?$/, {error: 'expected the slug of an update, `2026-11-24` or `2026-11-24#2`'})
      .optional()
      .describe('The update, or its nth change, that this puts right.'),
    editions: z.array(z.string().min(1)).optional().describe('The editions it is an erratum to.'),
    answers: z.array(z.int().positive()).optional().describe('The numbers of the feedback it answers.'),
  })
  .refine((change) => change.kind !== 'correction' || change.significance === 'major', {
    path: ['significance'],
    error: 'holds `minor`, expected `major`: readers are always told of a correction',
  })
  .refine((change) => change.kind !== 'correction' || change.corrects !== undefined || change.editions !== undefined, {
    path: ['corrects'],
    error: 'expected the slug of the update that this puts right, `2026-11-24` or `2026-11-24#2`',
  });

export type ChangeNote = z.infer<typeof changeNoteSchema>;
