import {createHash} from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import {deserialize, serialize} from 'node:v8';
import {crc32} from 'node:zlib';
import {oncePer, type ResultStore} from '../content/memo.ts';
import {compareText} from '../content/problem.ts';

const CODE_ROOT = path.resolve(import.meta.dirname, '../..');

const CODE = ['src/**/*.{ts,tsx,js,json,css}'];

const PACKAGES = 'package-lock.json';

/** How many runs a result is kept without being used: `check` and `build` share a store and use different results. */
const UNUSED_RUNS = 4;

/** Where a result is in the file of values; `unused` counts the runs since it was last used. */
interface Place {
  start: number;
  bytes: number;
  checksum: number;
  unused: number;
}

interface Index {
  engine: string;
  /** The length of the file of values. */
  size: number;
  places: [key: string, Place][];
}

/** Where a toolkit keeps what may be deleted at any time. */
export function cacheFolder(cwd: string): string {
  return path.join(cwd, 'node_modules/.cache/good-practice-toolkit');
}

/**
 * A store of results below `node_modules/.cache`, which is safe to delete at any time: an index, and a file of values to
 * which each run adds. Results of other code or another version of Node are ignored, as is what became damaged.
 */
export class FileResultStore implements ResultStore {
  readonly #file: string;
  readonly #indexFile: string;
  /** A hash of the code and the packages. */
  readonly engine: string;
  readonly #places: Map<string, Place>;
  #size: number;
  #open: number | undefined;

  constructor(cwd: string, name: string) {
    this.#file = path.join(cacheFolder(cwd), `${name}.bin`);
    this.#indexFile = path.join(cacheFolder(cwd), `${name}.json`);
    this.engine = hashEngine(cwd);
    const {size, places} = readIndex(this.#indexFile, this.engine);
    this.#size = size;
    this.#places = new Map(places);
    try {
      if (!existsSync(path.resolve(cacheFolder(cwd), '../..'))) return;
      mkdirSync(cacheFolder(cwd), {recursive: true});
      this.#open = openSync(this.#file, constants.O_RDWR | constants.O_CREAT);
    } catch {}
  }

  get(kind: string, inputs: readonly (string | Uint8Array)[]): {value: unknown} | undefined {
    const place = this.#places.get(keyOf(kind, inputs));
    const bytes = place && this.#read(place);
    if (!bytes) return undefined;
    place.unused = 0;
    return {value: deserialize(bytes)};
  }

  has(kind: string, inputs: readonly (string | Uint8Array)[]): boolean {
    const place = this.#places.get(keyOf(kind, inputs));
    if (place) place.unused = 0;
    return place !== undefined;
  }

  /** Writes a result at once, so that it needs no memory. Nothing refers to it until the index is saved. */
  set(kind: string, inputs: readonly (string | Uint8Array)[], value: unknown): void {
    if (this.#open === undefined) return;
    const bytes = serialize(value);
    try {
      writeSync(this.#open, bytes, 0, bytes.length, this.#size);
    } catch {
      return;
    }
    const place = {start: this.#size, bytes: bytes.length, checksum: crc32(bytes), unused: 0};
    this.#places.set(keyOf(kind, inputs), place);
    this.#size += bytes.length;
  }

  /** The bytes of a result, if they are as they were written. */
  #read({start, bytes, checksum}: Place): Uint8Array | undefined {
    if (this.#open === undefined) return undefined;
    try {
      const content = Buffer.allocUnsafe(bytes);
      return readSync(this.#open, content, 0, bytes, start) === bytes && crc32(content) === checksum
        ? content
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** Writes the index, and ignores errors, which only cost time. Checksums protect runs that save at the same time. */
  save(): void {
    if (this.#open === undefined) return;
    try {
      for (const [key, {unused}] of this.#places) if (unused >= UNUSED_RUNS) this.#places.delete(key);
      const used = [...this.#places.values()].reduce((sum, {bytes}) => sum + bytes, 0);
      if (used < this.#size / 2) this.#compact();
      const index: Index = {engine: this.engine, size: this.#size, places: [...this.#places]};
      writeAtomically(this.#indexFile, JSON.stringify(index));
    } catch {}
  }

  /** Leaves out what no result uses any more. */
  #compact(): void {
    const kept = [...this.#places].flatMap(([key, place]) => {
      const bytes = this.#read(place);
      return bytes ? [[key, place, bytes] as const] : [];
    });
    writeAtomically(this.#file, Buffer.concat(kept.map(([, , bytes]) => bytes)));
    if (this.#open !== undefined) closeSync(this.#open);
    this.#open = openSync(this.#file, constants.O_RDWR);
    this.#places.clear();
    this.#size = 0;
    for (const [key, place] of kept) {
      this.#places.set(key, {...place, start: this.#size});
      this.#size += place.bytes;
    }
  }
}

/** Writes a file that readers see as it was or whole. The next run overwrites what a killed one left. */
function writeAtomically(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.tmp`, content);
  renameSync(`${file}.tmp`, file);
}

const keyOf = (kind: string, inputs: readonly (string | Uint8Array)[]): string => `${kind} ${hashOf(inputs)}`;

/** A result that is missing is soon kept by the same inputs, and hashing a page twice takes as long as reading it. */
const hashOf = oncePer((inputs: readonly (string | Uint8Array)[]): string => {
  const key = createHash('sha256');
  // A call for each of many short inputs would take longer than the hashing.
  let text = '';
  for (const input of inputs) {
    text += `${input.length} `;
    if (typeof input === 'string') {
      text += input;
    } else {
      key.update(text).update(input);
      text = '';
    }
  }
  return key.update(text).digest('base64url');
});

function readIndex(file: string, engine: string): Index {
  try {
    const index = JSON.parse(readFileSync(file, 'utf8')) as Index;
    const places = index.places.map(([key, place]): Index['places'][number] => [
      key,
      {...place, unused: place.unused + 1},
    ]);
    if (index.engine === engine) return {...index, places};
  } catch {}
  return {engine, size: 0, places: []};
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
