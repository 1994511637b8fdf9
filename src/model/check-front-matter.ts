import {z} from 'zod';
import {listWords, nearest} from '../format/nearest.ts';
import {frontMatterExample} from './front-matter/front-matter-example.ts';
import {readPeriod, readYear} from './front-matter/read-times.ts';
import {fileNameOf} from './pages/file-name.ts';
import type {Fault, Finding} from './problem.ts';
import {formerKey} from './schemas/renamed-keys.ts';
import type {KeyPath, SourceDocument} from './source-document.ts';

type Issue = z.core.$ZodIssue;
type Document = Pick<SourceDocument, 'path' | 'placeOf'>;

/** The result of a check: the parsed data if it is valid, or every finding. */
export interface Checked<T> {
  data?: T;
  findings: Finding[];
}

/** Checks front matter with a schema. Every issue becomes a finding with a place and a fix. */
export function checkFrontMatter<T>(document: SourceDocument, schema: z.ZodType<T>): Checked<T> {
  const result = schema.safeParse(document.frontMatter, {reportInput: true});
  if (result.success) return {data: result.data, findings: []};
  return {findings: explainIssues(document, schema, result.error.issues)};
}

/** Explains all issues of a schema to authors. A key that was only mistyped or renamed is not reported as missing too. */
export function explainIssues(document: Document, schema: z.ZodType, issues: readonly Issue[]): Finding[] {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const valid = validKeys(schema, issue.path as KeyPath, issue);
    return issue.keys.map((key) => {
      const former = formerKey(document.path, [...(issue.path as KeyPath), key]);
      return nameOf(
        [...(issue.path as KeyPath), former?.now ?? keyOfTerms(schema, issue, key) ?? nearest(key, valid) ?? key],
        document,
      );
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
    const valid = validKeys(schema, path, issue);
    return issue.keys.map((key) => unknownKey(document, [...path, key], valid, keyOfTerms(schema, issue, key)));
  }
  const fault = explainValue(document, schema, issue);
  const example = isCode(document) ? undefined : frontMatterExample(schema, path, wantedFor(schema, issue));
  return [{path: document.path, place: document.placeOf(path), ...fault, ...(example !== undefined && {example})}];
}

/** The author's own value in the form that the key needs, to show in an example; `undefined` if it does not fit. */
function wantedFor(schema: z.ZodType, issue: Issue): unknown {
  const own = schemaAt(schema, issue.path as KeyPath) as z.ZodType | undefined;
  const {input} = issue;
  if (own === undefined || input === undefined) return undefined;
  const terms = unwrap(own)?._zod.values;
  const inList = unwrap(descend(own, 0))?._zod.values;
  const period = typeof input === 'string' ? readPeriod(input) : undefined;
  const near = terms && nearestTerm(input, [...terms].map(String));
  const listed = inList && nearestTerm(input, [...inList].map(String));
  const forms = [
    near,
    listed && [listed],
    String(input),
    typeof input === 'string' ? (financialYear(issue)?.year ?? Number(input)) : undefined,
    [input],
    {year: input},
    {from: {year: input}},
    period,
    period?.from,
    ADDRESS_WITHOUT_PROTOCOL_RE.test(String(input)) ? `https://${input}` : undefined,
  ];
  return forms.find((form) => form !== undefined && typeof input !== 'object' && own.safeParse(form).success);
}

/** The id nearest to what an author wrote, which may be its label: `Yorkshire & Humber`. */
function nearestTerm(written: unknown, ids: readonly string[]): string | undefined {
  return typeof written === 'string' ? (nearest(written, ids) ?? nearest(fileNameOf(written), ids)) : undefined;
}

function explainValue(document: Document, schema: z.ZodType, issue: Issue): Fault {
  const path = issue.path as KeyPath;
  const name = nameOf(path, document);
  const own = schemaAt(schema, path);
  const meaning = meaningOf(own);
  const forms = isCode(document) ? BRACKETS : YAML;
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return {problem: `${name} is missing, expected ${aType(issue.expected, forms)}`, fix: `Add ${name}${meaning}.`};
  }
  if (issue.code === 'invalid_type') {
    const problem = `${name} holds ${show(issue.input)}, expected ${aType(issue.expected, forms)}`;
    return {problem, fix: financialYearFix(issue) ?? repairType(issue, name, own, forms)};
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = nearestTerm(issue.input, values);
    const found = issue.input === undefined ? `${name} is missing` : `${name} holds ${show(issue.input)}`;
    return {
      problem: `${found}, expected ${values.length > 1 ? 'one of ' : ''}${listWords(values)}`,
      fix: near
        ? `Write \`${near}\`, the nearest match.`
        : values.length > 1
          ? `Write one of these for ${name}.`
          : `Write \`${values[0]}\`.`,
    };
  }
  if (issue.code === 'invalid_union') return explainUnion(name, issue, own, meaning, forms);
  return {problem: sentence(name, issue), fix: addressFix(issue) ?? `Change ${name}${meaning || ' so that it fits'}.`};
}

