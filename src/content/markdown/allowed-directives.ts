import {CHART_DIRECTIVE} from './figures/chart-directives.ts';
import {KEPT_DIRECTIVE, TODAY_WORDS, UPKEEP_DIRECTIVE} from './upkeep-directive.ts';

/** The leaf directives (`::name`) that the site supports, each with its component in `MDXComponents`. */
export const DIRECTIVE_COMPONENTS: Readonly<Record<string, string>> = {
  [CHART_DIRECTIVE]: 'Chart',
  [KEPT_DIRECTIVE]: 'KeptData',
  [UPKEEP_DIRECTIVE]: 'Upkeep',
};

/** The leaf directives that a page may use. Only the handbook shows current data: pages of editions never change. */
export function allowedDirectives(path: string): readonly string[] {
  const all = Object.keys(DIRECTIVE_COMPONENTS);
  return path.startsWith('handbook/') ? all : all.filter((name) => !(name in TODAY_WORDS));
}
