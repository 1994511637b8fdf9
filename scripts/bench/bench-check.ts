import {appendFile, rm} from 'node:fs/promises';
import path from 'node:path';
import type {Io} from '../io.ts';
import {copyPages} from './copy-pages.ts';
import {argumentsOf, timeProcess} from './time-process.ts';

const PAGES = 1000;

interface Row {
  name: string;
  seconds: number;
}

/** How long a check of 1,000 pages takes, beside the two linters it stands on, on the same files in the same run. */
export async function benchCheck(io: Io): Promise<void> {
  const folder = path.join(io.cwd, '.tmp', 'bench-check');
  const first = await copyPages(io.cwd, folder, PAGES);
  const bin = (name: string) => path.join(io.cwd, 'node_modules', '.bin', name);
  const node = async (...args: string[]) => (await timeProcess(folder, process.execPath, args)).seconds;
  const check = () => node(...argumentsOf('check'), '--format', 'json');
  io.stderr.write(`Checking ${PAGES} pages in ${folder}.\n`);

  const rows: Row[] = [];
  const measure = async (name: string, run: () => Promise<number>) => {
    rows.push({name, seconds: await run()});
    io.stderr.write('.');
  };
  await measure('ours, cold', check);
  await measure('ours, nothing changed', check);
  await appendFile(path.join(folder, first), '\nOne more sentence stands here.\n');
  await measure('ours, one page changed', check);
  await measure('markdownlint-cli2', () => node(bin('markdownlint-cli2'), 'docs/**/*.md'));
  await measure('remark-cli', () => node(bin('remark'), 'docs', '--quiet', '--frail', '--no-stdout', ...REMARK));
  await rm(folder, {recursive: true, force: true});

  const both = rows.filter(({name}) => !name.startsWith('ours')).reduce((sum, {seconds}) => sum + seconds, 0);
  rows.push({name: 'both linters, one after the other', seconds: both});
  io.stdout.write(`\n${PAGES} pages, whole process, Node ${process.version}\n${renderRows(rows, both)}`);
}

/** The rules that our check asks of remark-lint too, with the same syntax. */
const REMARK = ['remark-frontmatter', 'remark-gfm', 'remark-directive', 'remark-preset-lint-recommended'].flatMap(
  (plugin) => ['--use', plugin],
);

function renderRows(rows: readonly Row[], both: number): string {
  return rows
    .map(
      ({name, seconds}) =>
        `${name.padEnd(36)}${seconds.toFixed(1).padStart(6)} s${(seconds / both).toFixed(2).padStart(8)}\n`,
    )
    .join('');
}
