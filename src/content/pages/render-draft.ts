import type {z} from 'zod';
import {renderKey} from '../markdown/edit/edit-front-matter.ts';
import {descriptionOf, formOf, isRequired} from '../schemas/inspect-schema.ts';
import {LAYOUT_KEYS} from '../schemas/page-schema.ts';
import type {DraftSection} from './page-kinds.ts';

type Schema = z.core.$ZodType;

interface Draft {
  schema: z.ZodObject;
  data: Readonly<Record<string, unknown>>;
  sections: readonly DraftSection[];
  /** The known keys that the author must check, because their values are only proposed. */
  proposed?: readonly string[];
}

/** Keys that a new page hardly needs. */
const OMITTED = ['reviewed', ...LAYOUT_KEYS];

/** A new page: the keys that are known, the others as comments that say what belongs there, and the sections to write. */
export function renderDraft({schema, data, sections, proposed = []}: Draft): string {
  const filled = Object.entries(schema.shape).filter(([key]) => data[key] !== undefined);
  const empty = Object.entries(schema.shape).filter(([key]) => data[key] === undefined && !OMITTED.includes(key));
  return [
    '---',
    ...filled.flatMap(([key, value]) => [
      ...(proposed.includes(key) ? [`# ${descriptionOf(value)}`] : []),
      renderKey(key, data[key]).trimEnd(),
    ]),
    '# To fill in a key, remove the first two characters of its line. Remove the keys that no source supports.',
    ...empty.flatMap(([key, value]) => draftKey(key, value)).map((line) => `# ${line}`),
    '---',
    '',
    sections.map(({title, words}) => (title ? `## ${title}\n\n${words}` : words)).join('\n\n'),
    '',
  ].join('\n');
}

/** A key to fill in, with its sentence, and the keys below it. */
function draftKey(key: string, schema: Schema): string[] {
  const form = formOf(schema);
  const isList = form.type === 'list';
  const element = isList ? formOf(form.element) : form;
  const below = element.type === 'object' ? Object.entries(element.shape) : [];
  const [first, others] = isList ? ['  - ', '    '] : ['  ', '  '];
  const comment = [
    ...(isRequired(schema) ? ['Required.'] : []),
    descriptionOf(schema),
    ...(element.type === 'term' ? [`${isList ? 'Any' : 'One'} of ${element.terms.join(', ')}.`] : []),
  ].join(' ');
  return [
    `${key}:${isList && below.length === 0 ? ' []' : ''}${comment ? ` # ${comment}` : ''}`,
    ...below
      .flatMap(([name, value]) => draftKey(name, value))
      .map((line, index) => `${index === 0 ? first : others}${line}`),
  ];
}
