import {z} from 'zod';
import {lowercaseFirst} from '../../format/text.ts';
import {fileNameOf} from '../pages/file-name.ts';

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {error: 'expected lower-case words joined by hyphens, `small-firms`'});

const termSchema = z.strictObject({
  id: idSchema.describe('What you write in front matter. It never changes.'),
  label: z.string().min(1).describe('What readers see.'),
  also: z
    .array(z.string().min(2))
    .optional()
    .describe(
      'Other words by which readers look for it, such as the towns in a region. Search then finds its list, and its case studies.',
    ),
  tile: z.unknown().optional().describe('Has no effect: earlier versions had a map of case studies. Delete it.'),
  drawing: z
    .string()
    .regex(/^M[\d\s.,MLHVCSQTAZ-]+$/i, {error: 'expected the `d` of an SVG path, `M6 24h36`'})
    .optional()
    .describe('A drawing in lines, as the `d` of an SVG path on 48 by 48 units.'),
});

export const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, {error: 'expected lower-case words joined by underscores, `first_opened`'});

export const vocabularySchema = z.strictObject({
  label: z.string().min(2).describe('What readers see above a list of its terms, such as `Seasons`.'),
  singular: z.string().min(2).describe('The same for one term, such as `Season`.'),
  description: z
    .string()
    .min(10)
    .optional()
    .describe('What the terms say about a page, in one sentence for contributors: `The seasons it is about.`'),
  guidance: z
    .boolean()
    .default(true)
    .describe(
      'Whether guidance pages have the key too. Readers can then follow updates on each term. `false` for facts that only case studies have, such as their region.',
    ),
  required: z.boolean().default(false).describe('Whether each case study must have at least one term.'),
  address: idSchema
    .optional()
    .describe(
      'The word in addresses, as in `/case-studies/season/winter/`: the singular, unless you set another. It never changes.',
    ),
  terms: z.array(termSchema).min(1).describe('Its terms, in the order in which readers see them.'),
});

/** A term of a vocabulary, with its guidance page if there is one. */
export type Term = z.output<typeof termSchema> & {page?: string | undefined};

export interface Vocabulary extends Omit<z.output<typeof vocabularySchema>, 'terms'> {
  key: string;
  description: string;
  address: string;
  terms: Term[];
}

type VocabularySettings = z.output<typeof vocabularySchema>;

/** The vocabularies with everything that follows from their settings, and the guidance page of each term. */
export function resolveVocabularies(
  settings: Readonly<Record<string, VocabularySettings>> | Vocabulary[],
  pages: Readonly<Record<string, string | undefined>> = {},
): Vocabulary[] {
  const listed = Array.isArray(settings)
    ? settings
    : Object.entries(settings).map(([key, vocabulary]) => ({key, ...vocabulary}));
  return listed.map(({terms, ...vocabulary}) => ({
    ...vocabulary,
    description: vocabulary.description ?? `The ${lowercaseFirst(vocabulary.label)} it is about.`,
    address: vocabulary.address ?? fileNameOf(vocabulary.singular),
    terms: terms.map(({page: _former, ...term}: Term) => ({
      ...term,
      ...(vocabulary.guidance && pages[term.id] !== undefined && {page: pages[term.id]}),
    })),
  }));
}

export interface WithVocabularies {
  /** In the order in which readers see them. */
  vocabularies: readonly Vocabulary[];
}

export function guidanceVocabularies({vocabularies}: WithVocabularies): Vocabulary[] {
  return vocabularies.filter(({guidance}) => guidance);
}

/** The terms that guidance pages can be about; no two have the same id. */
export function guidanceTerms(config: WithVocabularies): Term[] {
  return guidanceVocabularies(config).flatMap(({terms}) => terms);
}

export function termIdsIn(frontMatter: object, {key}: Pick<Vocabulary, 'key'>): readonly string[] {
  return (frontMatter as Readonly<Record<string, readonly string[] | undefined>>)[key] ?? [];
}

/** The ids of all terms that front matter names, by the key of their vocabulary. */
export function termsIn(frontMatter: object, vocabularies: readonly Vocabulary[]): Record<string, string[]> {
  return Object.fromEntries(
    vocabularies.map((vocabulary) => [vocabulary.key, [...termIdsIn(frontMatter, vocabulary)]]),
  );
}
