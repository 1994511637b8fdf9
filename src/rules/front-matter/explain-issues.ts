import {z} from 'zod';
import type {InvalidData} from '../../content/front-matter/check-front-matter.ts';
import {readPeriod} from '../../content/front-matter/read-times.ts';
import {fileNameOf} from '../../content/pages/file-name.ts';
import type {Fault, Finding, Problem} from '../../content/problem.ts';
import {formOf} from '../../content/schemas/inspect-schema.ts';
import type {KeyPath} from '../../content/source-document.ts';
import {listWords, nearest} from '../../format/nearest.ts';
import docusaurusKeys from './docusaurus-keys.json' with {type: 'json'};
import {frontMatterExample} from './front-matter-example.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Document = InvalidData['document'];

/** Why a configuration cannot be used: what was found when it was read, or how its data breaks its schema. */
export function configurationProblems({
  problems,
  invalid,
}: {
  problems: readonly Problem[];
  invalid?: InvalidData | undefined;
}): readonly Problem[] {
  if (!invalid) return problems;
  return explainIssues(invalid).map(({path, place, problem, fix}) => {
    return {path, place, problem, fix, severity: 'error', ruleId: 'no-invalid-configuration'};
  });
}

/** Explains all issues of a schema to authors. A key that was only mistyped is not reported as missing too. */
export function explainIssues({document, schema, issues}: InvalidData): Finding[] {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const path = issue.path as KeyPath;
    const valid = validKeys(schema, issue);
    return issue.keys.map((key) => {
      return nameOf([...path, nearest(key, valid) ?? key], document);
    });
  });
  const findings = issues
    .filter((issue) => !(isMissing(issue) && meant.includes(nameOf(issue.path as KeyPath, document))))
    .flatMap((issue) => explainIssue(document, schema, issue));
  // One example is enough for two problems of a key.
  const shown = new Set<string | undefined>();
  return findings.map((finding) => {
    const isRepeated = shown.has(finding.example);
    shown.add(finding.example);
    return isRepeated ? {...finding, example: undefined} : finding;
  });
}

function isMissing(issue: Issue): boolean {
  return issue.code !== 'unrecognized_keys' && issue.input === undefined;
}

function explainIssue(document: Document, schema: z.ZodType, issue: Issue): Finding[] {
  const path = issue.path as KeyPath;
  if (issue.code === 'unrecognized_keys') {
    const valid = validKeys(schema, issue);
    return issue.keys.map((key) => unknownKey(document, [...path, key], valid));
  }
  const fault = explainValue(document, schema, issue);
  const example = isCode(document) ? undefined : frontMatterExample(schema, path, exampleValue(schema, issue));
  return [{path: document.path, place: document.placeOf(path), ...fault, ...(example !== undefined && {example})}];
}

/** The author's value in the form that the key needs, for an example; `undefined` if none fits. */
function exampleValue(schema: z.ZodType, {path, input}: Issue): unknown {
  const keySchema = schemaAt(schema, path as KeyPath) as z.ZodType | undefined;
  if (keySchema === undefined || input === undefined || typeof input === 'object') return undefined;
  const near = nearestTerm(input, termsOf(keySchema));
  const period = typeof input === 'string' ? readPeriod(input) : undefined;
  // A financial year counts as the one in which it ended; at the start of a period, as that in which it began.
  const year = (path.includes('from') ? period?.from : (period?.to ?? period?.from))?.year;
  const forms = [
    near,
    near && [near],
    String(input),
    year,
    Number(input),
    [input],
    {year: input},
    {from: {year: input}},
    period,
    period?.from,
    ADDRESS_WITHOUT_PROTOCOL_RE.test(String(input)) ? `https://${input}` : undefined,
  ];
  return forms.find((form) => form !== undefined && keySchema.safeParse(form).success);
}

/** `www.example.org` is an address without its beginning. */
const ADDRESS_WITHOUT_PROTOCOL_RE = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/;

