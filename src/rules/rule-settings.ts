import {ownRuleId} from '../content/extensions/own-rule.ts';
import type {Fault, Finding, Problem, Severity} from '../content/problem.ts';
import type {ToolkitConfig} from '../content/schemas/toolkit-schema.ts';
import {nearest} from '../format/nearest.ts';
import {OWN_RULES_FILE} from './own-rules.ts';
import type {RuleGroup} from './rule.ts';
import {FORMATTING_RULES, STRUCTURE_RULES} from './structure-rules.ts';

type Settings = Pick<ToolkitConfig, 'rules' | 'own_rules'>;

/** Rules about files and facts that only keep a toolkit tidy. */
const TIDINESS: readonly string[] = ['require-standard-sections', 'require-term', 'no-overdue-review'];

/** Why the rules of a group cannot be changed; the others are matters of style. */
const REASONS: Readonly<Partial<Record<RuleGroup, string>>> = {
  safety: 'it protects readers, and the people a page is about',
  model: 'pages, links and the public record of changes depend on it',
};

/** Why a toolkit cannot change the severity of a rule; `undefined` if it can. */
function reasonToKeep(ruleId: string, group: RuleGroup): string | undefined {
  return TIDINESS.includes(ruleId) ? undefined : REASONS[group];
}

export function applyRuleSettings(
  problems: readonly Problem[],
  {rules}: Pick<Settings, 'rules'>,
  groupOf: (ruleId: string) => RuleGroup,
): Problem[] {
  return problems.flatMap((problem) => {
    const {ruleId} = problem;
    const group = groupOf(ruleId);
    if (reasonToKeep(ruleId, group)) return [problem];
    const [linter] = ruleId.split('/');
    const setting = rules[ruleId] ?? rules[`${linter}/*`] ?? settingOfPreset(rules.preset, problem, group);
    return setting === 'off' ? [] : [{...problem, severity: setting as Severity}];
  });

  function settingOfPreset(preset: string | undefined, {ruleId, severity}: Problem, group: RuleGroup): string {
    const isFormatting = FORMATTING_RULES.has(ruleId);
    if (preset === 'essential' && (isFormatting || group === 'prose' || TASTE.includes(ruleId))) return 'off';
    return preset === 'recommended' && isFormatting && severity === 'error' ? 'warning' : severity;
  }
}

/** Rules about structure that `essential` leaves out, as it does those of prose and formatting. */
const TASTE: readonly string[] = ['no-long-page', 'require-answer-first'];

/** The names of `rules` that are no rule: where the settings begin, and all rules of a linter. */
const NO_RULES: readonly string[] = ['preset', 'markdownlint/*', 'remark-lint/*'];

export function ruleSettingFindings(
  {rules, own_rules}: Settings,
  engineRules: readonly string[],
  groupOf: (ruleId: string) => RuleGroup,
): Finding[] {
  const linters = Object.values(STRUCTURE_RULES).map(({name}) => `markdownlint/${name}`);
  const ids = [...engineRules, ...linters, ...own_rules.map(ownRuleId)];
  const changeable = ids.filter((id) => !reasonToKeep(id, groupOf(id)));
  return Object.keys(rules).flatMap((id) => {
    const reason = NO_RULES.includes(id) ? undefined : reasonToKeep(id, groupOf(id));
    const isKnown = ids.includes(id) || NO_RULES.includes(id) || id.startsWith('remark-lint/');
    const fault = isKnown ? reason && fixedRule(id, reason) : unknownRule(id, changeable);
    return fault ? [{path: OWN_RULES_FILE, ...fault}] : [];
  });
}

function fixedRule(id: string, reason: string): Fault {
  return {
    problem: `\`rules\` changes \`${id}\`, expected a rule that toolkits can change: ${reason}`,
    fix: 'Remove it from `rules`.',
  };
}

function unknownRule(id: string, changeable: readonly string[]): Fault {
  const near = nearest(id, changeable);
  return {
    problem: `\`rules\` names \`${id}\`, expected the id of a rule, as reports show it`,
    fix: near ? `Write \`${near}\`, the nearest id.` : 'Copy the id from the end of a problem in a report.',
  };
}
