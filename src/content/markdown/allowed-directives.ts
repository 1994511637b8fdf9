import {CHART_DIRECTIVE} from './figures/chart-directives.ts';

/** The directive that shows on a handbook page how the toolkit is kept up to date. */
export const UPKEEP_DIRECTIVE = 'upkeep';

/** The directive that shows on a handbook page what data about readers the toolkit keeps. */
const KEPT_DIRECTIVE = 'kept-data';

/** The directives that show current data, with their text in a difference. */
export const TODAY_WORDS: Readonly<Record<string, string>> = {
  [UPKEEP_DIRECTIVE]: 'Numbers of how the toolkit is kept up to date, counted when the page is made',
  [KEPT_DIRECTIVE]: 'What is kept of readers, for how long and who sees it, by the settings of the toolkit',
};

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
