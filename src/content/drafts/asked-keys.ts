import type {z} from 'zod';
import {wordsOfKeys} from '../issue-forms/schema-words.ts';
import type {SchemaForm} from '../schemas/inspect-schema.ts';
import {formOf, isRequired} from '../schemas/inspect-schema.ts';

/** What a draft takes without asking: nobody is asked for a consent here, so the words can only rest on the record. */
export const UNASKED: Readonly<Record<string, string>> = {consent: 'public-record'};

/** Keys that may be left out and that a draft takes all the same: by them readers find the page. */
const OFFERED: readonly string[] = ['priorities', 'approaches'];

/** The title is no option: it is what a draft is called. */
const TITLE = 'title';

/** A key that a draft needs or takes. */
export interface AskedKey {
  key: string;
  /** The option that gives it: `review_every` is `review-every`. */
  option: string;
  schema: z.core.$ZodType;
  form: SchemaForm;
  /** The author's sentence on it. */
  description: string;
  /** How its value is written in one text, where that is not plain: to stand in brackets. */
  writtenAs?: string;
  required: boolean;
}

/** The keys to ask for, in the order of the schema: all that it requires, and those by which readers find a page. */
export function askedKeys(schema: z.ZodObject): AskedKey[] {
  return wordsOfKeys(schema).flatMap(({key, description}) => {
    const value = schema.shape[key];
    if (!value || key === TITLE) return [];
    const required = isRequired(value);
    if (!required && !OFFERED.includes(key)) return [];
    const form = formOf(value);
    const writtenAs = howToWrite(form);
    return [{key, option: optionOf(key), schema: value, form, description, required, ...(writtenAs && {writtenAs})}];
  });
}

/** How `parseAnswer` wants a list to be written. */
function howToWrite(form: SchemaForm): string | undefined {
  if (form.type !== 'list') return undefined;
  const element = formOf(form.element);
  if (element.type !== 'object') return 'with commas between them';
  return `each on a line of its own, \`${Object.keys(element.shape).join('; ')}\``;
}

/** A key as an option, without the hyphens before it. */
export function optionOf(key: string): string {
  return key.replaceAll('_', '-');
}
