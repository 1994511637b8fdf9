import type {SourceFile} from '../toolkit.ts';

/** A file that a command is about to write where none lies yet. */
export interface PlannedFile {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  content: string | Uint8Array;
}

/** Files as they will lie in the tree, once some are written and some removed. */
export function filesAfter(
  files: readonly SourceFile[],
  written: readonly PlannedFile[],
  removed: readonly string[],
): SourceFile[] {
  const encoder = new TextEncoder();
  const replaced = new Set([...removed, ...written.map(({path}) => path)]);
  return [
    ...files.filter(({path}) => !replaced.has(path)),
    ...written.map(({path, content}) => ({
      path,
      bytes: typeof content === 'string' ? encoder.encode(content) : content,
    })),
  ];
}

/** Whether two files hold the same. */
export function isSameContent(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
