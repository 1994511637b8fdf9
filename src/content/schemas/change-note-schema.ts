import {z} from 'zod';
import {UNWRITTEN_MARK} from '../pages/page-kinds.ts';
import {daySchema} from './day-schema.ts';

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

/** Matches the end of a sentence, to count sentences. Abbreviations may count as ends. */
const SENTENCE_END_RE = /[.!?](?=\s|$)/g;

/** Markdown that a note might contain by mistake: emphasis, code, links, headings, lists, tags. */
const MARKDOWN_RE = /[*`]|\]\(|^\s*(#|-|\d+\.)\s|<\/?[a-z]/im;

const noteSchema = z
  .string()
  .min(20, {error: 'expected at least 20 characters'})
  .refine((note) => !note.includes(UNWRITTEN_MARK), {
    error: `still has \`${UNWRITTEN_MARK}\`, expected your own sentence`,
  })
  .refine((note) => !MARKDOWN_RE.test(note), {
    error: 'holds formatting such as a link or a list, expected plain sentences',
  })
  .refine((note) => (note.match(SENTENCE_END_RE)?.length ?? 0) <= SENTENCE_LIMIT, {
    error: `expected at most ${SENTENCE_LIMIT} sentences`,
  });

const shape = {
  kind: z
    .enum(CHANGE_KINDS)
    .describe('What happened; a wrong statement needs a `correction`, whether or not an update said it.'),
  significance: z
    .enum(['major', 'minor'])
    .describe('Use `major` if a reader who relied on the page would act differently, otherwise `minor`.'),
  pages: z.array(z.string().min(1)).describe('The ids of the pages that changed; none for a label, or the navigation.'),
  note: noteSchema.describe('One to three plain sentences that tell readers what changed.'),
  why: z.string().min(10).optional().describe('Why it changed.'),
  who_is_affected: z.string().min(3).optional().describe('Which readers it affects.'),
  what_to_do: z.string().min(3).optional().describe('What these readers should do.'),
  corrects: z
    .string()
    .regex(/^[a-z0-9.-]+(#[1-9]\d*)?$/, {error: 'expected the slug of an update, `2026-11-24` or `2026-11-24#2`'})
    .optional()
    .describe('The update that this corrects, or the number of a change in it.'),
  editions: z.array(z.string().min(1)).optional().describe('The editions for which this is an erratum.'),
  answers: z.array(z.int().positive()).optional().describe('The numbers of the feedback that this answers.'),
  covers: z
    .array(z.string().min(3))
    .optional()
    .describe('Changes that `note` describes without their figure, date or heading, as `npm run check` names them.'),
  not_told: z
    .array(
      z.strictObject({
        change: z.string().min(3).describe('The change, as `npm run check` names it.'),
        why: z.string().min(10).describe('Why readers need not know, in one line.'),
      }),
    )
    .optional()
    .describe('Changes that readers need not know about.'),
  not_before: daySchema
    .optional()
    .describe('The first day on which it may be published, `2026-12-03`. Until then, all waiting notes wait with it.'),
};

type Correctable = {kind?: string | undefined; significance: string} & Partial<
  Record<'corrects' | 'editions', unknown>
>;

/** Corrections are for readers to know, whether or not an update or an edition had the mistake; a note in a page that names one is one. */
function withCorrections<T extends z.ZodType<Correctable>>(schema: T): T {
  const isCorrection = ({kind, corrects, editions}: Correctable) =>
    kind === 'correction' || (kind === undefined && (corrects ?? editions) !== undefined);
  return schema.refine((change) => !isCorrection(change) || change.significance === 'major', {
    path: ['significance'],
    error: 'holds `minor`, expected `major`, because readers need to know of a correction',
  });
}

/** A note to readers about a change: it waits in a file of `blog/_pending/`, then becomes part of an update. */
export const changeNoteSchema = withCorrections(z.strictObject(shape));

export type ChangeNote = z.infer<typeof changeNoteSchema>;

const {pages: _pages, ...ofPage} = shape;

/** No reader would read more about one page, and each is compared with every change of it. */
const MAX_NOTES = 40;

/** The notes that wait in the front matter of the page that they are about, under `changes`. */
export const pageNotesSchema = z.strictObject({
  changes: z
    .array(withCorrections(z.strictObject({...ofPage, kind: shape.kind.optional()})))
    .min(1)
    .max(MAX_NOTES)
    .describe('What changed since the last update, for readers. Publishing moves it into the update.'),
});

/** A note in a page; its kind follows from the change where it is left out. */
export type PageNote = z.infer<typeof pageNotesSchema>['changes'][number];
