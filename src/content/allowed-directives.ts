import {CHART_DIRECTIVE} from './charts/chart-directives.ts';

/** The leaf directives (`::name`) that a page may hold: each must have a component that shows it. */
export const ALLOWED_DIRECTIVES: readonly string[] = [CHART_DIRECTIVE];