/** The id nearest to what an author wrote, which may be its label: `Yorkshire & Humber`. */
function nearestTerm(written: unknown, ids: readonly string[]): string | undefined {
  return typeof written === 'string' ? (nearest(written, ids) ?? nearest(fileNameOf(written), ids)) : undefined;
}

/** The values of a key or of the entries of a list, or those that choose between the forms of an object. */
function termsOf(schema: Schema | undefined): readonly string[] {
  const form = schema && formOf(schema);
  if (form?.type === 'list') return termsOf(form.element);
  if (form?.type === 'choice') return form.options.flatMap((option) => termsOf(descend(option, form.key)));
  return form?.type === 'term' ? form.terms : [];
}

function explainValue(document: Document, schema: z.ZodType, issue: Issue): Fault {
  const path = issue.path as KeyPath;
  const name = nameOf(path, document);
  const keySchema = schemaAt(schema, path);
  const {input} = issue;
  const actual = input === undefined ? `${name} is missing` : `${name} holds ${show(input)}`;
  const words = wordsOf(issue, name);
  const problem =
    words ??
    `${actual}, expected ${expectedBy(issue, termsOf(keySchema ?? schemaAt(schema, path.slice(0, -1))), document)}`;
  const form =
    input === undefined
      ? `${name} is empty. Fill it in.`
      : `${words ?? actual}. ${ADVICE_IN_FORM[issue.code] ?? 'Change it there.'}`;
  return {problem, fix: fixOf(issue, name, keySchema), form};
}

/** What to do in the field of a form, by what is wrong. */
const ADVICE_IN_FORM: Readonly<Record<string, string>> = {
  too_big: 'Make it shorter.',
  too_small: 'Add to it.',
  invalid_value: 'Choose one of its options.',
  invalid_type: 'Clear this field, and fill it in again.',
  invalid_union: 'Clear this field, and fill it in again.',
};

function fixOf({code, input, ...issue}: Issue, name: string, keySchema: Schema | undefined): string {
  const near = code === 'invalid_value' ? nearestTerm(input, termsOf(keySchema)) : undefined;
  if (near !== undefined) return `Write \`${near}\`, the nearest match.`;
  if (input === undefined) return `Add ${name}${meaningOf(keySchema)}.`;
  if ('expected' in issue && issue.expected === 'string' && typeof input !== 'object')
    return `Put the value in quotes: \`"${String(input)}"\`.`;
  return `Change ${name}${meaningOf(keySchema) || ' so that it fits'}.`;
}

/** The problem as the schema says it. Our own messages begin with what was found or expected; those of Zod do not. */
function wordsOf(issue: Issue, name: string): string | undefined {
  if (issue.code === 'too_small' || issue.code === 'too_big') return `${name} ${sizeOf(issue)}`;
  // A key of a record has a schema of its own.
  const {message} = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue;
  if (/^(holds|is) /.test(message)) return `${name} ${message}`;
  return message.startsWith('expected') ? `${name} holds ${show(issue.input)}, ${message}` : undefined;
}

