import {createHash, hash} from 'node:crypto';
import {existsSync, globSync, lstatSync, readFileSync} from 'node:fs';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Verdicts} from '../../src/checks/prose/spelling.ts';
import type {ReadDocument} from '../../src/fs/yaml/document.ts';
import {documentOf, readDocument} from '../../src/fs/yaml/document.ts';
import type {Problem} from '../../src/model/problem.ts';
import {compareText} from '../../src/model/problem.ts';
import type {PageFile} from './check-batch.ts';

/** What was read and found on pages that have not changed since; lost without harm. */
export interface PageCache {
  /** Whether nothing is known of any page. */
  isEmpty: boolean;
  get(page: PageFile): Problem[] | undefined;
  /** What the dictionary is known to say; what is added is kept too. */
  verdicts: Verdicts;
  /** Reads a document, its front matter from here where the same text was read before. */
  read(path: string, text: string): ReadDocument;
  /** Keeps what was found on these pages, and forgets all others. */
  save(found: readonly (readonly [PageFile, Problem[]])[]): Promise<void>;
}

interface Stored {
  /** Of everything but the pages that a result depends on. */
  engine: string;
  pages: Record<string, KeptPage>;
  /** As lists: a word may be called as what every object has. */
  judged: [string, boolean][];
  suggested: [string, string[]][];
}

interface KeptPage {
  hash: string;
  problems: Problem[];
  frontMatter?: Record<string, unknown> | undefined;
}

const CODE_ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Code and data that decide what is found. */
const CODE = [
  'src/{checks,diff,editorial,format,links,markdown,model,outputs,privacy}/**/*.ts',
  'src/checks/**/*.json',
  'src/fs/*.ts',
  'src/fs/yaml/*.ts',
  'scripts/check/*.ts',
  'package-lock.json',
];
const SETTINGS = ['toolkit.config.ts', 'navigation.json', 'words.txt'];

/** Opens the cache beside the packages of a toolkit; where there are none, nothing is kept. */
export function openCache(cwd: string): PageCache {
  const modules = path.join(cwd, 'node_modules');
  const file = path.join(modules, '.cache', 'good-practice-toolkit', 'check.json');
  const engine = hashEngine(cwd);
  const stored = readStored(file, engine);
  const known = stored?.pages ?? {};
  const verdicts = {judged: new Map(stored?.judged), suggested: new Map(stored?.suggested)};
  const byHash = new Map(Object.values(known).map(({hash, frontMatter}) => [hash, frontMatter]));
  const hashText = createHasher();
  const keptFor = ({path: name, text}: PageFile): KeptPage | undefined =>
    known[name]?.hash === hashText(text) ? known[name] : undefined;
  return {
    isEmpty: Object.keys(known).length === 0,
    get: (page) => keptFor(page)?.problems,
    verdicts,
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
      const {judged, suggested} = verdicts;
      await store(file, {engine, pages: Object.fromEntries(pages), judged: [...judged], suggested: [...suggested]});
    },
  };
}

/** Reads without promises: they would take four times as long over some hundred small files. */
function hashEngine(cwd: string): string {
  const engine = createHash('sha256').update(process.version);
  const code = globSync(CODE, {cwd: CODE_ROOT}).sort(compareText);
  const files = [...code.map((name) => path.join(CODE_ROOT, name)), ...SETTINGS.map((name) => path.join(cwd, name))];
  for (const name of files) engine.update(bytesOf(name));
  return engine.digest('hex');
}

/** A link is never followed, so it counts as one, whatever it leads to. */
function bytesOf(file: string): Uint8Array | string {
  try {
    return lstatSync(file).isSymbolicLink() ? 'link' : readFileSync(file);
  } catch {
    return 'none';
  }
}

/** The kind of a page follows from its path, so its text alone tells whether it changed; each is hashed once. */
function createHasher(): (text: string) => string {
  const hashes = new Map<string, string>();
  return (text) => {
    const known = hashes.get(text) ?? hash('sha256', text);
    hashes.set(text, known);
    return known;
  };
}

/** Whether front matter comes back from JSON as it went: YAML knows numbers that JSON does not. */
function isPlain(frontMatter: PageFile['frontMatter']): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(frontMatter ?? null)), frontMatter);
}

/** What was kept by the same engine; `undefined` where there is none, or it cannot be read. */
function readStored(file: string, engine: string): Stored | undefined {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    return stored.engine === engine ? stored : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A cache that cannot be written costs time, and nothing else. It is no part of the toolkit and is made anew where it is
 * lost, so it needs no transaction.
 */
async function store(file: string, stored: Stored): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(temporary, JSON.stringify(stored));
    await rename(temporary, file);
  } catch {}
}
