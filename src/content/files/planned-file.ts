import type {SourceFile} from '../toolkit.ts';

export interface PlannedFile {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  content: string | Uint8Array;
}

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

export function isSameContent(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
