import {execFileSync} from 'node:child_process';
import {cpSync, globSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {beforeAll, expect, test} from 'vitest';
import {build} from '../../../support/sites/build-toolkit.ts';
import {compareFolders} from '../../../support/sites/compare-folders.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';
import {copyToolkit, FLOOD, ROOT, WORK} from '../../../support/toolkits/copy-toolkit.ts';
import {PACKED_ENGINE} from '../../../support/toolkits/pack-engine.ts';
import {changeEveryPage, EDITS, run} from './edits.ts';

/** A search path that holds what `npm run` needs, and no git. */
function pathWithoutGit(): string {
  const bin = path.join(WORK, 'bin-without-git');
  rmSync(bin, {recursive: true, force: true});
  mkdirSync(bin, {recursive: true});
  for (const program of ['node', 'npm', 'sh', 'env']) {
    const found = execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], {encoding: 'utf8'}).trim();
    symlinkSync(found, path.join(bin, program));
  }
  return bin;
}

const READS_LOG = path.join(WORK, 'reads.log');
let warm = '';

beforeAll(async () => {
  warm = copyToolkit('flood warm', {contentFrom: FLOOD, engine: PACKED_ENGINE});
  rmSync(READS_LOG, {force: true});
  const logReads = new URL('./log-reads.ts', import.meta.url);
  await build(warm, {
    TZ: 'Asia/Tokyo',
    LC_ALL: 'C',
    PATH: pathWithoutGit(),
    NODE_OPTIONS: `--import=${logReads}`,
    READS_LOG,
  });
}, 240_000);

test('a build loads the toolkit once: the engine opens each page exactly once', () => {
  const reads = readFileSync(READS_LOG, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    // Docusaurus opens each page once more.
    .filter(([caller = '']) => caller.includes('good-practice-toolkit/lib/'))
    .map(([, page]) => page);
  const pages = globSync('{docs,handbook}/**/*.md', {cwd: warm}).sort();
  expect(pages.length).toBeGreaterThan(3);
  expect(reads.sort()).toEqual(pages);
});

test('another folder, time zone and no git give the same bytes', () => {
  expect(compareFolders(siteFolder('flood'), path.join(warm, 'build'))).toEqual([]);
});

/** Edits come in another order with another seed: `SEED=7 npm test`. */
const SEED = Number(process.env.SEED ?? 2026);

test('warm builds after edits give the same bytes as cold ones', async () => {
  const [shuffled = []] = fc.sample(fc.shuffledSubarray([...EDITS], {minLength: EDITS.length}), {
    seed: SEED,
    numRuns: 1,
  });
  const half = Math.ceil(EDITS.length / 2);
  const order = [...shuffled.filter(({isDraft}) => isDraft), ...shuffled.filter(({isDraft}) => !isDraft)];
  const [early, late] = [order.slice(0, half), order.slice(half)];
  for (const {first} of early) await first(warm);
  await build(warm);
  for (const {later} of early) await later?.(warm);
  for (const {first} of late) await first(warm);
  const edited = await build(warm);
  const names = `seed ${SEED}: ${order.map(({name}) => name).join('; ')}`;
  expect(compareFolders(edited, await buildCold(warm)), names).toEqual([]);
  expect(compareFolders(edited, siteFolder('flood'))).not.toEqual([]);

  await run(warm, 'publish', '--edition');
  changeEveryPage(warm);
  for (const {later} of late) await later?.(warm);
  expect(compareFolders(await build(warm), await buildCold(warm)), names).toEqual([]);
}, 400_000);

/** What a copy is built without: results of earlier builds, and the code, which is copied from its own place. */
const NOT_COPIED = ['build', '.docusaurus', '.cache', '.toolkit', 'scripts'];

/** Builds a copy of a toolkit and of the code in another folder, without anything that was kept of earlier builds. */
async function buildCold(folder: string): Promise<string> {
  const cold = `${folder} as cold`;
  rmSync(cold, {recursive: true, force: true});
  const isCode = (file: string) => path.basename(path.dirname(file)) === 'src' && lstatSync(file).isSymbolicLink();
  const filter = (file: string) => !NOT_COPIED.includes(path.basename(file)) && !isCode(file);
  cpSync(folder, cold, {recursive: true, filter, verbatimSymlinks: true});
  for (const part of ['src', 'scripts']) cpSync(path.join(ROOT, part), path.join(cold, part), {recursive: true});
  return build(cold);
}
