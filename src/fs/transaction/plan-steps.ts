import type {Content, FileChange} from './file-change.ts';
import type {FoundFile} from './look-at-file.ts';
import {TransactionError} from './transaction-error.ts';

/** One file before and after; `undefined` where there is none. */
export interface Step {
  path: string;
  before: Uint8Array | undefined;
  after: Uint8Array | undefined;
  /** Permissions to keep; `undefined` for a new file. */
  mode: number | undefined;
}

/** Every path that changes touch, in their order. */
export function pathsOf(changes: readonly FileChange[]): string[] {
  const paths = changes.flatMap((change) => (change.kind === 'move' ? [change.path, change.to] : [change.path]));
  const twice = paths.find((file, index) => paths.indexOf(file) !== index);
  if (twice !== undefined) throw new Error(`\`${twice}\` is changed twice in one transaction`);
  return paths;
}

/**
 * The steps for each file; none for a file that is already as planned.
 *
 * @throws {TransactionError} where a file has changed since the changes were planned.
 */
export function planSteps(changes: readonly FileChange[], onDisk: ReadonlyMap<string, FoundFile | undefined>): Step[] {
  return changes
    .flatMap((change): Step[] => {
      const file = onDisk.get(change.path);
      const step = {path: change.path, before: file?.bytes, after: undefined, mode: file?.mode};
      if (change.kind === 'move') {
        if (!file) throw gone(change.path);
        requireSame(change.to, undefined, onDisk.get(change.to)?.bytes);
        return [{...step, path: change.to, before: undefined, after: file.bytes}, step];
      }
      requireSame(change.path, change.found, file?.bytes);
      return [change.kind === 'remove' ? step : {...step, after: toBytes(change.content)}];
    })
    .filter(({before, after}) => !isSame(before, after));
}

function requireSame(file: string, found: Content | undefined, bytes: Uint8Array | undefined): void {
  if (isSame(found === undefined ? undefined : toBytes(found), bytes)) return;
  if (bytes === undefined) throw gone(file);
  throw found === undefined
    ? new TransactionError(
        `\`${file}\` exists, expected nothing there`,
        'Move it away, and run the command again. Nothing was changed.',
      )
    : new TransactionError(
        `\`${file}\` has changed since it was read, expected it as it was`,
        'Run the command again; nothing was written over your change.',
      );
}

function gone(file: string): TransactionError {
  return new TransactionError(
    `\`${file}\` is gone, expected the file that was read`,
    'Restore it if you need it, and run the command again. Nothing was changed.',
  );
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}

function toBytes(content: Content): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