/** `www.example.org` is an address without its beginning. */
const ADDRESS_WITHOUT_PROTOCOL_RE = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/;

function addressFix(issue: Issue): string | undefined {
  const whole = `https://${issue.input}`;
  const isAddress =
    issue.code === 'invalid_format' && issue.format === 'url' && ADDRESS_WITHOUT_PROTOCOL_RE.test(String(issue.input));
  return isAddress && URL.canParse(whole) ? `Write \`${whole}\`, if the page opens at that address.` : undefined;
}

/**
 * A year such as `2022/23` counts as the year in which it ended, as in the proposal form; at the start of a period, as
 * that in which it began.
 */
function financialYear({path, input}: Issue): {year: number; ended: number} | undefined {
  const ended = typeof input === 'string' ? Number(readYear(input)) : Number.NaN;
  if (Number.isNaN(ended) || String(ended) === input) return undefined;
  return {year: path.includes('from') ? ended - 1 : ended, ended};
}

function financialYearFix(issue: z.core.$ZodIssueInvalidType): string | undefined {
  const found = ['int', 'number'].includes(issue.expected) ? financialYear(issue) : undefined;
  if (!found) return undefined;
  const {year, ended} = found;
  if (year < ended) return `Write \`${year}\`, the year in which it began.`;
  return `Write \`${ended}\`, the year in which it ended, and say \`${ended - 1} to ${ended}\` in words: for an outcome, in \`what\`.`;
}

