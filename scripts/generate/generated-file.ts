import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';

/** A file generated from the configuration and the code. */
export interface GeneratedFile {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  content(toolkit: ToolkitConfig): string;
}
