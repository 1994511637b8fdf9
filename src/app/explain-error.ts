import {InvalidConfigurationError} from '../io/load-toolkit.ts';
import {configurationProblems} from '../rules/front-matter/explain-issues.ts';

/** An error that a command ended with: of a configuration that cannot be used, with the words of the rules. */
export function explainError(error: unknown): unknown {
  return error instanceof InvalidConfigurationError
    ? new InvalidConfigurationError(configurationProblems(error))
    : error;
}
