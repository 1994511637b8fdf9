import type {z} from 'zod';
import {descriptionOf, formOf, isRequired, limitSentence, limitsOf} from '../../model/schemas/inspect-schema.ts';
import {PROPOSAL_FIELDS} from '../issue-forms/proposal-fields.ts';
import {labelOf} from '../issue-forms/schema-words.ts';

type Schema = z.core.$ZodType;

/** A field of a form, as Decap CMS describes it: https://decapcms.org/docs/widgets/ */
export interface EditorField {
  name: string;
  label: string;
  widget: 'string' | 'text' | 'prose' | 'number' | 'boolean' | 'datetime' | 'select' | 'list' | 'object' | 'changes';
  required: boolean;
  hint?: string;
  pattern?: [pattern: string, message: string];
  options?: {label: string; value: string}[];
  multiple?: boolean;
  value_type?: 'int' | 'float';
  /** Days without a time, as front matter has them. */
  format?: string;
  date_format?: string;
  time_format?: false;
  collapsed?: boolean;
  summary?: string;
  label_singular?: string;
  /** The fewest entries of a list. */
  min?: number;
  fields?: EditorField[];
  field?: EditorField;
  default?: unknown;
}

/** What a form needs to know besides a schema. */
export interface FormWords {
  /** Labels of keys; other keys are their own label. */
  labels?: Readonly<Record<string, string>>;
  /** Labels of the values of a key; other values are their own label. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Keys that a form leaves out. */
  leaveOut?: readonly string[];
}

/** Keys whose text has sentences; the form for proposals knows the others. */
const LONG_TEXTS = ['cost', 'note', 'why', 'who_is_affected', 'what_to_do'];

/** Labels of keys within lists, where their names are too short for people. */
const INNER_LABELS: Readonly<Record<string, string>> = {
  url: 'Web address',
  what: 'What it counts',
  from: 'From',
  to: 'To',
};

/** Hints where the words for files or for the form on GitHub do not fit a field. */
const HINTS: Readonly<Record<string, string>> = {
  approximate: 'Switch it on if the source gives only a rough year.',
  outcomes: 'The results, in figures from a source. A count of people is not yet a change in their lives.',
  partners: 'Organisations that took part, one in each line. Do not name people.',
  period: 'When it ran. Leave it empty if no source says.',
  review_every: 'How often you review the page against its sources: 12 months or 2 years.',
  sources:
    'The publications that the page is based on: at least one. Readers see that a case study from this form is based on public documents only; an organisation agrees by the form on GitHub.',
};

/** The fields of an object, one for each key of its schema, with its description as the hint. */
export function editorFields({shape}: z.ZodObject, words: FormWords): EditorField[] {
  return Object.entries(shape)
    .filter(([key]) => !words.leaveOut?.includes(key))
    .map(([key, schema]) => fieldOf(key, schema, words, true));
}

function fieldOf(key: string, schema: Schema, words: FormWords, isOuter: boolean): EditorField {
  const known = isOuter ? PROPOSAL_FIELDS[key as keyof typeof PROPOSAL_FIELDS] : undefined;
  const hint = HINTS[key] ?? [descriptionOf(schema), known?.help, limitSentence(schema)].filter(Boolean).join(' ');
  const base = {
    name: key,
    label: words.labels?.[key] ?? labelOf(key),
    required: isRequired(schema),
    ...(hint && {hint}),
  };
  const form = formOf(schema);
  switch (form.type) {
    case 'number':
      return {...base, widget: 'number', value_type: limitsOf(schema).format === 'safeint' ? 'int' : 'float'};
    case 'boolean':
      return {...base, widget: 'boolean', required: false};
    case 'term':
      return {...base, widget: 'select', options: optionsOf(key, form.terms, words)};
    case 'object':
      return {...base, widget: 'object', collapsed: false, fields: fieldsWithin(base, form.shape, words)};
    case 'list': {
      const element = formOf(form.element);
      if (element.type === 'term') {
        return {...base, widget: 'select', multiple: true, options: optionsOf(key, element.terms, words)};
      }
      if (element.type === 'object') {
        const [first = ''] = Object.keys(element.shape);
        const summary = `{{fields.${first}}}`;
        const least = base.required ? {min: 1} : {};
        return {...base, ...least, widget: 'list', collapsed: true, summary, fields: inner(element.shape, words)};
      }
      return {...base, widget: 'list', collapsed: false, field: fieldOf(key, form.element, words, false)};
    }
    default: {
      if (limitsOf(schema).format === 'date') {
        const day = {format: 'YYYY-MM-DD', date_format: 'DD/MM/YYYY', time_format: false} as const;
        return {...base, widget: 'datetime', ...day, default: ''};
      }
      const isLong = known?.type === 'textarea' || LONG_TEXTS.includes(key);
      return {...base, widget: isOuter && isLong ? 'text' : 'string'};
    }
  }
}

/** Decap asks for the keys of an object even if the object is left out. */
function fieldsWithin(
  {required}: {required: boolean},
  shape: Parameters<typeof inner>[0],
  words: FormWords,
): EditorField[] {
  return inner(shape, words).map((field) => (required ? field : optional(field)));
}

function optional(field: EditorField): EditorField {
  return {...field, required: false, ...(field.widget === 'object' && {fields: field.fields?.map(optional) ?? []})};
}

function inner(shape: Readonly<Record<string, Schema>>, words: FormWords): EditorField[] {
  return Object.entries(shape).map(([key, schema]) =>
    fieldOf(key, schema, {choices: words.choices ?? {}, labels: INNER_LABELS}, false),
  );
}

function optionsOf(key: string, values: readonly string[], {choices}: FormWords): {label: string; value: string}[] {
  return values.map((value) => ({label: choices?.[key]?.[value] ?? labelOf(value.replaceAll('-', ' ')), value}));
}