/** Explains an issue with a union. If a key selects the form, the message lists the values of that key. */
function explainUnion(
  name: string,
  {discriminator, input}: z.core.$ZodIssueInvalidUnion,
  schema: z.core.$ZodType | undefined,
  meaning: string,
  forms: Forms,
): Fault {
  const key = discriminator ?? '';
  const values = literalsOf(schema, key);
  if (values.length === 0) {
    return {
      problem: `${name} holds ${show(input)}, expected one of the forms this key allows`,
      fix: `Correct ${name}${meaning}.`,
    };
  }
  // If its path ends in the key, the issue is about the value; else it is about the object that needs the key.
  const held = isRecord(input) ? input[key] : input;
  const said = name.endsWith(`\`${key}\``) || !isRecord(input) ? name : `${name}, \`${key}\``;
  return {
    problem: `${said} holds ${show(held)}, expected ${listWords(values)}`,
    fix: isRecord(input) ? `Write one of these${meaning}.` : `Write ${forms.keys([`${key}: ${values[0]}`])}${meaning}.`,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of a key in the forms of a union. */
function literalsOf(schema: z.core.$ZodType | undefined, key: string): string[] {
  const def = unwrap(schema)?._zod.def as {options?: z.core.$ZodType[]} | undefined;
  return (def?.options ?? []).flatMap((option) => {
    const shape = (unwrap(option) as z.core.$ZodObject | undefined)?._zod.def.shape;
    return [...(shape?.[key]?._zod.values ?? [])].map(String);
  });
}

/** The description of a key, to add to a fix: `: the publications the page is based on`; then the keys it has. */
function meaningOf(schema: z.core.$ZodType | undefined): string {
  const words = schema && z.globalRegistry.get(schema)?.description?.replace(/\.$/, '');
  const element = unwrap(schema)?._zod.def.type === 'array' ? descend(schema, 0) : undefined;
  const keys = Object.keys(shapeOf(element, undefined) ?? {});
  const parts = [
    words && words.charAt(0).toLowerCase() + words.slice(1),
    keys.length > 0 && `each can have ${listWords(keys)}`,
  ];
  const said = parts.filter(Boolean).join('; ');
  return said === '' ? '' : `: ${said}`;
}

function unknownKey(document: Document, path: KeyPath, valid: readonly string[], renamed: string | undefined): Finding {
  const at = {path: document.path, place: document.placeOf(path, 'key')};
  const former = formerKey(document.path, path);
  if (former) {
    const now = former.now === undefined ? 'which has been removed' : `which is now \`${former.now}\``;
    const where = former.file === undefined ? '' : ` in \`${former.file}\``;
    return {...at, problem: `unknown key ${nameOf(path, document)}, ${now}${where}`, fix: former.fix};
  }
  const key = String(path.at(-1));
  const near = nearest(key, valid);
  if (renamed !== undefined) {
    const problem = `unknown key ${nameOf(path, document)}, expected \`${renamed}\`, which has the same terms`;
    return {...at, problem, fix: `Rename it to \`${renamed}\`.`};
  }
  return {
    ...at,
    problem: `unknown key ${nameOf(path, document)}, expected ${listWords(valid, 40)}`,
    fix: near ? `Write \`${near}\`, the nearest match, or remove the line.` : 'Remove the line.',
  };
}

/** The key whose vocabulary has every term that an unknown key lists: a vocabulary keeps its terms when it is renamed. */
function keyOfTerms(schema: z.ZodType, issue: Issue, key: string): string | undefined {
  const input = issue.input as Record<string, unknown> | undefined;
  const listed = input?.[key];
  if (!Array.isArray(listed) || listed.length === 0) return undefined;
  const alike = validKeys(schema, issue.path as KeyPath, issue).filter((other) => {
    const terms = descend(schemaAt(schema, [...(issue.path as KeyPath), other]) as z.core.$ZodType, 0)?._zod.values;
    return input?.[other] === undefined && terms !== undefined && listed.every((term) => terms.has(term));
  });
  return alike.length === 1 ? alike[0] : undefined;
}

/** The keys that an object may have, from the schema. */
function validKeys(schema: z.ZodType, path: KeyPath, issue: Issue): string[] {
  const input = issue.input as Record<string, unknown> | undefined;
  return Object.keys(shapeOf(schemaAt(schema, path), input) ?? {});
}

function schemaAt(schema: z.ZodType, path: KeyPath): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>(descend, schema);
}

function descend(schema: z.core.$ZodType | undefined, key: string | number): z.core.$ZodType | undefined {
  const bare = unwrap(schema);
  if (bare?._zod.def.type === 'array') return (bare as z.core.$ZodArray)._zod.def.element;
  if (bare?._zod.def.type === 'record') return (bare as z.core.$ZodRecord)._zod.def.valueType;
  return shapeOf(bare, undefined)?.[key];
}

function shapeOf(schema: z.core.$ZodType | undefined, input: Record<string, unknown> | undefined) {
  const bare = unwrap(schema);
  if (bare?._zod.def.type === 'object') return (bare as z.core.$ZodObject)._zod.def.shape;
  if (bare?._zod.def.type !== 'union') return undefined;
  const options = (bare as z.core.$ZodUnion)._zod.def.options.map(unwrap) as z.core.$ZodObject[];
  const chosen = options.find((option) =>
    Object.entries(option._zod.def.shape ?? {}).some(([key, value]) => value._zod.values?.has(input?.[key] as string)),
  );
  return chosen?._zod.def.shape;
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const def = schema?._zod.def as {innerType?: z.core.$ZodType} | undefined;
  return def?.innerType ? unwrap(def.innerType) : schema;
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

/** Builds the problem from a message. Our own messages begin with what was found or expected; Zod's do not. */
function sentence(name: string, issue: Issue): string {
  if (issue.code === 'too_small' || issue.code === 'too_big') return `${name} ${sizeOf(issue)}`;
  if (/^(holds|is) /.test(issue.message)) return `${name} ${issue.message}`;
  const format =
    issue.code === 'invalid_format' && issue.message.startsWith('Invalid') ? FORMATS[issue.format] : undefined;
  if (format) return `${name} holds ${show(issue.input)}, expected ${format}`;
  if (issue.message.startsWith('expected')) return `${name} holds ${show(issue.input)}, ${issue.message}`;
  return `${name} holds ${show(issue.input)}, expected another value (${issue.message})`;
}

/** What Zod calls invalid, in a schema that says nothing itself: those of a toolkit's own keys. */
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

/** How a kind of file writes lists and keys. */
interface Forms {
  array: string;
  object: string;
  /** Advice on keys such as `year: 2026`, to follow "Write". */
  keys(keys: readonly string[]): string;
}

const YAML: Forms = {
  array: 'a list, each entry on a line that begins `- `',
  object: 'keys, indented below it',
  keys: (keys) => `below it, indented${keys.length > 1 ? ' and each on a separate line' : ''}: ${listWords(keys)}`,
};

/** TypeScript and JSON. */
const BRACKETS: Forms = {
  array: 'a list in brackets, `[...]`',
  object: 'keys in braces, `{...}`',
  keys: (keys) => `\`{${keys.join(', ')}}\``,
};

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
};

function aType(expected: string, {array, object}: Forms): string {
  return {...TYPES, array, object}[expected] ?? expected;
}

function repairType(
  issue: z.core.$ZodIssueInvalidType,
  name: string,
  schema: z.core.$ZodType | undefined,
  forms: Forms,
): string {
  if (issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input)) {
    return `Put the value in quotes: \`"${String(issue.input)}"\`.`;
  }
  if (issue.expected === 'array' && typeof issue.input === 'string') {
    const isWhole = (schema as z.ZodType | undefined)?.safeParse([issue.input]).success === true;
    // A comma may separate two entries, and some characters need quotes.
    if (isWhole && /^[\w./ -]+$/.test(issue.input))
      return `Write \`[${forms === YAML ? issue.input : `'${issue.input}'`}]\`.`;
    const terms = unwrap(descend(schema, 0))?._zod.values;
    return `Write ${name} as a list${terms ? ` of ${listWords([...terms].map(String))}` : meaningOf(schema)}.`;
  }
  const keys = Object.keys(shapeOf(schema, undefined) ?? {});
  if (issue.expected === 'object' && typeof issue.input === 'number' && keys.includes('year')) {
    return `Write \`{year: ${issue.input}}\`.`;
  }
  if (issue.expected === 'object' && keys.length > 0) {
    const all = listWords(keys).replace(/ or (?=[^ ]+$)/, ' and ');
    return forms === YAML
      ? `Write ${name} with keys below it; it can have ${all}.`
      : `Write ${forms.keys(keys.map((key) => `${key}: ...`))}.`;
  }
  return `Change ${name}${meaningOf(schema) || ' so that it fits'}.`;
}

const SHOWN_LENGTH = 60;

function show(input: unknown): string {
  if (input === undefined || input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'keys';
  const text = String(input);
  return `\`${text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}...` : text}\``;
}
