/** The whole content of a file; text is written as UTF-8. */
export type Content = string | Uint8Array;

/** A file of the toolkit, with `/`, relative to its folder. */
interface ChangedFile {
  path: string;
}

/** One change of a transaction, as plain data. `found` is what was there when it was planned: nothing else is replaced. */
export type FileChange =
  | (ChangedFile & {kind: 'write'; content: Content; found: Content | undefined})
  /** Also removes the folders that it leaves empty. */
  | (ChangedFile & {kind: 'remove'; found: Content})
  /** To a path that is free. */
  | (ChangedFile & {kind: 'move'; to: string});

/** The changes that write some files and remove others; what is not among the files now is new, or gone already. */
export function changesTo(
  files: readonly {path: string; bytes: Content}[],
  written: readonly {path: string; content: Content}[],
  removed: Iterable<string> = [],
): FileChange[] {
  const before = new Map(files.map(({path, bytes}) => [path, bytes]));
  return [
    ...written.map(({path, content}) => ({kind: 'write', path, content, found: before.get(path)}) as const),
    ...[...removed].flatMap((path) => {
      const found = before.get(path);
      return found === undefined ? [] : [{kind: 'remove', path, found} as const];
    }),
  ];
}
