import {readdir} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {Tinypool} from 'tinypool';
import {mergeLookups} from '../../src/checks/prose/spelling.ts';
import {isToBeChecked} from '../../src/checks/rule-set.ts';
import type {Problem} from '../../src/model/problem.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import type {Batch, CheckedBatch, PageFile} from './check-batch.ts';
import {openCache} from './page-cache.ts';

/** With fewer pages than this, starting workers takes longer than checking. */
const FEWEST_FOR_WORKERS = 60;

/** Small batches let all workers finish at about the same time. */
const BATCH_SIZE = 16;

/** Called with the number of checked pages and the total. */
type OnProgress = (done: number, total: number) => void;

/** Checks pages, and must be closed afterwards. */
export interface PageChecker {
  /** Finds the problems of each page, from the cache if it has not changed, else on all cores. */
  check(toolkit: Toolkit, onProgress: OnProgress): Promise<Problem[]>;
  close(): Promise<void>;
}

/** Opens the cache. If it is empty and there are many files, workers start while the toolkit loads. */
export async function createPageChecker(cwd: string): Promise<PageChecker> {
  const cache = openCache(cwd);
  let pool = cache.isEmpty && (await countFiles(cwd)) >= FEWEST_FOR_WORKERS ? createPool() : undefined;

  async function checkUnknown(batch: Batch, onProgress: OnProgress): Promise<Problem[][]> {
    if (batch.pages.length === 0) return [];
    if (batch.pages.length < FEWEST_FOR_WORKERS) {
      // Loaded only when needed: a run with a full cache uses neither linters nor dictionary.
      const {checkBatch} = await import('./check-batch.ts');
      return take(await checkBatch(batch));
    }
    pool ??= createPool();
    const workers = pool;
    let done = 0;
    const batches = chunk(batch.pages, BATCH_SIZE).map(async (pages) => {
      const checked: CheckedBatch = await workers.run({...batch, pages}, {name: 'checkBatch'});
      done += pages.length;
      onProgress(done, batch.pages.length);
      return take(checked);
    });
    const checked = await Promise.all(batches);
    return checked.flat();
  }

  function take({lookups, found}: CheckedBatch): Problem[][] {
    mergeLookups(cache.lookups, lookups);
    return found;
  }

  return {
    async check(toolkit, onProgress) {
      const pages = toolkit.documents
        .filter(isToBeChecked)
        .map(({kind, document: {placeOf: _, ...data}}): PageFile => ({kind, ...data}));
      const known = new Map(pages.map((page) => [page, cache.get(page)]));
      const unknown = pages.filter((page) => known.get(page) === undefined);
      const found = await checkUnknown(
        {cwd, config: toolkit.config, pages: unknown, lookups: cache.lookups},
        onProgress,
      );
      for (const [index, page] of unknown.entries()) {
        known.set(page, found[index] ?? []);
        cache.set(page, found[index] ?? []);
      }
      return pages.flatMap((page) => known.get(page) ?? []);
    },
    close: async () => {
      cache.save();
      await pool?.destroy();
    },
  };
}

function createPool(): Tinypool {
  const threads = availableParallelism();
  return new Tinypool({
    filename: new URL(`./check-batch${path.extname(import.meta.filename)}`, import.meta.url).href,
    name: 'checkBatch',
    minThreads: threads,
    maxThreads: threads,
    // Syntax trees are short-lived: with the default young generation, garbage collection takes a fifth of the time.
    resourceLimits: {maxYoungGenerationSizeMb: 192},
  });
}

/** Estimates how many pages there are, before they are read. */
async function countFiles(cwd: string): Promise<number> {
  return (await readdir(path.join(cwd, 'docs'), {recursive: true}).catch(() => [])).length;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
