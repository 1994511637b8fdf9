import {z} from 'zod';
import type {DocumentKind} from '../../src/model/pages/page-id.ts';
import {caseStudySchema} from '../../src/model/schemas/case-study-schema.ts';
import {changeNoteSchema} from '../../src/model/schemas/change-note-schema.ts';
import {chartSchema} from '../../src/model/schemas/chart-schema.ts';
import {NAVIGATION_FILE, navigationSchema} from '../../src/model/schemas/navigation-schema.ts';
import {pageSchema} from '../../src/model/schemas/page-schema.ts';
import {addressRecordSchema} from '../../src/model/schemas/records/address-record-schema.ts';
import {editionSchema} from '../../src/model/schemas/records/edition-schema.ts';
import {reviewSchema} from '../../src/model/schemas/records/review-schema.ts';
import {updateRecordSchema} from '../../src/model/schemas/records/update-record-schema.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';
import {updateSchema} from '../../src/model/schemas/update-schema.ts';

/** A JSON schema for one kind of file, for use in code editors. */
export interface EditorSchema {
  /** The kind of file, which is also the name of the schema. */
  name: EditedKind;
  /** Globs of its files, from the toolkit's root. */
  files: readonly string[];
  /** Front matter is YAML in a Markdown file; a record is a JSON file. */
  language: 'front matter' | 'json';
  schema(toolkit: ToolkitConfig): z.ZodType;
}

/** Editions are frozen, so they need no help with editing. */
type EditedKind = Exclude<DocumentKind, 'edition-page' | 'edition-chart'>;

const KINDS: Readonly<Record<EditedKind, Omit<EditorSchema, 'name'>>> = {
  page: {
    files: ['docs/*.md', 'docs/!(case-studies)/**/*.md', 'handbook/**/*.md'],
    language: 'front matter',
    schema: pageSchema,
  },
  'case-study': {files: ['docs/case-studies/**/*.md'], language: 'front matter', schema: caseStudySchema},
  chart: {files: ['docs/reference/data/*.json'], language: 'json', schema: () => chartSchema},
  'change-note': {files: ['blog/_pending/*.md'], language: 'front matter', schema: () => changeNoteSchema},
  update: {files: ['blog/*.md'], language: 'front matter', schema: () => updateSchema},
  review: {files: ['ledgers/reviews/**/*.json'], language: 'json', schema: reviewSchema},
  edition: {files: ['ledgers/editions/*.json'], language: 'json', schema: () => editionSchema},
  'update-record': {files: ['ledgers/updates/*.json'], language: 'json', schema: () => updateRecordSchema},
  navigation: {files: [NAVIGATION_FILE], language: 'json', schema: navigationSchema},
  'address-record': {files: ['ledgers/addresses/**/*.json'], language: 'json', schema: () => addressRecordSchema},
};

/** Every kind of file that people edit, with its schema. */
export const EDITOR_SCHEMAS: readonly EditorSchema[] = Object.entries(KINDS).map(([name, entry]) => ({
  name: name as EditedKind,
  ...entry,
}));

/** The YAML extension reads no front matter: https://github.com/redhat-developer/vscode-yaml/issues/207. */
const FRONT_MATTER_NOTE =
  "VS Code's YAML extension reads no front matter in Markdown; the task `check` shows the problems of it in the editor.";

/** Converts a schema to JSON Schema draft 7, the newest that VS Code and its YAML extension both support in full. */
export function toJsonSchema({name, language, schema}: EditorSchema, toolkit: ToolkitConfig): object {
  const description = language === 'json' ? {} : {description: FRONT_MATTER_NOTE};
  const json = z.toJSONSchema(schema(toolkit), {target: 'draft-7', io: 'input'});
  // Pages of collections have further keys, whose values only the check can judge.
  const fields = name === 'page' ? toolkit.collections.flatMap((collection) => collection.fields) : [];
  const own = Object.fromEntries(fields.map(({id, label}) => [id, {title: label}]));
  return {...json, properties: {...json.properties, ...own}, ...description};
}
