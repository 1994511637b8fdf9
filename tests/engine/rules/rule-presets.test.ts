import {expect, test} from 'vitest';
import type {Problem} from '../../../src/content/problem.ts';
import {toolkitSchema} from '../../../src/content/schemas/toolkit-schema.ts';
import type {RuleGroup} from '../../../src/rules/rule.ts';
import {applyRuleSettings} from '../../../src/rules/rule-settings.ts';

const GROUPS: Readonly<Record<string, RuleGroup>> = {
  'no-broken-link': 'model',
  'no-page-code': 'safety',
  'no-long-sentence': 'prose',
  'no-long-page': 'structure',
  'markdownlint/ul-style': 'structure',
  'markdownlint/no-empty-links': 'structure',
};

const PROBLEMS = Object.keys(GROUPS).map(
  (ruleId): Problem => ({path: 'docs/a.md', severity: 'error', ruleId, problem: '', fix: ''}),
);

const settled = (rules: Parameters<typeof applyRuleSettings>[1]['rules']) =>
  applyRuleSettings(PROBLEMS, {rules}, (id) => GROUPS[id] ?? 'structure').map(
    ({ruleId, severity}) => `${ruleId} ${severity}`,
  );

const ALL = Object.keys(GROUPS).map((id) => `${id} error`);

test.each([
  [{}, ALL],
  [{preset: 'strict'}, ALL],
  [{preset: 'recommended'}, ALL.map((line) => line.replace('ul-style error', 'ul-style warning'))],
  [{preset: 'essential'}, ALL.filter((line) => !/long|ul-style/.test(line))],
  [
    {preset: 'essential', 'no-long-sentence': 'error'},
    ALL.filter((line) => !/page error.*long|long-page|ul-style/.test(line)),
  ],
  [{'markdownlint/*': 'off', 'no-page-code': 'off'}, ALL.filter((line) => !line.startsWith('markdownlint/'))],
  [{'markdownlint/*': 'off', 'markdownlint/ul-style': 'error'}, ALL.filter((line) => !line.includes('empty-links'))],
] as const)('%j', (rules, expected) => {
  expect(settled(rules)).toEqual(expected);
});

test.each([
  [{preset: 'off'}, 'expected `essential`, `recommended` or `strict`'],
  [{'no-long-page': 'strict'}, 'expected `off`, `warning` or `error`'],
])('%j is refused', (rules, message) => {
  expect(toolkitSchema.safeParse({rules}).error?.issues.map((issue) => issue.message)).toContain(message);
});
