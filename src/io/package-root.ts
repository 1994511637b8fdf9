import {existsSync} from 'node:fs';
import path from 'node:path';

/**
 * The folder of the engine: that of its package, or of a checkout. The compiled code is one folder deeper than the
 * sources.
 */
export const PACKAGE_ROOT = [2, 3]
  .map((levels) => path.resolve(import.meta.dirname, ...Array<string>(levels).fill('..')))
  .find((folder) => existsSync(path.join(folder, 'bin/toolkit.mjs'))) as string;
