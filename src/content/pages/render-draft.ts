import type {z} from 'zod';
import {asClause} from '../../format/text.ts';
import {renderKey} from '../markdown/edit/edit-front-matter.ts';
import {descriptionOf, formOf, isRequired} from '../schemas/inspect-schema.ts';
import {EDITORIAL_KEYS, LAYOUT_KEYS} from '../schemas/page-schema.ts';
import {type DraftSection, unwrittenText} from './page-kinds.ts';

type Schema = z.core.$ZodType;

interface Draft {
  schema: z.ZodObject;
  data: Readonly<Record<string, unknown>>;
  sections: readonly DraftSection[];
  /** The known keys that the author must check, because their values are only proposed. */
  proposed?: readonly string[];
  /** Whether the check should find every key that is still missing, and no text in its place. */
  isProposal?: boolean;
}

const OMITTED = [...EDITORIAL_KEYS, ...LAYOUT_KEYS, 'key_figures'];

/**
 * A new page: the keys that have a value, those that it needs with a text to replace, the others as comments, and the
 * sections to write.
 */
export function renderDraft({schema, data, sections, proposed = [], isProposal = false}: Draft): string {
  const entries = Object.entries(schema.shape);
  const empty = entries.filter(([key]) => data[key] === undefined && !OMITTED.includes(key));
  const isShown = ([, value]: [string, Schema]) => !isProposal && isRequired(value);
  const others = empty.filter((entry) => !isShown(entry)).flatMap(([key, value]) => draftKey(key, value));
  return [
    '---',
    ...entries
      .filter(([key]) => data[key] !== undefined)
      .flatMap(([key, value]) => [
        ...(proposed.includes(key) ? [`# ${descriptionOf(value)}`] : []),
        renderKey(key, data[key]).trimEnd(),
      ]),
    ...empty.filter(isShown).flatMap(([key, value]) => draftKey(key, value)),
    ...(others.length > 0 ? ['# Optional: remove `# ` from the start of a line to fill it in.'] : []),
    ...others.map((line) => `# ${line}`),
    '---',
    '',
    sections.map(({title, words}) => (title ? `## ${title}\n\n${words}` : words)).join('\n\n'),
    '',
  ].join('\n');
}

/** A key to fill in, with its sentence, and the keys below it; of those further below only the ones that it needs. */
function draftKey(key: string, schema: Schema, depth = 0): string[] {
  const form = formOf(schema);
  const isList = form.type === 'list';
  const element = isList ? formOf(form.element) : form;
  const below = element.type === 'object' ? Object.entries(element.shape) : [];
  const help = descriptionOf(schema);
  if (form.type === 'text' && isRequired(schema)) return [`${key}: ${JSON.stringify(unwrittenText(asClause(help)))}`];
  const [first, others] = isList ? ['  - ', '    '] : ['  ', '  '];
  const terms = element.type === 'term' ? [`${isList ? 'Any' : 'One'} of ${element.terms.join(', ')}.`] : [];
  const comment = [help, ...terms].filter(Boolean).join(' ');
  return [
    `${key}:${isList && below.length === 0 ? ' []' : ''}${comment ? ` # ${comment}` : ''}`,
    ...below
      .filter(([, value]) => depth === 0 || isRequired(value))
      .flatMap(([name, value]) => draftKey(name, value, depth + 1))
      .map((line, index) => `${index === 0 ? first : others}${line}`),
  ];
}
