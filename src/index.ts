import type {ElementContent} from 'hast';
import {h} from 'hastscript';
import {z} from 'zod';
import type {OwnDirective} from './content/extensions/own-directive.ts';
import type {OwnRule} from './content/extensions/own-rule.ts';
import type {CollectionOptions} from './content/schemas/collection-schema.ts';
import {type ToolkitOptions, type ToolkitSettings, toolkitSchema} from './content/schemas/toolkit-schema.ts';
import {FEATURES} from './features/features.ts';

/**
 * Checks and completes a toolkit's settings; for `toolkit.config.ts`.
 *
 * @throws {z.ZodError} where the options break the schema; `loadToolkit` turns it into problems.
 */
export function defineToolkit({features = FEATURES, ...options}: ToolkitOptions): ToolkitSettings {
  return toolkitSchema.parse({...options, features}, {reportInput: true});
}

/** A rule of your own for the pages of a toolkit, to list under `own_rules` of its configuration. */
export function defineRule(rule: Omit<OwnRule, 'severity'> & Partial<Pick<OwnRule, 'severity'>>): OwnRule {
  return {severity: 'warning', ...rule};
}

/** A kind of pages of your own, to list under `collections` of the configuration. */
export function defineCollection(collection: CollectionOptions): CollectionOptions {
  return collection;
}

/** What `defineDirective` takes: the types of the attributes follow from their schema. */
export interface DirectiveOptions<Attributes extends z.ZodObject>
  extends Omit<OwnDirective, 'attributes' | 'has_text' | 'render'>,
    Partial<Pick<OwnDirective, 'has_text'>> {
  attributes: Attributes;
  render(attributes: z.output<Attributes>, children: ElementContent[]): ElementContent | ElementContent[];
}

/** A block of your own that pages can show, to list under `directives` of the configuration. */
export function defineDirective<Attributes extends z.ZodObject>(directive: DirectiveOptions<Attributes>): OwnDirective {
  return {has_text: false, ...directive};
}

export type {OwnDirective} from './content/extensions/own-directive.ts';
export type {OwnRule, RulePage, RuleProblem} from './content/extensions/own-rule.ts';
export type {CollectionOptions} from './content/schemas/collection-schema.ts';
// Elements for `defineDirective`, and the schemas of both: a toolkit needs no other version of these packages.
export {h, z};
