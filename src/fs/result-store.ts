import {createHash} from 'node:crypto';
import {existsSync, globSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {deserialize, serialize} from 'node:v8';
import type {ResultStore} from '../model/memo.ts';
import {compareText} from '../model/problem.ts';

const CODE_ROOT = path.resolve(import.meta.dirname, '../..');

/** Code that affects results. */
const CODE = ['src/**/*.{ts,tsx,json,css}', 'scripts/check/*.{ts,json}', 'package-lock.json'];

/** How many runs a result is kept without being used: `check` and `build` share a store and use different results. */
const UNUSED_RUNS = 4;

/** The file begins with the length of its list of entries, in 4 bytes. */
const LENGTH_BYTES = 4;

interface Listed {
  engine: string;
  /** Key, bytes, and runs since it was last used. */
  entries: [key: string, bytes: number, unused: number][];
}

/** A result of an earlier run as bytes, or one of this run. */
interface Kept {
  bytes?: Uint8Array;
  value?: unknown;
  unused: number;
}

/**
 * A store of results in one file below `node_modules/.cache`, which is safe to delete at any time. Results of other
 * code or another version of Node are ignored, as is a file that was cut short.
 */
export class FileResultStore implements ResultStore {
  readonly #file: string;
  readonly #engine: string;
  readonly #known: Map<string, Kept>;

  constructor(cwd: string, name: string) {
    this.#file = path.join(cwd, 'node_modules/.cache/good-practice-toolkit', `${name}.bin`);
    this.#engine = hashEngine();
    this.#known = readEntries(this.#file, this.#engine);
  }

  get(kind: string, inputs: readonly (string | Uint8Array)[]): {value: unknown} | undefined {
    const known = this.#known.get(keyOf(kind, inputs));
    if (!known) return undefined;
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
    const parts = kept.map(([key, {bytes, value, unused}]) => ({key, unused, bytes: bytes ?? serialize(value)}));
    const entries = parts.map(({key, bytes, unused}): Listed['entries'][0] => [key, bytes.length, unused]);
    const list = Buffer.from(JSON.stringify({engine: this.#engine, entries} satisfies Listed));
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(list.length);
    const temporary = `${this.#file}.${process.pid}.tmp`;
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
    const end = list.entries.reduce((sum, [, bytes]) => sum + bytes, start);
    if (list.engine !== engine || end !== content.length) return known;
    for (const [key, bytes, unused] of list.entries) {
      known.set(key, {bytes: content.subarray(start, start + bytes), unused: unused + 1});
      start += bytes;
    }
  } catch {}
  return known;
}

/** The hash of everything that a result depends on apart from its inputs. */
function hashEngine(): string {
  const engine = createHash('sha256').update(process.version);
  for (const name of globSync(CODE, {cwd: CODE_ROOT}).sort(compareText)) {
    const file = path.join(CODE_ROOT, name);
    // Symbolic links are never followed, so a link is hashed as a link.
    engine.update(lstatSync(file).isSymbolicLink() ? 'link' : readFileSync(file));
  }
  return engine.digest('hex');
}
