import {createHash, hash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {glob, mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Problem} from '../../src/content/problem.ts';
import {compareText} from '../../src/content/problem.ts';
import type {ReadDocument} from '../../src/store/document.ts';
import {documentOf, readDocument} from '../../src/store/document.ts';
import type {PageFile} from './check-batch.ts';

/** What was read and found on pages that have not changed since; lost without harm. */
export interface PageCache {
  /** Whether nothing is known of any page. */
  isEmpty: boolean;
  get(page: PageFile): Problem[] | undefined;
  /** Reads a document, its front matter from here where the same text was read before. */
  read(path: string, text: string): ReadDocument;
  /** Keeps what was found on these pages, and forgets all others. */
  save(found: readonly (readonly [PageFile, Problem[]])[]): Promise<void>;
}

interface Stored {
  /** Of everything but the pages that a result depends on. */
  engine: string;
  pages: Record<string, {hash: string; problems: Problem[]; frontMatter?: Record<string, unknown> | undefined}>;
}

const CODE_ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Code and data that decide what is found. */
const CODE = ['src/content/**/*.ts', 'src/store/*.ts', 'scripts/check/*.ts', 'package-lock.json'];
const SETTINGS = ['toolkit.config.ts', 'words.txt', '.markdownlint-cli2.jsonc'];

/** Opens the cache beside the packages of a toolkit; where there are none, nothing is kept. */
export async function openCache(cwd: string): Promise<PageCache> {
  const modules = path.join(cwd, 'node_modules');
  const file = path.join(modules, '.cache', 'good-practice-toolkit', 'check.json');
  const engine = await hashEngine(cwd);
  const stored = await readStored(file);
  const known = stored?.engine === engine ? stored.pages : {};
  const byHash = new Map(Object.values(known).map(({hash, frontMatter}) => [hash, frontMatter]));
  return {
    isEmpty: Object.keys(known).length === 0,
    get: (page) => {
      const entry = known[page.path];
      return entry?.hash === hashText(page.text) ? entry.problems : undefined;
    },
    read: (name, text) => {
      const frontMatter = byHash.get(hashText(text));
      return frontMatter ? {document: documentOf(name, text, frontMatter), broken: []} : readDocument(name, text);
    },
    save: async (found) => {
      if (!existsSync(modules)) return;
      const pages = Object.fromEntries(
        found.map(([{path: name, text, frontMatter}, problems]) => [
          name,
          {hash: hashText(text), problems, frontMatter: isPlain(frontMatter) ? frontMatter : undefined},
        ]),
      );
      await store(file, {engine, pages});
    },
  };
}

async function hashEngine(cwd: string): Promise<string> {
  const engine = createHash('sha256').update(process.version);
  const code = (await Array.fromAsync(glob(CODE, {cwd: CODE_ROOT}))).sort(compareText);
  const files = [...code.map((name) => path.join(CODE_ROOT, name)), ...SETTINGS.map((name) => path.join(cwd, name))];
  for (const bytes of await Promise.all(files.map((name) => readFile(name).catch(() => 'none')))) engine.update(bytes);
  return engine.digest('hex');
}

/** The kind of a page follows from its path, so its text alone tells whether it changed. */
function hashText(text: string): string {
  return hash('sha256', text);
}

/** Whether front matter comes back from JSON as it went: YAML knows numbers that JSON does not. */
function isPlain(frontMatter: PageFile['frontMatter']): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(frontMatter ?? null)), frontMatter);
}

async function readStored(file: string): Promise<Stored | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stored;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written costs time, and nothing else. */
async function store(file: string, stored: Stored): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(temporary, JSON.stringify(stored));
    await rename(temporary, file);
  } catch {}
}
