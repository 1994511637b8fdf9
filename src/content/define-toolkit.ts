import type {ToolkitConfig, ToolkitOptions} from './schemas/toolkit-schema.ts';
import {toolkitSchema} from './schemas/toolkit-schema.ts';

/**
 * Checks and completes a toolkit's configuration; for `toolkit.config.ts`.
 *
 * @throws {z.ZodError} where the options break the schema; `loadToolkit` turns it into problems.
 */
export function defineToolkit(options: ToolkitOptions): ToolkitConfig {
  return toolkitSchema.parse(options, {reportInput: true});
}
