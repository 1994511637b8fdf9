import {z} from 'zod';
import type {DocumentKind} from '../../content/pages/page-id.ts';
import {chartSchema} from '../../content/schemas/chart-schema.ts';
import {NAVIGATION_FILE, navigationSchema} from '../../content/schemas/navigation-schema.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';

/** A JSON schema for one kind of JSON file, for use in code editors, which read no front matter of Markdown. */
export interface EditorSchema {
  /** The kind of file, which is also the name of the schema. */
  name: EditedKind;
  /** Globs of its files, from the toolkit's root. */
  files: readonly string[];
  schema(toolkit: ToolkitConfig): z.ZodType;
}

/** Commands write the other JSON files: records of reviews, updates, editions and addresses. */
type EditedKind = Extract<DocumentKind, 'chart' | 'navigation'>;

const KINDS: Readonly<Record<EditedKind, Omit<EditorSchema, 'name'>>> = {
  chart: {files: ['docs/reference/data/*.json'], schema: () => chartSchema},
  navigation: {files: [NAVIGATION_FILE], schema: navigationSchema},
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
