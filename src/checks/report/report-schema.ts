import {z} from 'zod';

/** The form of reports that this code writes. */
const REPORT_SCHEMA_VERSION = 1;

/** The largest report that is read, in bytes: whoever writes one leaves the mildest problems out before it grows larger. */
export const MAX_REPORT_BYTES = 1_000_000;

/** The most problems that a report lists. */
export const MOST_PROBLEMS = 5000;

/** How long a text may be, in UTF-16 units: one that stands on a line, one that may have many lines, and a path. */
export const TEXT_LIMITS = {line: 1000, block: 2000, path: 400} as const;

// Control and format characters, line and paragraph separators: invisible, or able to reorder what is seen.
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
  line: countSchema.optional().describe('The line, counted from 1; absent where no place is known.'),
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
  severity: z.enum(['error', 'warning', 'note']).describe('Must be mended, please look, for your information.'),
  rule: ruleSchema,
  problem: lineSchema.describe('What was found, and what was expected.'),
  fix: lineSchema.describe('What to do.'),
  related: z.strictObject(placed).optional().describe('Where the other half of the matter stands.'),
  before: blockSchema.optional().describe('The text as it stands, where the problem has an edit.'),
  after: blockSchema.optional().describe('The text after the edit.'),
});

const exceptionSchema = z.strictObject({
  ...placed,
  rule: ruleSchema,
  reason: lineSchema.describe('Why the exception is made.'),
});

/**
 * What `check` found, `report.json`, for other programs. One of them runs where it may write to pull requests, and the
 * file may come from anybody: all that is not expected here is refused.
 */
export const reportSchema = z.strictObject({
  schema: z.literal(REPORT_SCHEMA_VERSION).describe('The form of this report.'),
  checked: z.int().min(0).max(1_000_000).describe('How many files were checked.'),
  problems: z.array(reportedProblemSchema).describe('What was found, the worst first.'),
  leftOut: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('How many milder problems are not listed for lack of room.'),
  exceptions: z.array(exceptionSchema).optional().describe('Exceptions that are made of rules.'),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportedProblem = z.infer<typeof reportedProblemSchema>;
export type ReportedException = z.infer<typeof exceptionSchema>;

function isInside(path: string): boolean {
  if (/\\|^[a-z]:/i.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
