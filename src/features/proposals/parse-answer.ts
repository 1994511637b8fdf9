import type {z} from 'zod';
import {formOf, isRequired} from '../../content/schemas/inspect-schema.ts';

type Schema = z.core.$ZodType;

/**
 * Parses an answer into the value that its schema describes, without checking it. Commas separate terms, lines separate
 * entries, and semicolons separate the keys of an entry.
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
      // Only the last part, an address, may contain semicolons.
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
