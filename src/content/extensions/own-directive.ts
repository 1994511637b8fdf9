import type {ElementContent} from 'hast';
import {z} from 'zod';
import {objectSchema} from '../schemas/collection-schema.ts';
import {formOf} from '../schemas/inspect-schema.ts';

const TAKEN_NAMES = ['chart', 'details', 'diagram', 'kept-data', 'upkeep'];

/** A block that pages can show: `::name{...}`, or `:::name{...}` around text. */
const ownDirectiveSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {error: 'expected lower-case words joined by hyphens, `river-level`'})
    .refine((name) => !TAKEN_NAMES.includes(name), {error: 'expected another name, because the engine uses this one'})
    .describe('Its name: authors write `::name{...}`.'),
  description: z.string().min(10).describe('What it shows, in one sentence for authors.'),
  has_text: z
    .boolean()
    .default(false)
    .describe('`true` if authors put text between `:::name{...}` and `:::`, `false` if it is one line.'),
  attributes: objectSchema.describe('What authors write in the braces, `z.object({...})`.'),
  render: z
    .custom<(attributes: never, children: ElementContent[]) => ElementContent | ElementContent[]>(
      (value) => typeof value === 'function',
      {error: 'expected a function that returns elements of hast'},
    )
    .describe('Returns the elements that readers see.'),
});

export type OwnDirective = z.output<typeof ownDirectiveSchema>;

/** A directive without its code, for workers, caches and pages. */
export type DirectiveData = Pick<OwnDirective, 'name' | 'description' | 'has_text'>;

export const ownDirectivesSchema = z
  .array(ownDirectiveSchema)
  .refine((all) => new Set(all.map(({name}) => name)).size === all.length, {
    error: 'holds two directives with the same name, expected different names',
  });

/** The schema of what authors write in the braces: another attribute is a mistake. */
export function attributesSchema({attributes}: OwnDirective): z.ZodObject {
  return attributes.strict();
}

/** Attributes as their schema expects them: in Markdown each is text, and one without a value is empty. */
export function attributeValues(
  {attributes}: OwnDirective,
  written: Readonly<Record<string, string | null | undefined>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(written).map(([key, text]) => {
      const schema = attributes.shape[key];
      const type = schema && formOf(schema).type;
      if (type === 'number' && text && Number.isFinite(Number(text))) return [key, Number(text)];
      if (type === 'boolean' && ['', 'true', 'false'].includes(text ?? '')) return [key, text !== 'false'];
      return [key, text ?? ''];
    }),
  );
}

const elementSchema = z.looseObject({type: z.enum(['element', 'text'])});

/**
 * The elements that a directive shows.
 *
 * @throws {Error} what its function throws, or that it returned something else.
 */
export function renderDirective(
  {render}: OwnDirective,
  attributes: Readonly<Record<string, unknown>>,
  children: ElementContent[],
): ElementContent[] {
  const elements = [render(attributes as never, children)].flat();
  if (!z.array(elementSchema).safeParse(elements).success) throw new Error('it returned something else than elements');
  return elements;
}
