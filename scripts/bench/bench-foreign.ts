import {glob, readFile} from 'node:fs/promises';
import path from 'node:path';
import {checkReadableModel} from '../../src/checks/rule-set.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadSettings, readNavigationFile, readToolkit} from '../../src/fs/load-toolkit.ts';
import {compareText} from '../../src/model/problem.ts';
import {checkBatch} from '../check/check-batch.ts';

const SIZES = [60, 120, 3000];

/** Checks the documentation of npm packages, which nobody wrote for a toolkit: nothing may crash, and time is linear. */
export async function benchForeign({cwd, today, stdout}: Pick<Io, 'cwd' | 'today' | 'stdout'>): Promise<void> {
  const found = await Array.fromAsync(glob('node_modules/**/*.{md,markdown}', {cwd}));
  // Every nth of them, so that no large package fills a sample.
  const sorted = found.sort((a, b) => compareText(a, b));
  const settings = loadSettings(cwd);
  for (const size of SIZES) {
    const step = Math.max(1, sorted.length / size);
    const names = Array.from({length: Math.min(size, sorted.length)}, (_, at) => sorted[Math.floor(at * step)] ?? '');
    const files = await Promise.all(
      names.map(async (name, at) => {
        const front = Buffer.from(`---\ntitle: Page ${at}\ndescription: Documentation of a package.\n---\n\n`);
        return {path: `docs/page-${at}.md`, bytes: Buffer.concat([front, await readFile(path.join(cwd, name))])};
      }),
    );
    const before = process.cpuUsage();
    const toolkit = readToolkit(settings, [readNavigationFile(cwd), ...files]);
    const {problems, toolkit: readable} = checkReadableModel(toolkit, today);
    const pages = readable.documents.filter(({kind, isUnread}) => kind === 'page' && !isUnread);
    const batch = pages.map(({kind, document: {placeOf: _, ...data}}) => ({kind, ...data}));
    const lookups = {correct: new Map(), suggested: new Map()};
    const checked = await checkBatch({cwd, config: toolkit.config, pages: batch, lookups});
    const {user, system} = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const many = problems.length + checked.found.flat().length;
    stdout.write(
      `${files.length} files, ${many} problems, ${seconds.toFixed(1)} CPU s, ${((1000 * seconds) / files.length).toFixed(1)} ms a file\n`,
    );
  }
}
