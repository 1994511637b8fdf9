import {execFile} from 'node:child_process';
import {appendFile, cp, glob, mkdir, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import {promisify} from 'node:util';
import {compareText} from '../../src/content/problem.ts';
import type {Io} from '../io.ts';

const run = promisify(execFile);

const PAGES = 100;

/** One page in so many says something new with the last update. */
const CHANGED = 3;

const TOOLKIT = [
  ...['src', 'scripts', 'docs', 'handbook', 'blog', 'ledgers', 'static', 'versioned_docs', 'versioned_sidebars'],
  ...['versions.json', 'toolkit.config.ts', 'sidebars.ts', 'docusaurus.config.ts', 'package.json', 'words.txt'],
];

/** What compares texts. */
const COMPARERS = ['update-differences.ts', 'compare-editions.ts'];

/** Where nothing differs, no difference is worked out or written, and the rest of the site is the same. */
const SAME = "const diffPages = () => ({kind: 'same', edits: []});";

/** How much longer the build of 100 pages and one edition more takes for its differences. */
export async function benchDifferences(io: Io): Promise<void> {
  const folder = path.join(io.cwd, '.tmp', 'bench-differences');
  await layOut(io.cwd, folder);
  const rows: {name: string; seconds: number}[] = [];
  const build = async (name: string) => {
    await rm(path.join(folder, 'build'), {recursive: true, force: true});
    const start = performance.now();
    await run('npm', ['run', 'build'], {cwd: folder, maxBuffer: 64 * 1024 * 1024});
    rows.push({name, seconds: (performance.now() - start) / 1000});
    io.stderr.write('.');
  };
  await build('first, cold');
  for (const turn of [1, 2, 3]) {
    await build(`with differences, ${turn}`);
    await without(folder, () => build(`without, ${turn}`));
  }
  const best = (prefix: string) =>
    Math.min(...rows.filter(({name}) => name.startsWith(prefix)).map((row) => row.seconds));
  const share = best('with differences') / best('without') - 1;
  await rm(folder, {recursive: true, force: true});
  io.stdout.write(
    `\n${rows.map(({name, seconds}) => `${name.padEnd(24)}${seconds.toFixed(1).padStart(6)} s\n`).join('')}`,
  );
  io.stdout.write(`Differences add ${(share * 100).toFixed(0)}% to the fastest build of the same ${PAGES} pages.\n`);
}

/** The toolkit with copies of case studies up to 100 pages, an update that changes a third of them, and an edition. */
async function layOut(cwd: string, folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  for (const name of TOOLKIT) await cp(path.join(cwd, name), path.join(folder, name), {recursive: true});
  await symlink(path.join(cwd, 'node_modules'), path.join(folder, 'node_modules'));
  const pages = (await Array.fromAsync(glob('docs/**/*.md', {cwd: folder}))).sort(compareText);
  const studies = pages.filter((file) => file.startsWith('docs/case-studies/'));
  const copies = Array.from({length: Math.max(PAGES - pages.length, 0)}, (_, index) => `case-studies/copy-${index}`);
  for (const [index, id] of copies.entries()) {
    const text = await readFile(path.join(folder, studies[index % studies.length] ?? ''), 'utf8');
    await writeFile(path.join(folder, `docs/${id}.md`), text.replace(/^title: .*$/m, `title: Copy number ${index}`));
  }
  await publish(folder, {kind: 'case-study-added', pages: copies});
  const changed = pages.filter((_, index) => index % CHANGED === 0);
  for (const file of changed) await appendFile(path.join(folder, file), '\nThe words of this page were read again.\n');
  await publish(folder, {kind: 'content-changed', pages: changed.map((file) => file.slice(5, -3))}, '--edition');
}

async function publish(folder: string, {kind, pages}: {kind: string; pages: readonly string[]}, ...more: string[]) {
  const note = `---\nkind: ${kind}\nsignificance: major\npages: [${pages.join(', ')}]\nnote: These pages say that their words were read again.\n---\n`;
  await mkdir(path.join(folder, 'blog/_pending'), {recursive: true});
  await writeFile(path.join(folder, 'blog/_pending/bench.md'), note);
  await run('npm', ['run', 'publish', '--', '--title', 'Pages read again', ...more], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Lets all texts be the same while something is done. */
async function without(folder: string, work: () => Promise<void>): Promise<void> {
  const files = COMPARERS.map((name) => path.join(folder, 'src/content/differences', name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  for (const [index, file] of files.entries()) {
    await writeFile(file, (texts[index] ?? '').replace(/^import \{diffPages\}.*$/m, SAME));
  }
  await work();
  for (const [index, file] of files.entries()) await writeFile(file, texts[index] ?? '');
}
