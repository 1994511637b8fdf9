import type {Toolkit} from '../src/content/toolkit.ts';
import {InvalidConfigurationError, loadToolkit} from '../src/store/load-toolkit.ts';
import {ExitError} from './io.ts';

/**
 * Loads a toolkit for a report on it.
 *
 * @throws {ExitError} where its configuration cannot be used.
 */
export async function loadOrRefuse(cwd: string): Promise<Toolkit> {
  try {
    return await loadToolkit(cwd);
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    const [first, ...more] = error.problems;
    const others = more.length > 0 ? `; \`npm run check\` tells ${more.length} more` : '';
    throw new ExitError(`${first?.path}: ${first?.problem}${others}`, first?.fix ?? 'Mend the configuration.');
  }
}