function expectedBy(issue: Issue, terms: readonly string[], document: Document): string {
  if (issue.code === 'invalid_type')
    return {...TYPES, ...FORMS[isCode(document) ? 'code' : 'yaml']}[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value')
    return `${issue.values.length > 1 ? 'one of ' : ''}${listWords(issue.values.map(String))}`;
  if (issue.code === 'invalid_union') return terms.length > 0 ? listWords(terms) : 'one of the forms this key allows';
  const format = issue.code === 'invalid_format' ? FORMATS[issue.format] : undefined;
  return format ?? `another value (${issue.message})`;
}

/** The description of a key, to add to a fix: `: the publications the page is based on`; then the keys it has. */
function meaningOf(schema: Schema | undefined): string {
  const words = schema && z.globalRegistry.get(schema)?.description?.replace(/\.$/, '');
  const element = schema && formOf(schema).type === 'list' ? descend(schema, 0) : schema;
  const keys = Object.keys(shapeOf(element) ?? {});
  const parts = [
    words && words.charAt(0).toLowerCase() + words.slice(1),
    keys.length > 0 && `${element === schema ? 'it' : 'each'} can have ${listWords(keys)}`,
  ];
  const meaning = parts.filter(Boolean).join('; ');
  return meaning === '' ? '' : `: ${meaning}`;
}

/** Advice for keys that have a meaning only for Docusaurus. */
const INSTEAD_OF: ReadonlyMap<string, string> = new Map(Object.entries(docusaurusKeys));

function unknownKey(document: Document, path: KeyPath, valid: readonly string[]): Finding {
  const key = String(path.at(-1));
  const near = nearest(key, valid);
  const instead = isCode(document) ? undefined : INSTEAD_OF.get(key);
  return {
    path: document.path,
    place: document.placeOf(path, 'key'),
    problem: `unknown key ${nameOf(path, document)}, expected ${listWords(valid, 40)}`,
    fix: instead ?? (near ? `Write \`${near}\`, the nearest match, or remove the line.` : 'Remove the line.'),
    form: `The file of this page has ${nameOf(path, document)}, which has no field here. Ask a colleague who works with files to remove it.`,
  };
}

function validKeys(schema: z.ZodType, {path, input}: Issue): string[] {
  return Object.keys(shapeOf(schemaAt(schema, path as KeyPath), input as Record<string, unknown> | undefined) ?? {});
}

function schemaAt(schema: z.ZodType, path: KeyPath): Schema | undefined {
  return path.reduce<Schema | undefined>(descend, schema);
}

function descend(schema: Schema | undefined, key: string | number): Schema | undefined {
  const form = schema && formOf(schema);
  if (form?.type === 'list') return form.element;
  return form?.type === 'record' ? form.value : shapeOf(schema)?.[key];
}

/** The keys of an object; of one with several forms, those of the form that the input has. */
function shapeOf(
  schema: Schema | undefined,
  input: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, Schema>> | undefined {
  const form = schema && formOf(schema);
  if (form?.type === 'object') return form.shape;
  if (form?.type !== 'choice') return undefined;
  const chosen = form.options.find((option) => termsOf(descend(option, form.key)).includes(String(input[form.key])));
  return chosen && shapeOf(chosen);
}

/** Whether a file is TypeScript or JSON: the others are front matter. */
function isCode({path}: Document): boolean {
  return /\.(ts|json)$/.test(path);
}

/** Names a key for authors: `\`sources\`, item 2, \`url\``. In code, keys are joined: `\`theme.colours\``. */
function nameOf(path: KeyPath, document: Document): string {
  if (path.length === 0) return isCode(document) ? 'the file' : 'the front matter';
  const name = path.map((key) => (typeof key === 'number' ? `item ${key + 1}` : `\`${key}\``)).join(', ');
  return isCode(document) ? name.replaceAll('`, `', '.') : name;
}

/** Names of Zod's formats, for the keys of publishers, whose schemas have no messages of ours. */
const FORMATS: Readonly<Record<string, string>> = {
  date: 'a day that exists, written `2026-11-24`',
  url: 'a web address, such as `https://toolkit.example/`',
  email: 'an email address',
};

const UNITS: Record<string, [one: string, many: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

function sizeOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const bound = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const limit = issue.code === 'too_small' ? 'at least' : 'at most';
  const unit = UNITS[issue.origin];
  if (!unit) return `holds ${show(issue.input)}, expected ${limit} ${bound}`;
  const length = (issue.input as {length: number} | undefined)?.length ?? 0;
  const say = (n: number) => `${n} ${unit[n === 1 ? 0 : 1]}`;
  return `has ${say(length)}, expected ${limit} ${say(bound)}`;
}

/** How front matter and code write lists and keys. */
const FORMS: Readonly<Record<'yaml' | 'code', Record<string, string>>> = {
  yaml: {array: 'a list, each entry on a line that begins `- `', object: 'keys, indented below it'},
  code: {array: 'a list in brackets, `[...]`', object: 'keys in braces, `{...}`'},
};

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
};

const SHOWN_LENGTH = 60;

function show(input: unknown): string {
  if (input === undefined || input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'keys';
  const text = String(input);
  return `\`${text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}...` : text}\``;
}
