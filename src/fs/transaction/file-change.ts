/** The whole content of a file; text is written as UTF-8. */
export type Content = string | Uint8Array;

/** One change of a transaction, as plain data; paths are relative to the toolkit's folder, with `/`. */
export type FileChange = WriteFile | RemoveFile | MoveFile;

/** Writes a file, or replaces one. */
interface WriteFile {
  kind: 'write';
  path: string;
  content: Content;
  /** What was there when the change was planned, `undefined` for nothing; anything else is not overwritten. */
  found: Content | undefined;
}

/** Removes a file, and the folders that it leaves empty. */
interface RemoveFile {
  kind: 'remove';
  path: string;
  /** What was there when the change was planned; anything else is not removed. */
  found: Content;
}

/** Moves a file to a path that is free. */
interface MoveFile {
  kind: 'move';
  path: string;
  to: string;
}
