import {z} from 'zod';
import {SEVERITIES} from '../../content/problem.ts';

/** The size limit of a report, in bytes. A larger report leaves out the mildest problems. */
export const MAX_REPORT_BYTES = 1_000_000;

export const MAX_PROBLEMS = 5000;

/** The longest text of each kind, in UTF-16 units. */
export const TEXT_LIMITS = {line: 1000, block: 2000, path: 400} as const;

// Control and format characters and separators, which are invisible or can reorder text.
const HIDDEN_IN_LINE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const HIDDEN_IN_BLOCK = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const lineSchema = z
  .string()
  .min(1)
  .max(TEXT_LIMITS.line)
  .refine((text) => text.isWellFormed() && !HIDDEN_IN_LINE.test(text), 'expected one line without hidden characters');

const blockSchema = z
  .string()
  .max(TEXT_LIMITS.block)
  .refine((text) => text.isWellFormed() && !HIDDEN_IN_BLOCK.test(text), 'expected text without hidden characters');

const pathSchema = lineSchema
  .max(TEXT_LIMITS.path)
  .refine(isInside, 'expected a path inside the toolkit, with `/`, without `..`');

const countSchema = z.int().min(1).max(1_000_000);

const placed = {path: pathSchema, line: countSchema.optional(), column: countSchema.optional()};

const reportedProblemSchema = z.strictObject({
  ...placed,
  endLine: countSchema.optional(),
  /** Just after its last character. */
  endColumn: countSchema.optional(),
  severity: z.enum(SEVERITIES),
  rule: z
    .string()
    .max(100)
    .regex(/^([a-z0-9-]+\/)?[a-z0-9]+(-[a-z0-9]+)*$/),
  problem: lineSchema,
  fix: lineSchema,
  /** Both in the words of the form of the page. */
  form: lineSchema.optional(),
  example: blockSchema.optional(),
  related: z.strictObject(placed).optional(),
  /** The current text and the text after the edit, if the problem has one. */
  before: blockSchema.optional(),
  after: blockSchema.optional(),
});

/** A page that the work changed: what the update would say, and each edit in words. */
const reportedChangeSchema = z.strictObject({
  path: pathSchema,
  title: lineSchema,
  notes: z.array(lineSchema),
  edits: z.array(lineSchema),
});

/**
 * The report of `check` for other programs, `report.json`, the worst problems first. A job that can write to pull requests
 * reads it, and the file is untrusted, so the schema refuses everything unexpected.
 */
export const reportSchema = z.strictObject({
  schema: z.literal(1),
  checked: z.int().min(0).max(1_000_000),
  problems: z.array(reportedProblemSchema),
  /** With `--since`. */
  changes: z.array(reportedChangeSchema).optional(),
  /** How many milder problems are left out to limit the size. */
  leftOut: z.int().min(0).max(1_000_000).optional(),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportedChange = z.infer<typeof reportedChangeSchema>;
export type ReportedProblem = z.infer<typeof reportedProblemSchema>;

function isInside(path: string): boolean {
  if (/\\|^[a-z]:/i.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
