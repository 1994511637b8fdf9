import type {z} from 'zod';

type Schema = z.core.$ZodType;

/** Unwraps defaults, transforms and optional schemas. */
export type SchemaForm =
  | {type: 'text'}
  | {type: 'number'}
  | {type: 'boolean'}
  | {type: 'term'; terms: readonly string[]}
  | {type: 'list'; element: Schema}
  | {type: 'record'; value: Schema}
  | {type: 'object'; shape: Readonly<Record<string, Schema>>}
  /** One of several objects, distinguished by the value of `key`. */
  | {type: 'choice'; key: string; options: readonly Schema[]};

interface Definition {
  type: string;
  innerType?: Schema;
  in?: Schema;
  entries?: Readonly<Record<string, string>>;
  values?: readonly unknown[];
  element?: Schema;
  valueType?: Schema;
  shape?: Readonly<Record<string, Schema>>;
  discriminator?: string;
  options?: readonly Schema[];
}

/** The shape of a schema, so that forms and checks use the same source. */
export function formOf(schema: Schema): SchemaForm {
  const {type, innerType, in: before, ...def} = schema._zod.def as Definition;
  const inner = innerType ?? before;
  if (inner) return formOf(inner);
  if (def.element) return {type: 'list', element: def.element};
  if (def.valueType) return {type: 'record', value: def.valueType};
  if (def.shape) return {type: 'object', shape: def.shape};
  if (def.entries) return {type: 'term', terms: Object.values(def.entries)};
  if (type === 'literal') return {type: 'term', terms: (def.values ?? []).map(String)};
  if (def.options) return {type: 'choice', key: def.discriminator ?? '', options: def.options};
  if (type === 'number' || type === 'boolean') return {type};
  return {type: 'text'};
}

/** Whether a value is required. An optional schema accepts `undefined`. */
export function isRequired(schema: Schema): boolean {
  return !(schema as z.ZodType).safeParse(undefined).success;
}

export function descriptionOf(schema: Schema): string {
  const {innerType} = schema._zod.def as Definition;
  return (schema as z.ZodType).description ?? (innerType ? descriptionOf(innerType) : '');
}

/** What limits the text of a schema, or its kind of text or number, below its defaults and optional wrappers. */
export function limitsOf(schema: Schema): {maxLength?: number | null; format?: string | null} {
  const {innerType} = schema._zod.def as Definition;
  return innerType ? limitsOf(innerType) : (schema as z.ZodString);
}

/** The most characters of a text, as a sentence for authors; empty where there is no limit. */
export function limitSentence(schema: Schema): string {
  const {maxLength} = limitsOf(schema);
  return maxLength ? `At most ${maxLength} characters.` : '';
}

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

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const form = formOf(schema);
  if (form.type === 'list') return shapeOf(form.element);
  return form.type === 'object' ? form.shape : {};
}
