import {performance} from 'node:perf_hooks';
import {apiFiles} from '../../src/content/api/api-files.ts';
import {apiSource} from '../../src/content/api/api-source.ts';
import type {PageEntry, Toolkit} from '../../src/content/toolkit.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';

/** What was measured: `seconds` is wall time, `bytes` is what would be written. */
export interface ApiMeasure {
  pages: number;
  files: number;
  bytes: number;
  seconds: number;
}

/**
 * How long the files for programs take for a toolkit grown to so many pages, from records to text. Cutting the words
 * out of built pages, fingerprints and writing are left out: the first two are the cost of reading pages, and others
 * pay it too.
 */
export async function measureApi(cwd: string, count: number, today: string): Promise<ApiMeasure> {
  const toolkit = grow(await loadToolkit(cwd), count);
  const pages = allPages(toolkit);
  const bodies = new Map(pages.map(({id, document}) => [id, document.body]));
  for (const {fingerprint} of [...pages, ...toolkit.editions.flatMap((edition) => edition.pages)]) fingerprint();
  const start = performance.now();
  const files = apiFiles(apiSource(toolkit.config, toolkit, today), bodies);
  const seconds = (performance.now() - start) / 1000;
  return {
    pages: pages.length,
    files: files.length,
    bytes: files.reduce((sum, {text}) => sum + Buffer.byteLength(text), 0),
    seconds,
  };
}

/** The same toolkit with copies of its pages, which updates name as they name the pages themselves. */
function grow(toolkit: Toolkit, count: number): Toolkit {
  const rounds = Math.ceil(count / allPages(toolkit).length);
  const ids = (id: string) => Array.from({length: rounds}, (_, round) => copyId(id, round));
  const copies = <Entry extends PageEntry>(entries: readonly Entry[], most: number): Entry[] =>
    Array.from({length: rounds}, (_, round) => entries.map((entry) => copyOf(entry, round)))
      .flat()
      .slice(0, most);
  const caseStudies = copies(
    toolkit.caseStudies,
    Math.floor((count * toolkit.caseStudies.length) / allPages(toolkit).length),
  );
  return {
    ...toolkit,
    caseStudies,
    pages: copies(toolkit.pages, count - caseStudies.length),
    updates: toolkit.updates.map((update) => {
      const changes = update.data.changes.map((change) => ({...change, pages: change.pages.flatMap(ids)}));
      return {...update, data: {...update.data, changes}};
    }),
  };
}

function copyOf<Entry extends PageEntry>(entry: Entry, round: number): Entry {
  if (round === 0) return entry;
  return {...entry, id: copyId(entry.id, round), address: entry.address.replace(/\/$/, `-${round}/`)};
}

function copyId(id: string, round: number): string {
  return round === 0 ? id : `${id}-${round}`;
}
