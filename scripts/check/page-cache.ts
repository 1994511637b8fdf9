import {createHash, hash} from 'node:crypto';
import {existsSync, globSync, lstatSync, readFileSync} from 'node:fs';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Lookups} from '../../src/checks/prose/spelling.ts';
import {configurationFiles} from '../../src/fs/load-toolkit.ts';
import {documentOf, type ReadDocument, readDocument} from '../../src/fs/yaml/document.ts';
import {compareText, type Problem} from '../../src/model/problem.ts';
import type {PageFile} from './check-batch.ts';

/** A cache of parsed front matter and problems of unchanged pages. It is safe to delete. */
export interface PageCache {
  /** Whether the cache has no pages. */
  isEmpty: boolean;
  get(page: PageFile): Problem[] | undefined;
  /** Known results of the dictionary. Added results are cached too. */
  lookups: Lookups;
  /** Reads a document, and takes the front matter of an unchanged text from the cache. */
  read(path: string, text: string): ReadDocument;
  /** Caches the problems of these pages, and drops all other pages. */
  save(found: readonly (readonly [PageFile, Problem[]])[]): Promise<void>;
}

interface Stored {
  /** The hash of everything that a result depends on, apart from the page. */
  engine: string;
  pages: Record<string, KeptPage>;
  /** Lists instead of objects, because a word may be the name of an object property. */
  correct: [string, boolean][];
  suggested: [string, string[]][];
}

interface KeptPage {
  hash: string;
  problems: Problem[];
  frontMatter?: Record<string, unknown> | undefined;
}

const CODE_ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Code and data that affect the results. */
const CODE = [
  'src/{checks,diff,editorial,format,links,markdown,model,outputs,privacy}/**/*.{ts,json}',
  'src/fs/*.ts',
  'src/fs/yaml/*.ts',
  'scripts/check/*.{ts,json}',
  'package-lock.json',
];
const SETTINGS = ['navigation.json', 'words.txt'];

/** Opens the cache in `node_modules` of a toolkit. Without that folder, nothing is cached. */
export function openCache(cwd: string): PageCache {
  const modules = path.join(cwd, 'node_modules');
  const file = path.join(modules, '.cache', 'good-practice-toolkit', 'check.json');
  const engine = hashEngine(cwd);
  const stored = readStored(file, engine);
  const known = stored?.pages ?? {};
  const lookups = {correct: new Map(stored?.correct), suggested: new Map(stored?.suggested)};
  const byHash = new Map(Object.values(known).map(({hash, frontMatter}) => [hash, frontMatter]));
  const hashText = createHasher();
  const keptFor = ({path: name, text}: PageFile): KeptPage | undefined =>
    known[name]?.hash === hashText(text) ? known[name] : undefined;
  return {
    isEmpty: Object.keys(known).length === 0,
    get: (page) => keptFor(page)?.problems,
    lookups,
    read: (name, text) => {
      const frontMatter = byHash.get(hashText(text));
      return frontMatter ? {document: documentOf(name, text, frontMatter), broken: []} : readDocument(name, text);
    },
    save: async (found) => {
      if (!existsSync(modules)) return;
      const toKept = ({text, frontMatter}: PageFile, problems: Problem[]): KeptPage => ({
        hash: hashText(text),
        problems,
        frontMatter: isPlain(frontMatter) ? frontMatter : undefined,
      });
      const pages = found.map(([page, problems]) => [page.path, keptFor(page) ?? toKept(page, problems)]);
      const {correct, suggested} = lookups;
      await store(file, {engine, pages: Object.fromEntries(pages), correct: [...correct], suggested: [...suggested]});
    },
  };
}

/** Reads synchronously, which is four times as fast for hundreds of small files. */
function hashEngine(cwd: string): string {
  const engine = createHash('sha256').update(process.version);
  const code = globSync(CODE, {cwd: CODE_ROOT}).sort(compareText);
  const files = [
    ...code.map((name) => path.join(CODE_ROOT, name)),
    ...configurationFiles(cwd),
    ...SETTINGS.map((name) => path.join(cwd, name)),
  ];
  for (const name of files) engine.update(bytesOf(name));
  return engine.digest('hex');
}

/** Symbolic links are never followed, so a link is hashed as a link. */
function bytesOf(file: string): Uint8Array | string {
  try {
    return lstatSync(file).isSymbolicLink() ? 'link' : readFileSync(file);
  } catch {
    return 'none';
  }
}

/** The hash of a page's text, computed once. Its path, which decides its kind, is the key. */
function createHasher(): (text: string) => string {
  const hashes = new Map<string, string>();
  return (text) => {
    const known = hashes.get(text) ?? hash('sha256', text);
    hashes.set(text, known);
    return known;
  };
}

/** Whether front matter survives JSON: YAML has numbers that JSON does not. */
function isPlain(frontMatter: PageFile['frontMatter']): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(frontMatter ?? null)), frontMatter);
}

/** The stored cache, if the same engine wrote it; else `undefined`. */
function readStored(file: string, engine: string): Stored | undefined {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    return stored.engine === engine ? stored : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the cache, and ignores errors, which only cost time. The cache is not part of the toolkit, so it needs no
 * transaction.
 */
async function store(file: string, stored: Stored): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(temporary, JSON.stringify(stored));
    await rename(temporary, file);
  } catch {}
}
