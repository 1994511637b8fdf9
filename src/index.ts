import {type ToolkitOptions, type ToolkitSettings, toolkitSchema} from './model/schemas/toolkit-schema.ts';

/**
 * Checks and completes a toolkit's settings; for `toolkit.config.ts`.
 *
 * @throws {z.ZodError} where the options break the schema; `loadToolkit` turns it into problems.
 */
export function defineToolkit(options: ToolkitOptions): ToolkitSettings {
  return toolkitSchema.parse(options, {reportInput: true});
}
