import type {z} from 'zod';

type Schema = z.core.$ZodType;

/** What a schema holds once defaults, transforms and "may be left out" are taken away. */
export type SchemaForm =
  | {type: 'text'}
  | {type: 'number'}
  | {type: 'boolean'}
  /** One of these words. */
  | {type: 'term'; terms: readonly string[]}
  | {type: 'list'; element: Schema}
  | {type: 'object'; shape: Readonly<Record<string, Schema>>}
  /** One of several objects, told apart by the word under `key`. */
  | {type: 'choice'; key: string; options: readonly Schema[]};

interface Definition {
  type: string;
  innerType?: Schema;
  in?: Schema;
  entries?: Readonly<Record<string, string>>;
  values?: readonly unknown[];
  element?: Schema;
  shape?: Readonly<Record<string, Schema>>;
  discriminator?: string;
  options?: readonly Schema[];
}

/** The form of a schema, so that what asks for a value cannot drift from what checks it. */
export function formOf(schema: Schema): SchemaForm {
  const {type, innerType, in: before, ...def} = schema._zod.def as Definition;
  const inner = innerType ?? before;
  if (inner) return formOf(inner);
  if (def.element) return {type: 'list', element: def.element};
  if (def.shape) return {type: 'object', shape: def.shape};
  if (def.entries) return {type: 'term', terms: Object.values(def.entries)};
  if (type === 'literal') return {type: 'term', terms: (def.values ?? []).map(String)};
  if (def.options) return {type: 'choice', key: def.discriminator ?? '', options: def.options};
  if (type === 'number' || type === 'boolean') return {type};
  return {type: 'text'};
}

/** Whether a value must be given: one that may be left out accepts nothing at all. */
export function isRequired(schema: Schema): boolean {
  return !(schema as z.ZodType).safeParse(undefined).success;
}

/** The author's sentence on a key. */
export function descriptionOf(schema: Schema): string {
  return (schema as z.ZodType).description ?? '';
}
