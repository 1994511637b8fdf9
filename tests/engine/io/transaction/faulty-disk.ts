import * as fs from 'node:fs/promises';
import type {Disk} from '../../../../src/io/transaction/tree.ts';

/** Calls that change nothing: dying before one is dying before the next that does. */
export const READING = ['lstat', 'readFile', 'readdir'];

/** The real disk, but at every call something may happen first: a death, an error, a change by somebody else. */
export function faultyDisk(before: (call: string, args: readonly unknown[]) => Promise<void> | void): Disk {
  return new Proxy(fs as Disk, {
    get(disk, call: keyof Disk) {
      return async (...args: unknown[]) => {
        await before(call, args);
        return Reflect.apply(disk[call], disk, args);
      };
    },
  });
}

/**
 * A disk whose nth call that changes something never returns, nor does any call after it; a write is then half done.
 * `die` is called there; one rename may be refused.
 */
export function deadlyDisk(nth: number, die: () => void, refused?: string): Disk {
  let calls = 0;
  return faultyDisk(async (call, args) => {
    if (!READING.includes(call)) calls += 1;
    if (calls === nth && call === 'writeFile') {
      const [file, bytes] = args as [string, string | Uint8Array];
      await fs.writeFile(file, bytes.slice(0, bytes.length / 2));
    }
    if (calls === nth) die();
    if (calls >= nth) await new Promise(() => {});
    if (call === 'rename' && refused !== undefined && String(args[1]).endsWith(refused)) throw diskError('EACCES');
  });
}

/** An error as the system gives it. */
export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: no room, rename`), {code, syscall: 'rename'});
}
