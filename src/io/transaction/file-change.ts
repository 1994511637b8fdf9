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
