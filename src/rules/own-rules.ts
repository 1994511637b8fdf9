import {z} from 'zod';
import {type OwnRule, ownRuleId, type RulePage} from '../content/extensions/own-rule.ts';
import type {ParsedPage} from '../content/markdown/parsed-page.ts';
import {pageIdOf} from '../content/pages/page-id.ts';
import type {Finding, Problem} from '../content/problem.ts';

const placeSchema = z.object({line: z.int(), column: z.int()});

const resultSchema = z.array(
  z.object({
    problem: z.string().min(1),
    fix: z.string().min(1),
    at: z
      .union([
        z.array(z.union([z.string(), z.int()])),
        z.object({position: z.object({start: placeSchema, end: placeSchema}).optional()}),
      ])
      .optional(),
  }),
);

/** Where the failure of an own rule is reported: it is no problem of a page. */
export const OWN_RULES_FILE = 'toolkit.config.ts';

/** What a publisher's rules found on one page, or the failure of a rule. */
export interface OwnFinding {
  finding: Finding;
  rule: OwnRule;
  isFailure: boolean;
}

/** Runs a publisher's rules on a page. An error that a rule throws becomes one finding. */
export function checkOwnRules({kind, document, tree}: ParsedPage, rules: readonly OwnRule[]): OwnFinding[] {
  if (rules.length === 0 || (kind !== 'page' && kind !== 'case-study')) return [];
  const {path, text, frontMatter = {}} = document;
  return rules.flatMap((rule): OwnFinding[] => {
    const page: RulePage = {id: pageIdOf(path), kind, text, ...structuredClone({frontMatter, tree})};
    try {
      return resultSchema.parse(rule.check(page)).map(({problem, fix, at}) => {
        const position = Array.isArray(at) ? undefined : at?.position;
        const place = Array.isArray(at) ? document.placeOf(at) : position?.start;
        return {finding: {path, place, end: position?.end, problem, fix}, rule, isFailure: false};
      });
    } catch (error) {
      return [{finding: failure(rule, path, error), rule, isFailure: true}];
    }
  });
}

/** The finding is the same for every page on which a rule fails in the same way, so that reports can show it once. */
function failure(rule: OwnRule, page: string, error: unknown): Finding {
  const reason =
    error instanceof z.ZodError
      ? 'it returned something else'
      : `it threw "${error instanceof Error ? error.message : String(error)}"`;
  return {
    path: OWN_RULES_FILE,
    problem: `rule \`${ownRuleId(rule)}\` failed: ${reason}, expected a list of problems, each with \`problem\` and \`fix\``,
    fix: 'Correct the function `check` of the rule.',
    related: {path: page},
  };
}

/** Keeps one finding for a rule that fails in the same way on several pages. */
export function withoutRepeatedFailures(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({path, problem}) => {
    if (path !== OWN_RULES_FILE) return true;
    const isNew = !seen.has(problem);
    seen.add(problem);
    return isNew;
  });
}
