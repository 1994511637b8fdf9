import {z} from 'zod';
import {SEVERITIES} from '../../model/problem.ts';

/** The size limit of a report, in bytes. A larger report leaves out the mildest problems. */
export const MAX_REPORT_BYTES = 1_000_000;

/** The most problems that a report lists. */
export const MOST_PROBLEMS = 5000;

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

const placed = {
  path: pathSchema.describe("Path from the toolkit's root, with `/`."),
  line: countSchema.optional().describe('The line, counted from 1; absent if the place is not known.'),
  column: countSchema.optional().describe('The column, counted from 1; only with `line`.'),
};

const ruleSchema = z
  .string()
  .max(100)
  .regex(/^([a-z0-9-]+\/)?[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe('The id of the rule.');

const reportedProblemSchema = z.strictObject({
  ...placed,
  endLine: countSchema.optional().describe('The line where it ends.'),
  endColumn: countSchema.optional().describe('The column just after its last character.'),
  severity: z.enum(SEVERITIES).describe('Must be fixed, please check, or for information.'),
  rule: ruleSchema,
  problem: lineSchema.describe('What was found, and what was expected.'),
  fix: lineSchema.describe('What to do.'),
  example: blockSchema.optional().describe('What the text may look like instead.'),
  related: z.strictObject(placed).optional().describe('A second place that the problem involves.'),
  before: blockSchema.optional().describe('The current text, if the problem has an edit.'),
  after: blockSchema.optional().describe('The text after the edit.'),
});

const exceptionSchema = z.strictObject({
  ...placed,
  rule: ruleSchema,
  reason: lineSchema.describe('The reason for the exception.'),
});

/**
 * The report of `check` for other programs, `report.json`. A job that can write to pull requests reads it, and the file is
 * untrusted, so the schema refuses everything unexpected.
 */
export const reportSchema = z.strictObject({
  schema: z.literal(1).describe('The version of the report format.'),
  checked: z.int().min(0).max(1_000_000).describe('How many files were checked.'),
  problems: z.array(reportedProblemSchema).describe('The problems, the worst first.'),
  leftOut: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('How many milder problems are left out to limit the size.'),
  exceptions: z.array(exceptionSchema).optional().describe('The exceptions from rules.'),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportedProblem = z.infer<typeof reportedProblemSchema>;
export type ReportedException = z.infer<typeof exceptionSchema>;

function isInside(path: string): boolean {
  if (/\\|^[a-z]:/i.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
