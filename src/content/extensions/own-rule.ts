import type {Root} from 'mdast';
import {z} from 'zod';
import type {KeyPath} from '../source-document.ts';

/** A page as a publisher's own rules see it: a copy that a rule can change without effect. */
export interface RulePage {
  /** The path below `docs/`, or from `handbook/`, without extension: `priorities/homes`. */
  id: string;
  kind: 'page' | 'case-study';
  frontMatter: Readonly<Record<string, unknown>>;
  /** The syntax tree (mdast) of the file. Positions count from the beginning of the file. */
  tree: Root;
  /** The whole file, including the front matter. */
  text: string;
}

export interface RuleProblem {
  /** What was found, and what was expected. */
  problem: string;
  /** What to do, beginning with a verb. */
  fix: string;
  /** Where: a node of the tree, or the path of a key such as `['sources', 0]`. Leave out for the whole page. */
  at?: object | KeyPath | undefined;
}

const OWN_RULE_SEVERITIES = ['warning', 'error'] as const;

export const ownRuleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {error: 'expected lower-case words joined by hyphens, `name-the-river`'})
    .describe('Its name. Reports show it as `own/<id>`.'),
  description: z.string().min(10).describe('What it requires, in one sentence.'),
  severity: z.enum(OWN_RULE_SEVERITIES).default('warning').describe('`error` if its problems must be fixed.'),
  check: z
    .custom<(page: RulePage) => readonly RuleProblem[]>((value) => typeof value === 'function', {
      error: 'expected a function that returns a list of problems',
    })
    .describe('Returns the problems of a page; none if it follows the rule.'),
});

export type OwnRule = z.output<typeof ownRuleSchema>;

/** What an own rule is called in reports, in exceptions and in `rules`. */
export function ownRuleId({id}: Pick<OwnRule, 'id'>): string {
  return `own/${id}`;
}
