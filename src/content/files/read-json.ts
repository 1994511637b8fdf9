import type {z} from 'zod';

/** What a JSON file holds; `undefined` if it is broken or breaks its schema, for example by a conflict that was committed. */
export function readJson<Data>(text: string, schema: z.ZodType<Data>): Data | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
