import type {Fault, Severity} from '../content/problem.ts';
import rules from './structure-rules.json' with {type: 'json'};

/**
 * The markdownlint rules that affect what readers see, or that keep diffs small. `name` is the rule's name in reports
 * after the prefix, as in `markdownlint/heading-increment`.
 */
export const STRUCTURE_RULES: Readonly<
  Record<string, Fault & {name: string; settings?: object; is_formatting?: boolean; severity?: Severity}>
> = rules as Record<string, Fault & {name: string}>;

/** The rules about how Markdown is written, which readers do not see. */
export const FORMATTING_RULES: ReadonlySet<string> = new Set(
  Object.values(STRUCTURE_RULES).flatMap(({name, is_formatting}) => (is_formatting ? `markdownlint/${name}` : [])),
);

/**
 * The settings for markdownlint, passed explicitly. A `.markdownlint.cjs` in a contributed branch would run as code on
 * the editor's computer.
 */
export const STRUCTURE_SETTINGS = {
  default: false,
  ...Object.fromEntries(Object.entries(STRUCTURE_RULES).map(([number, {settings = true}]) => [number, settings])),
};
