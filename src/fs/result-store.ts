import {createHash} from 'node:crypto';
import {existsSync, globSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {deserialize, serialize} from 'node:v8';
import {crc32} from 'node:zlib';
import type {ResultStore} from '../model/memo.ts';
import {compareText} from '../model/problem.ts';

const CODE_ROOT = path.resolve(import.meta.dirname, '../..');

/** Code that affects results. */
const CODE = ['src/**/*.{ts,tsx,js,json,css}', 'scripts/check/*.{ts,js,json}'];

/** The versions of all packages. */
const PACKAGES = 'package-lock.json';

/** How many runs a result is kept without being used: `check` and `build` share a store and use different results. */
const UNUSED_RUNS = 4;

/** The file begins with the length of its list of entries, in 4 bytes. */
const LENGTH_BYTES = 4;

/** A result in the file; `unused` counts the runs since it was last used. */
type Entry = [key: string, bytes: number, checksum: number, unused: number];

interface Listed {
  engine: string;
  entries: Entry[];
}

/** A result of an earlier run as bytes, or one of this run. */
interface Kept {
  bytes?: Uint8Array;
  checksum?: number;
  value?: unknown;
  unused: number;
}

/** Where a toolkit keeps what may be deleted at any time. */
export function cacheFolder(cwd: string): string {
  return path.join(cwd, 'node_modules/.cache/good-practice-toolkit');
}

/**
 * A store of results in one file below `node_modules/.cache`, which is safe to delete at any time. Results of other
 * code or another version of Node are ignored, as is what became damaged.
 */
export class FileResultStore implements ResultStore {
  readonly #file: string;
  readonly #engine: string;
  readonly #known: Map<string, Kept>;

  constructor(cwd: string, name: string) {
    this.#file = path.join(cacheFolder(cwd), `${name}.bin`);
    this.#engine = hashEngine(cwd);
    this.#known = readEntries(this.#file, this.#engine);
  }

  get(kind: string, inputs: readonly (string | Uint8Array)[]): {value: unknown} | undefined {
    const known = this.#known.get(keyOf(kind, inputs));
    if (!known || (known.bytes && crc32(known.bytes) !== known.checksum)) return undefined;
    known.unused = 0;
    return {value: known.bytes ? deserialize(known.bytes) : known.value};
  }

  set(kind: string, inputs: readonly (string | Uint8Array)[], value: unknown): void {
    this.#known.set(keyOf(kind, inputs), {value, unused: 0});
  }

  /** Writes the store, and ignores errors, which only cost time. Readers see the old file or the new one. */
  save(): void {
    if (!existsSync(path.resolve(this.#file, '../../..'))) return;
    const kept = [...this.#known].filter(([, {unused}]) => unused < UNUSED_RUNS);
    const parts = kept.map(([key, {value, unused, ...old}]) => {
      const {bytes = serialize(value), checksum = crc32(bytes)} = old;
      return {entry: [key, bytes.length, checksum, unused] satisfies Entry, bytes};
    });
    const entries = parts.map(({entry}) => entry);
    const list = Buffer.from(JSON.stringify({engine: this.#engine, entries} satisfies Listed));
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(list.length);
    // The next run overwrites what a killed one left, and checksums protect runs that save at the same time.
    const temporary = `${this.#file}.tmp`;
    try {
      mkdirSync(path.dirname(this.#file), {recursive: true});
      writeFileSync(temporary, Buffer.concat([length, list, ...parts.map(({bytes}) => bytes)]));
      renameSync(temporary, this.#file);
    } catch {}
  }
}

function keyOf(kind: string, inputs: readonly (string | Uint8Array)[]): string {
  const key = createHash('sha256');
  for (const input of inputs) key.update(`${input.length} `).update(input);
  return `${kind} ${key.digest('base64url')}`;
}

function readEntries(file: string, engine: string): Map<string, Kept> {
  const known = new Map<string, Kept>();
  try {
    const content = readFileSync(file);
    let start = LENGTH_BYTES + content.readUInt32LE(0);
    const list = JSON.parse(content.toString('utf8', LENGTH_BYTES, start)) as Listed;
    if (list.engine !== engine) return known;
    for (const [key, bytes, checksum, unused] of list.entries) {
      known.set(key, {bytes: content.subarray(start, start + bytes), checksum, unused: unused + 1});
      start += bytes;
    }
  } catch {}
  return known;
}

/** The hash of everything that a result depends on apart from its inputs: the code, and the packages that it uses. */
function hashEngine(cwd: string): string {
  const engine = createHash('sha256').update(process.version);
  const code = globSync(CODE, {cwd: CODE_ROOT}).sort(compareText);
  // An installed engine brings no list of packages: the toolkit that installed it has one.
  const lists = [path.join(cwd, PACKAGES), path.join(CODE_ROOT, PACKAGES)].filter((file) => existsSync(file));
  for (const file of [...code.map((name) => path.join(CODE_ROOT, name)), ...lists.slice(0, 1)]) {
    // Symbolic links are never followed, so a link is hashed as a link.
    engine.update(lstatSync(file).isSymbolicLink() ? 'link' : readFileSync(file));
  }
  return engine.digest('hex');
}
