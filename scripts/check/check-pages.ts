import {readdir} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {Tinypool} from 'tinypool';
import {isToBeChecked} from '../../src/checks/policy.ts';
import {addVerdicts} from '../../src/checks/prose/spelling.ts';
import type {Problem} from '../../src/model/problem.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import type {Batch, CheckedBatch, PageFile} from './check-batch.ts';
import type {PageCache} from './page-cache.ts';
import {openCache} from './page-cache.ts';

/** Fewer pages than this are checked before workers would have started. */
const FEWEST_FOR_WORKERS = 60;

/** Small enough that all workers end at about the same time: a worker that waits for the last batch is a core unused. */
const BATCH_SIZE = 16;

/** Told how many pages are done, of how many. */
type OnProgress = (done: number, total: number) => void;

/** Checks pages, and is closed when all is done. */
export interface PageChecker {
  /** Reads a document: what the toolkit is loaded with. */
  read: PageCache['read'];
  /** Problems of each page alone: kept from the last run where nothing changed, else found on all cores. */
  check(toolkit: Toolkit, onProgress: OnProgress): Promise<Problem[]>;
  close(): Promise<void>;
}

/** Opens what is kept; where there is nothing and there are many files, workers load while the toolkit does. */
export async function createPageChecker(cwd: string): Promise<PageChecker> {
  const cache = openCache(cwd);
  let pool = cache.isEmpty && (await countFiles(cwd)) >= FEWEST_FOR_WORKERS ? createPool() : undefined;

  async function checkUnknown(batch: Batch, onProgress: OnProgress): Promise<Problem[][]> {
    if (batch.pages.length === 0) return [];
    if (batch.pages.length < FEWEST_FOR_WORKERS) {
      // Loaded only here: a run that finds everything in the cache does without the linters and the dictionary.
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

  function take({verdicts, found}: CheckedBatch): Problem[][] {
    addVerdicts(cache.verdicts, verdicts);
    return found;
  }

  return {
    read: cache.read,
    async check(toolkit, onProgress) {
      const pages = toolkit.documents
        .filter(isToBeChecked)
        .map(({kind, document: {placeOf: _, ...data}}): PageFile => ({kind, ...data}));
      const known = new Map(pages.map((page) => [page, cache.get(page)]));
      const unknown = pages.filter((page) => known.get(page) === undefined);
      const found = await checkUnknown(
        {cwd, config: toolkit.config, pages: unknown, verdicts: cache.verdicts},
        onProgress,
      );
      for (const [index, page] of unknown.entries()) known.set(page, found[index] ?? []);
      const results = pages.map((page) => [page, known.get(page) ?? []] as const);
      if (unknown.length > 0) await cache.save(results);
      return results.flatMap(([, problems]) => problems);
    },
    close: async () => pool?.destroy(),
  };
}

function createPool(): Tinypool {
  const threads = availableParallelism();
  return new Tinypool({
    filename: new URL('./check-batch.ts', import.meta.url).href,
    name: 'checkBatch',
    minThreads: threads,
    maxThreads: threads,
    // Trees of pages live for a moment: with little room for young objects, collecting them takes a fifth of the time.
    resourceLimits: {maxYoungGenerationSizeMb: 192},
  });
}

/** About how many pages there are, before they are read. */
async function countFiles(cwd: string): Promise<number> {
  return (await readdir(path.join(cwd, 'docs'), {recursive: true}).catch(() => [])).length;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
