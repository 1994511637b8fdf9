/** The whole content of a file; text is written as UTF-8. */
export type Content = string | Uint8Array;

/** One change of a transaction, as plain data; paths are relative to the toolkit's folder, with `/`. */
export type FileChange = WriteFile | RemoveFile | MoveFile;

/** Writes a file, new or in the place of one. */
interface WriteFile {
  kind: 'write';
  path: string;
  content: Content;
  /** What lay there when the change was planned, `undefined` where nothing did; anything else is not overwritten. */
  found: Content | undefined;
}

/** Removes a file, and the folders that it leaves empty. */
interface RemoveFile {
  kind: 'remove';
  path: string;
  /** What lay there when the change was planned; anything else is not removed. */
  found: Content;
}

/** Moves a file as it is to where nothing lies. */
interface MoveFile {
  kind: 'move';
  path: string;
  to: string;
}
