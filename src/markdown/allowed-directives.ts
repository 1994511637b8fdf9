import {CHART_DIRECTIVE} from './chart-directives.ts';
import {UPKEEP_DIRECTIVE} from './upkeep-directive.ts';

/** The leaf directives (`::name`) that the site can show, each with the component of `MDXComponents` that does. */
export const DIRECTIVE_COMPONENTS: Readonly<Record<string, string>> = {
  [CHART_DIRECTIVE]: 'Chart',
  [UPKEEP_DIRECTIVE]: 'Upkeep',
};

/** Those that tell of today: a page of an edition never changes, so that only the handbook may hold them. */
const OF_TODAY: readonly string[] = [UPKEEP_DIRECTIVE];

/** The leaf directives that a page may hold. */
export function allowedDirectives(path: string): readonly string[] {
  const all = Object.keys(DIRECTIVE_COMPONENTS);
  return path.startsWith('handbook/') ? all : all.filter((name) => !OF_TODAY.includes(name));
}
