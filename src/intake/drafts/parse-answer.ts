import type {z} from 'zod';
import {formOf, isRequired} from '../../model/schemas/inspect-schema.ts';

type Schema = z.core.$ZodType;

/**
 * An answer in one text as the value its schema wants, which still has to be checked: a list of terms is parted by
 * commas, a list of entries stands one on each line, and the keys of an entry are parted by semicolons.
 */
export function parseAnswer(schema: Schema, text: string): unknown {
  const form = formOf(schema);
  switch (form.type) {
    case 'list':
      return partsOf(text, formOf(form.element).type === 'object' ? /\n/ : /[,\n]/).map((part) =>
        parseAnswer(form.element, part),
      );
    case 'object':
      return parseEntry(form.shape, text);
    case 'choice': {
      const [first = ''] = text.split(';');
      const chosen = form.options.map(formOf).find((option) => wordOf(option, form.key) === first.trim());
      return chosen?.type === 'object' ? parseEntry(chosen.shape, text) : {[form.key]: first.trim()};
    }
    case 'number':
      return /^\d+$/.test(text.trim()) ? Number(text) : text;
    case 'boolean':
      return text.trim() === 'true' ? true : text;
    default:
      return text.trim();
  }
}

function parseEntry(shape: Readonly<Record<string, Schema>>, text: string): Record<string, unknown> {
  const parts = text.split(';').map((part) => part.trim());
  const all = Object.entries(shape);
  const keys = parts.length < all.length ? all.filter(([, schema]) => isRequired(schema)) : all;
  return Object.fromEntries(
    keys.flatMap(([key, schema], index) => {
      // What holds semicolons itself can only be the last part, an address.
      const part = index === keys.length - 1 ? parts.slice(index).join(';') : parts[index];
      return part ? [[key, parseAnswer(schema, part)]] : [];
    }),
  );
}

function wordOf(form: ReturnType<typeof formOf>, key: string): string | undefined {
  const schema = form.type === 'object' ? form.shape[key] : undefined;
  const word = schema && formOf(schema);
  return word?.type === 'term' ? word.terms[0] : undefined;
}

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
