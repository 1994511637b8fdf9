import type {z} from 'zod';
import {descriptionOf, formOf, limitSentence, limitsOf} from '../../model/schemas/inspect-schema.ts';
import {PROPOSAL_FIELDS} from '../issue-forms/proposal-fields.ts';
import {labelOf} from '../issue-forms/schema-words.ts';

type Schema = z.core.$ZodType;

/** A field of a form, as Decap CMS and Sveltia CMS describe it: https://decapcms.org/docs/widgets/ */
export interface EditorField {
  name: string;
  label: string;
  widget: 'string' | 'text' | 'number' | 'boolean' | 'datetime' | 'select' | 'list' | 'object' | 'hidden';
  required: boolean;
  hint?: string;
  fields?: EditorField[];
  field?: EditorField;
  default?: unknown;
  /** The settings of one kind of widget, such as the options of a `select`. */
  [setting: string]: unknown;
}

/** What a form needs to know besides a schema. */
export interface FormWords {
  /** Labels of keys; other keys are their own label. */
  labels: Readonly<Record<string, string>>;
  /** Labels of the values of a key; other values are their own label. */
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Keys whose text has sentences; the form for proposals knows the others. */
const LONG_TEXTS = ['cost', 'note', 'why', 'who_is_affected', 'what_to_do'];

/** Hints where the words for files or for the form on GitHub do not fit a field. */
const HINTS: Readonly<Record<string, string>> = {
  outcomes: 'The results, in figures from a source. A count of people is not yet a change in their lives.',
  partners: 'Organisations that took part, one in each line. Do not name people.',
  period: 'When it ran. Leave it empty if no source says.',
  sources:
    'The publications that the page is based on: at least one. Readers see that a case study from this form is based on public documents only; an organisation agrees by the form on GitHub.',
};

/** A field for each key of an object. Only the title is required, so that drafts can be saved; the check asks for the rest. */
export function editorFields(shape: Readonly<Record<string, Schema>>, words: FormWords): EditorField[] {
  return Object.entries(shape).map(([key, schema]) => fieldOf(key, schema, words));
}

function fieldOf(key: string, schema: Schema, words: FormWords): EditorField {
  const proposed = PROPOSAL_FIELDS[key as keyof typeof PROPOSAL_FIELDS];
  const hint = HINTS[key] ?? [descriptionOf(schema), proposed?.help, limitSentence(schema)].filter(Boolean).join(' ');
  const label = words.labels[key] ?? labelOf(key);
  const base = {name: key, label, required: key === 'title', ...(hint && {hint})};
  const options = (terms: readonly string[]) =>
    terms.map((value) => ({label: words.choices[key]?.[value] ?? labelOf(value.replaceAll('-', ' ')), value}));
  const form = formOf(schema);
  switch (form.type) {
    case 'number':
      return {...base, widget: 'number', value_type: limitsOf(schema).format === 'safeint' ? 'int' : 'float'};
    case 'boolean':
      return {...base, widget: 'boolean'};
    case 'term':
      return {...base, widget: 'select', options: options(form.terms)};
    case 'object':
      return {...base, widget: 'object', collapsed: false, fields: within(form.shape, words)};
    case 'list': {
      const element = formOf(form.element);
      if (element.type === 'term') return {...base, widget: 'select', multiple: true, options: options(element.terms)};
      if (element.type !== 'object') {
        return {
          ...base,
          widget: 'list',
          collapsed: false,
          field: {...fieldOf(key, form.element, words), label: 'Entry'},
        };
      }
      const [first = ''] = Object.keys(element.shape);
      const summary = `{{fields.${first}}}`;
      return {...base, widget: 'list', collapsed: true, summary, fields: within(element.shape, words)};
    }
    default: {
      if (limitsOf(schema).format === 'date') {
        const day = {format: 'YYYY-MM-DD', date_format: 'DD/MM/YYYY', time_format: false, default: ''};
        return {...base, widget: 'datetime', ...day};
      }
      return {...base, widget: proposed?.type === 'textarea' || LONG_TEXTS.includes(key) ? 'text' : 'string'};
    }
  }
}

/** The fields of a part of the form. A part may be left out, whatever it needs. */
function within(shape: Readonly<Record<string, Schema>>, words: FormWords): EditorField[] {
  return editorFields(shape, words).map((field) => ({...field, required: false}));
}
