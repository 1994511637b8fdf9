import {glob, readFile} from 'node:fs/promises';
import path from 'node:path';
import {checkReadableModel} from '../../src/checks/rule-set.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadSettings, readNavigationFile, readToolkit} from '../../src/fs/load-toolkit.ts';
import {compareText} from '../../src/model/problem.ts';
import {checkBatch} from '../check/check-batch.ts';

const SIZES = [300, 1000, 3000];

/** READMEs and all other documentation of packages; licences are text that is Markdown too. */
const FILES = 'node_modules/**/{*.{md,markdown,mdx},LICENSE,LICENSE.txt,LICENCE}';

/** Checks the documentation of npm packages, which nobody wrote for a toolkit: nothing may crash, and time is linear. */
export async function benchForeign({cwd, today, stdout}: Pick<Io, 'cwd' | 'today' | 'stdout'>): Promise<void> {
  const entries = await Array.fromAsync(glob(FILES, {cwd, withFileTypes: true}));
  const found = entries.flatMap((entry) => (entry.isFile() ? path.join(entry.parentPath, entry.name) : []));
  // Every nth of them, so that no large package fills a sample.
  const sorted = found.sort((a, b) => compareText(a, b));
  const settings = loadSettings(cwd);
  let before = Number.POSITIVE_INFINITY;
  for (const size of SIZES) {
    const step = Math.max(1, sorted.length / size);
    const names = Array.from({length: Math.min(size, sorted.length)}, (_, at) => sorted[Math.floor(at * step)] ?? '');
    const files = await Promise.all(
      names.map(async (name, at) => {
        const front = Buffer.from(`---\ntitle: Page ${at}\ndescription: Documentation of a package.\n---\n\n`);
        return {path: `docs/page-${at}.md`, bytes: Buffer.concat([front, await readFile(name)])};
      }),
    );
    const started = process.cpuUsage();
    const toolkit = readToolkit(settings, [readNavigationFile(cwd), ...files]);
    const {problems, toolkit: readable} = checkReadableModel(toolkit, today);
    const pages = readable.documents.filter(({kind, isUnread}) => kind === 'page' && !isUnread);
    const batch = pages.map(({kind, document: {placeOf: _, ...data}}) => ({kind, ...data}));
    const lookups = {correct: new Map(), suggested: new Map()};
    const checked = await checkBatch({cwd, config: toolkit.config, pages: batch, lookups});
    const {user, system} = process.cpuUsage(started);
    const seconds = (user + system) / 1e6;
    const each = (1000 * seconds) / files.length;
    const many = problems.length + checked.found.flat().length;
    stdout.write(
      `${files.length} files, ${many} problems, ${seconds.toFixed(1)} CPU s, ${each.toFixed(1)} ms a file\n`,
    );
    if (each > 2 * before) {
      throw new ExitError(
        'a file takes more than twice as long in the larger sample, expected the same',
        'Find the rule or parser that compares each page with all the others.',
      );
    }
    before = each;
  }
}
