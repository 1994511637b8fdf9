/** The whole content of a file; text is written as UTF-8. */
export type Content = string | Uint8Array;

/** One change of a transaction, as plain data. */
export interface FileChange {
  /** A file of the toolkit, with `/`, relative to its folder. */
  path: string;
  /** `undefined` removes the file, with the folders that it leaves empty. */
  content: Content | undefined;
  /** What was there when the change was planned: nothing else is replaced. */
  found: Content | undefined;
}

/** The changes that write some files and remove others, with what is among the files now. */
export function changesTo(
  files: readonly {path: string; bytes: Content}[],
  written: readonly {path: string; content: Content}[],
  removed: Iterable<string> = [],
): FileChange[] {
  const before = new Map(files.map(({path, bytes}) => [path, bytes]));
  const gone = [...removed].map((path) => ({path, content: undefined}));
  return [...written, ...gone].map(({path, content}) => ({path, content, found: before.get(path)}));
}
