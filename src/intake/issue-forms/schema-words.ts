import type {z} from 'zod';

type Schema = z.core.$ZodType;

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
    description: [(value as z.ZodType).description, limitOf(value)].filter(Boolean).join(' '),
  }));
}

/** A key or the id of a value as readers see it: `self-reported` is `Self-reported`. */
export function labelOf(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ');
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const {def} = unwrap(schema)._zod as {def: {shape?: Record<string, Schema>; element?: Schema}};
  if (def.element) return shapeOf(def.element);
  return def.shape ?? {};
}

function limitOf(schema: Schema): string | undefined {
  const {maxLength} = unwrap(schema) as {maxLength?: number | null};
  return maxLength ? `At most ${maxLength} characters.` : undefined;
}

function unwrap(schema: Schema): Schema {
  const {innerType} = schema._zod.def as {innerType?: Schema};
  return innerType ? unwrap(innerType) : schema;
}
