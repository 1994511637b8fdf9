import {CHART_DIRECTIVE} from './figures/chart-directives.ts';
import {UPKEEP_DIRECTIVE} from './upkeep-directive.ts';

/** The leaf directives (`::name`) that the site supports, each with its component in `MDXComponents`. */
export const DIRECTIVE_COMPONENTS: Readonly<Record<string, string>> = {
  [CHART_DIRECTIVE]: 'Chart',
  [UPKEEP_DIRECTIVE]: 'Upkeep',
};

/** Directives that show current data. Only the handbook may use them, because pages of editions never change. */
const OF_TODAY: readonly string[] = [UPKEEP_DIRECTIVE];

/** The leaf directives that a page may use. */
export function allowedDirectives(path: string): readonly string[] {
  const all = Object.keys(DIRECTIVE_COMPONENTS);
  return path.startsWith('handbook/') ? all : all.filter((name) => !OF_TODAY.includes(name));
}
