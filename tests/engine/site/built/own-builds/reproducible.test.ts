import {execFileSync} from 'node:child_process';
import {cpSync, globSync, mkdirSync, rmSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {compareFolders} from '../../../support/sites/compare-folders.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';
import {copyToolkit, FLOOD, WORK} from '../../../support/toolkits/copy-toolkit.ts';
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

/** Edits come in another order with another seed: `SEED=7 npm test`. */
const SEED = Number(process.env.SEED ?? 2026);

/** What a copy is built without: the results of earlier builds. */
const RESULTS = ['build', '.docusaurus', '.cache', '.toolkit'];

/** Builds a copy of a toolkit in another folder, time zone and language, without git and the results of earlier builds. */
async function buildCold(folder: string): Promise<string> {
  const cold = `${folder} as cold`;
  rmSync(cold, {recursive: true, force: true});
  const filter = (file: string) => !RESULTS.includes(path.basename(file));
  cpSync(folder, cold, {recursive: true, filter, verbatimSymlinks: true});
  const env = {TZ: 'Asia/Tokyo', LC_ALL: 'C', PATH: pathWithoutGit(), READS_LOG: path.join(cold, 'reads.log')};
  return build(cold, {...env, NODE_OPTIONS: `--import=${new URL('./log-reads.ts', import.meta.url)}`});
}

test('warm builds after edits give the same bytes as cold ones elsewhere, which open each page exactly once', async () => {
  const [shuffled = []] = fc.sample(fc.shuffledSubarray([...EDITS], {minLength: EDITS.length}), {
    seed: SEED,
    numRuns: 1,
  });
  const half = Math.ceil(EDITS.length / 2);
  const order = [...shuffled.filter(({isDraft}) => isDraft), ...shuffled.filter(({isDraft}) => !isDraft)];
  const [early, late] = [order.slice(0, half), order.slice(half)];
  const warm = copyToolkit('flood warm', {contentFrom: FLOOD, engine: PACKED_ENGINE});
  const built = path.dirname(siteFolder('flood'));
  for (const part of ['build', '.docusaurus', 'node_modules/.cache'])
    cpSync(path.join(built, part), path.join(warm, part), {recursive: true, preserveTimestamps: true});
  changeEveryPage(warm);
  for (const {first} of early) await first(warm);
  await build(warm);
  for (const {later} of early) await later?.(warm);
  for (const {first} of late) await first(warm);
  await run(warm, 'publish', '--edition');
  for (const {later} of late) await later?.(warm);
  const edited = await build(warm);
  const names = `seed ${SEED}: ${order.map(({name}) => name).join('; ')}`;
  const cold = await buildCold(warm);
  expect(compareFolders(edited, cold), names).toEqual([]);
  const reads = textIn(cold, '../reads.log')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    // Docusaurus opens each page once more.
    .filter(([caller = '']) => caller.includes('good-practice-toolkit/lib/'))
    .map(([, page]) => page);
  expect(reads.length).toBeGreaterThan(3);
  expect(reads.sort()).toEqual(globSync('{docs,handbook}/**/*.md', {cwd: warm}).sort());
}, 500_000);
