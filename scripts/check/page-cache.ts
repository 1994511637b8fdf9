import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {glob, mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Problem} from '../../src/content/problem.ts';
import {compareText} from '../../src/content/problem.ts';
import type {PageFile} from './check-batch.ts';

/** What was found on pages that have not changed since; lost without harm. */
export interface PageCache {
  /** Whether nothing is known of any page. */
  isEmpty: boolean;
  get(page: PageFile): Problem[] | undefined;
  /** Keeps what was found on these pages, and forgets all others. */
  save(found: readonly (readonly [PageFile, Problem[]])[]): Promise<void>;
}

interface Stored {
  /** Of everything but the pages that a result depends on. */
  engine: string;
  pages: Record<string, {hash: string; problems: Problem[]}>;
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
  return {
    isEmpty: Object.keys(known).length === 0,
    get: (page) => {
      const entry = known[page.path];
      return entry?.hash === hashPage(page) ? entry.problems : undefined;
    },
    save: async (found) => {
      if (!existsSync(modules)) return;
      const pages = Object.fromEntries(found.map(([page, problems]) => [page.path, {hash: hashPage(page), problems}]));
      await store(file, {engine, pages});
    },
  };
}

async function hashEngine(cwd: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const code = (await Array.fromAsync(glob(CODE, {cwd: CODE_ROOT}))).sort(compareText);
  const files = [...code.map((name) => path.join(CODE_ROOT, name)), ...SETTINGS.map((name) => path.join(cwd, name))];
  for (const bytes of await Promise.all(files.map((name) => readFile(name).catch(() => 'none')))) hash.update(bytes);
  return hash.digest('hex');
}

function hashPage({kind, text}: PageFile): string {
  return createHash('sha256').update(kind).update(text).digest('hex');
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
