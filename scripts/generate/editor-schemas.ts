import {z} from 'zod';
import type {DocumentKind} from '../../src/model/pages/page-id.ts';
import {chartSchema} from '../../src/model/schemas/chart-schema.ts';
import {NAVIGATION_FILE, navigationSchema} from '../../src/model/schemas/navigation-schema.ts';
import {addressRecordSchema} from '../../src/model/schemas/records/address-record-schema.ts';
import {editionSchema} from '../../src/model/schemas/records/edition-schema.ts';
import {reviewSchema} from '../../src/model/schemas/records/review-schema.ts';
import {updateRecordSchema} from '../../src/model/schemas/records/update-record-schema.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';

/** A JSON schema for one kind of JSON file, for use in code editors, which read no front matter of Markdown. */
export interface EditorSchema {
  /** The kind of file, which is also the name of the schema. */
  name: EditedKind;
  /** Globs of its files, from the toolkit's root. */
  files: readonly string[];
  schema(toolkit: ToolkitConfig): z.ZodType;
}

/** Editions are frozen, so their charts need no help with editing. */
type EditedKind = Extract<
  DocumentKind,
  'chart' | 'review' | 'edition' | 'update-record' | 'navigation' | 'address-record'
>;

const KINDS: Readonly<Record<EditedKind, Omit<EditorSchema, 'name'>>> = {
  chart: {files: ['docs/reference/data/*.json'], schema: () => chartSchema},
  review: {files: ['ledgers/reviews/**/*.json'], schema: reviewSchema},
  edition: {files: ['ledgers/editions/*.json'], schema: () => editionSchema},
  'update-record': {files: ['ledgers/updates/*.json'], schema: () => updateRecordSchema},
  navigation: {files: [NAVIGATION_FILE], schema: navigationSchema},
  'address-record': {files: ['ledgers/addresses/**/*.json'], schema: () => addressRecordSchema},
};

/** Every kind of file that people edit, with its schema. */
export const EDITOR_SCHEMAS: readonly EditorSchema[] = Object.entries(KINDS).map(([name, entry]) => ({
  name: name as EditedKind,
  ...entry,
}));

/** Converts a schema to JSON Schema draft 7, the newest that VS Code supports in full. */
export function toJsonSchema({schema}: EditorSchema, toolkit: ToolkitConfig): object {
  return z.toJSONSchema(schema(toolkit), {target: 'draft-7', io: 'input'});
}
