/** The leaf directives (`::name`) that a page may hold: each must have a component that shows it. There is none yet. */
export const ALLOWED_DIRECTIVES: readonly string[] = [];
