import type {OwnRule} from './model/own-rule.ts';
import {type ToolkitOptions, type ToolkitSettings, toolkitSchema} from './model/schemas/toolkit-schema.ts';

/**
 * Checks and completes a toolkit's settings; for `toolkit.config.ts`.
 *
 * @throws {z.ZodError} where the options break the schema; `loadToolkit` turns it into problems.
 */
export function defineToolkit(options: ToolkitOptions): ToolkitSettings {
  return toolkitSchema.parse(options, {reportInput: true});
}

/** A rule of your own for the pages of a toolkit, to list under `own_rules` of its configuration. */
export function defineRule(rule: Omit<OwnRule, 'severity'> & Partial<Pick<OwnRule, 'severity'>>): OwnRule {
  return {severity: 'warning', ...rule};
}

export type {OwnRule, RulePage, RuleProblem} from './model/own-rule.ts';
