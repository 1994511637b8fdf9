import type {z} from 'zod';
import type {SourceDocument} from '../source-document.ts';

/** Data that breaks the schema of its file, for a rule to put into words. */
export interface InvalidData {
  document: Pick<SourceDocument, 'path' | 'placeOf'>;
  schema: z.ZodType;
  issues: readonly z.core.$ZodIssue[];
}

export interface Checked<T> {
  data?: T;
  invalid?: InvalidData;
}

export function checkFrontMatter<T>(document: SourceDocument, schema: z.ZodType<T>): Checked<T> {
  const result = schema.safeParse(document.frontMatter, {reportInput: true});
  return result.success ? {data: result.data} : {invalid: {document, schema, issues: result.error.issues}};
}
