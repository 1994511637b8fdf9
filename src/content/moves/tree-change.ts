import type {PlannedFile} from '../publish/planned-file.ts';

/** What a command does to the files of a tree, before the notes. */
export interface TreeChange {
  /** The new content of files, by path. */
  written: Map<string, PlannedFile['content']>;
  removed: string[];
  /** The ids of pages of which links alone change. */
  touched: string[];
}
