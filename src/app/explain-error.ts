import {InvalidConfigurationError} from '../io/load-toolkit.ts';
import {configurationProblems} from '../rules/front-matter/explain-issues.ts';

/** The error of a command; if its configuration cannot be used, in the words of the rules. */
export function explainError(error: unknown): unknown {
  return error instanceof InvalidConfigurationError
    ? new InvalidConfigurationError(configurationProblems(error))
    : error;
}
