import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';

/** A file that follows from the configuration and the code alone. */
export interface GeneratedFile {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  content(toolkit: ToolkitConfig): string;
}
