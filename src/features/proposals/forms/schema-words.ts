import type {z} from 'zod';
import {formOf, limitSentence} from '../../../content/schemas/inspect-schema.ts';

/** How a schema describes one key to authors. */
export interface KeyWords {
  key: string;
  /** The key as a label: `review_every` is `Review every`. */
  label: string;
  /** The key's own sentence, and the most characters it may have where there is a limit. */
  description: string;
}

/** The keys of an object, or of the objects in a list, each with what its schema says of it. */
export function wordsOfKeys(schema: z.ZodType): KeyWords[] {
  return Object.entries(shapeOf(schema)).map(([key, value]) => ({
    key,
    label: labelOf(key),
    description: [(value as z.ZodType).description, limitSentence(value)].filter(Boolean).join(' '),
  }));
}

/** A key or the id of a value as readers see it: `self-reported` is `Self-reported`. */
export function labelOf(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ');
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const form = formOf(schema);
  if (form.type === 'list') return shapeOf(form.element);
  return form.type === 'object' ? form.shape : {};
}
