import {performance} from 'node:perf_hooks';
import {apiFiles} from '../../src/content/api/api-files.ts';
import {apiSource} from '../../src/content/api/api-source.ts';
import {renderFeeds} from '../../src/content/feeds/render-feeds.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import type {Io} from '../io.ts';
import {multiplyToolkit} from './multiply-toolkit.ts';

const PAGES = 1000;

const TODAY = '2026-11-24';

/** What is made for programs from the same updates: each gives the texts of its files. */
const OUTLETS: Readonly<Record<string, (toolkit: Toolkit) => readonly string[]>> = {
  feeds: (toolkit) => renderFeeds(toolkit, toolkit.config).map(({text}) => text),
  api: (toolkit) => {
    // The words of pages are cut out of built ones by another step, which is no cost of the record.
    const bodies = new Map(allPages(toolkit).map(({id, document}) => [id, document.body]));
    return apiFiles(apiSource(toolkit.config, toolkit, TODAY), bodies).map(({text}) => text);
  },
};

/** How long the outlets of 1,000 pages take to make, cold, without writing them to disk. */
export async function benchOutlets(io: Io): Promise<void> {
  const toolkit = multiplyToolkit(await loadToolkit(io.cwd), PAGES);
  const notes = toolkit.updates.reduce((sum, {data}) => sum + data.changes.length, 0);
  io.stdout.write(
    `${allPages(toolkit).length} pages, ${toolkit.updates.length} updates, ${notes} notes, Node ${process.version}\n`,
  );
  for (const [name, make] of Object.entries(OUTLETS)) {
    const start = performance.now();
    const texts = make(toolkit);
    const seconds = (performance.now() - start) / 1000;
    const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
    io.stdout.write(
      `${name.padEnd(12)}${seconds.toFixed(2).padStart(8)} s${String(texts.length).padStart(8)} files${megabytes.toFixed(1).padStart(8)} MB\n`,
    );
  }
}
