import {availableParallelism} from 'node:os';
import path from 'node:path';
import {Tinypool} from 'tinypool';
import {keepResult, recall} from '../../content/memo.ts';
import type {Problem} from '../../content/problem.ts';
import type {KindedDocument, Toolkit} from '../../content/toolkit.ts';
import {loadCheckContext} from '../../io/load-check-context.ts';
import {withoutRepeatedFailures} from '../../rules/own-rules.ts';
import {isToBeChecked, problemInputs} from '../../rules/rule-set.ts';
import {noUnreadableFile} from '../../rules/safety/no-unreadable-file.ts';
import type {Batch} from './check-batch.ts';

/** With fewer pages than this, starting a second worker takes longer than checking. */
const FEWEST_FOR_WORKERS = 60;

/** Small batches let all workers finish at about the same time. */
const BATCH_SIZE = 16;

/** What a worker may use before it is stopped: many times what the largest pages need, also on a computer that does much else. */
const MOST_SECONDS = 180;
const MOST_MEGABYTES = 1024;

/**
 * Finds the problems of each page, in workers where they are not kept.
 *
 * @returns apart, the problem of each page for which the rules had to be stopped
 */
export async function checkPagesApart(
  cwd: string,
  {config, documents}: Toolkit,
  onProgress: (done: number, total: number) => void = () => undefined,
  seconds = MOST_SECONDS,
) {
  const context = loadCheckContext(cwd, config);
  const pages = documents.filter(isToBeChecked);
  const inputsOf = ({document}: KindedDocument) => problemInputs(document, context);
  const found = new Map(pages.map((page) => [page, recall<Problem[]>('problems', inputsOf(page))?.value]));
  const unknown = pages.filter((page) => found.get(page) === undefined);
  const lanes = unknown.length < FEWEST_FOR_WORKERS ? 1 : availableParallelism();
  const stopped: Problem[] = [];
  let done = 0;

  async function checkTogether(batch: readonly KindedDocument[]): Promise<void> {
    try {
      const files = batch.map(({kind, document: {placeOf: _, ...data}}) => ({kind, ...data}));
      const checked: Problem[][] = await startWorkers(lanes).run({cwd, config, pages: files} satisfies Batch, {
        signal: AbortSignal.timeout(seconds * 1000),
      });
      for (const [index, page] of batch.entries()) {
        found.set(page, checked[index]);
        keepResult('problems', inputsOf(page), checked[index]);
      }
      done += batch.length;
      onProgress(done, unknown.length);
    } catch (error) {
      const [first, ...others] = batch;
      if (first && others.length === 0) stopped.push(stoppedProblem(first.document.path, error, seconds));
      else for (const page of batch) await checkTogether([page]);
    }
  }

  const batches = chunk(unknown, BATCH_SIZE).values();
  const work = async () => {
    for (const batch of batches) await checkTogether(batch);
  };
  await Promise.all(Array.from({length: lanes}, work));
  return {problems: withoutRepeatedFailures(pages.flatMap((page) => found.get(page) ?? [])), stopped};
}

/**
 * The problem of a page for which a worker took too long or ran out of memory.
 *
 * @throws the error itself if it has another cause.
 */
function stoppedProblem(path: string, error: unknown, seconds: number): Problem {
  const {name, code} = error as NodeJS.ErrnoException;
  const isTooLarge = code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (!isTooLarge && name !== 'AbortError') throw error;
  const limit = isTooLarge ? `needed more than ${MOST_MEGABYTES} MB of memory` : `took more than ${seconds} seconds`;
  return {
    path,
    ruleId: noUnreadableFile.id,
    severity: 'error',
    problem: `the rules ${limit} for this page and were stopped, expected a few seconds at most`,
    fix: 'Split the page, and remove characters that repeat many times. If the page is an ordinary one, look for a fault in your own rules, or report a bug in the toolkit.',
  };
}

/** The workers of this process, which serve every check in it and do not keep it running. */
let workers: Tinypool | undefined;

function startWorkers(fewest: number): Tinypool {
  workers ??= new Tinypool({
    filename: new URL(`./check-batch${path.extname(import.meta.filename)}`, import.meta.url).href,
    name: 'checkBatch',
    minThreads: fewest,
    maxThreads: availableParallelism(),
    // Syntax trees are short-lived: with the default young generation, garbage collection takes a fifth of the time.
    resourceLimits: {maxYoungGenerationSizeMb: 192, maxOldGenerationSizeMb: MOST_MEGABYTES},
  });
  return workers;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
