import {hash} from 'node:crypto';
import {glob, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {listWords} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {addressOf} from '../../src/model/pages/page-id.ts';
import {compareText} from '../../src/model/problem.ts';
import type {ChangeNote} from '../../src/model/schemas/change-note-schema.ts';
import {findBrowser} from '../cli/find-browser.ts';
import {type Copy, copyManyStudies, copyToolkit, writeNote} from './many-studies.ts';
import {type Cost, machineLoad, measureCommand, median, scriptOf} from './measure-command.ts';
import {measureStart} from './measure-start.ts';
import {samplePage} from './measure-weight.ts';
import {installPeer, LINTERS, lintCommands, PEERS, type Peer, peerSite, type Site} from './peers.ts';
import {type Cell, type Row, renderTable} from './render-table.ts';

/** What can be measured; `edit` needs no `warm`, and both start from a cold build. */
const PARTS = ['cold', 'warm', 'edit', 'editions', 'start', 'check'] as const;

type Part = (typeof PARTS)[number];

/** This toolkit as it is, among the sizes. */
const WHOLE = 'this';

/** How many case studies a toolkit has for the comparison with peers. */
const COMPARED = 1000;

/** How many editions the toolkit with many editions has. */
const EDITIONS = 20;

/** What the builds of one site took. */
interface Builds {
  cold: Cost[];
  warm: Cost[];
  edit: Cost[];
  /** Whether each build after an edit had the same bytes as a cold build of the same text. */
  isSame: boolean;
}

/** What to measure, as the command line says it. */
export interface BenchOptions {
  sizes: string;
  peers?: string;
  only?: string;
  runs: string;
}

interface Bench {
  io: Io;
  /** The id of the page to edit. */
  page: string;
  runs: number;
  parts: ReadonlySet<Part>;
  peers: readonly Peer[];
}

/** Measures builds, `npm start` and `check`, ours and those of peers in turn, and prints a table of the goals. */
export async function benchBuild(io: Io, options: BenchOptions): Promise<void> {
  const sizes = options.sizes.split(',');
  const parts = chosen('only', options.only?.split(',') ?? PARTS, PARTS);
  const names = PEERS.map(({name}) => name);
  const wanted = chosen('peers', options.peers === 'none' ? [] : (options.peers?.split(',') ?? names), names);
  const page = samplePage(io.cwd);
  const bench = {io, page, runs: Number(options.runs), parts, peers: PEERS.filter(({name}) => wanted.has(name))};
  const load = machineLoad();
  const rows: Row[] = [];
  const isBuilt = (['cold', 'warm', 'edit'] as const).some((part) => parts.has(part));
  if (isBuilt && sizes.includes(WHOLE)) rows.push(...(await thisToolkit(bench)));
  if (isBuilt) rows.push(...(await sizesOf(bench, sizes.filter((size) => size !== WHOLE).map(Number))));
  if (parts.has('editions')) rows.push(await editions(bench));
  if (parts.has('start')) rows.push(...(await start(bench)));
  if (parts.has('check')) rows.push(...(await check(bench)));
  const about = `Medians of ${bench.runs}, Node ${process.version}; machine load ${load.toFixed(1)} before and ${machineLoad().toFixed(1)} after the run.`;
  const result = path.join(io.cwd, '.tmp', 'bench', 'build.json');
  await mkdir(path.dirname(result), {recursive: true});
  await writeFile(result, `${JSON.stringify({about, rows}, undefined, 2)}\n`);
  io.stdout.write(`${about}\n\n${renderTable(rows, ['This toolkit', ...bench.peers.map(({label}) => label)])}`);
}

function chosen<Name extends string>(option: string, given: readonly string[], all: readonly Name[]): Set<Name> {
  const unknown = given.filter((name) => !all.includes(name as Name));
  if (unknown.length === 0) return new Set(given as Name[]);
  throw new ExitError(
    `\`--${option}\` has ${listWords(unknown)}, expected some of ${listWords(all)}`,
    `Write \`--${option} ${all.join(',')}\`, or fewer of them.`,
  );
}

/** Goal 1. */
async function thisToolkit({io, page, runs, parts}: Bench): Promise<Row[]> {
  const site = await ourSite(await copyToolkit(io.cwd), page);
  const [builds] = await build(io, [site], runs, parts);
  if (!builds) return [];
  return [
    {goal: 1, what: 'this toolkit, cold', cells: [seconds(builds.cold)], limit: 45},
    {goal: 1, what: 'this toolkit, nothing changed', cells: [seconds(builds.warm)]},
    {goal: 1, what: `this toolkit, one page edited, ${sameBytes(builds)}`, cells: [seconds(builds.edit)], limit: 12},
  ];
}

/** Goals 2 and 3. */
async function sizesOf({io, page, runs, parts, peers}: Bench, sizes: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  let previous: {pages: number; cost: number; size: number} | undefined;
  for (const size of sizes) {
    const copy = await copyManyStudies(io.cwd, size);
    const others =
      size > COMPARED ? [] : await Promise.all(peers.map((peer) => peerSite(io.cwd, peer, copy.folder, page)));
    const [ours, ...theirs] = await build(io, [await ourSite(copy, page), ...others], runs, parts);
    if (!ours) continue;
    const all = [ours, ...theirs];
    const cold = all.map((builds) => seconds(builds.cold));
    const light = others.flatMap(({label}, at) => (label.includes('Docusaurus') ? [] : [Number(cold[at + 1])]));
    const eleventy = others.findIndex(({label}) => label.includes('Eleventy'));
    const goal = size === COMPARED ? 2 : undefined;
    rows.push(
      {goal, what: `${size} studies, cold`, cells: cold, limit: goal && 1.5 * Math.min(...light)},
      {goal, what: `${size} studies, nothing changed`, cells: all.map((builds) => seconds(builds.warm))},
      {
        goal,
        what: `${size} studies, one page edited, ${sameBytes(ours)}`,
        cells: all.map((builds) => seconds(builds.edit)),
        limit: goal && 0.5 * Number(cold[eleventy + 1] ?? Number.NaN),
      },
      {
        goal: size === 4000 ? 3 : goal,
        what: `${size} studies, cold: memory of the largest process, GB`,
        cells: all.map(({cold}) => median(cold.map(({peak}) => peak)) / 1024),
        limit: size === 4000 ? 3 : goal && 1.2,
      },
    );
    const cost = Number(cold[0]);
    if (previous) {
      const exponent = Math.log(cost / previous.cost) / Math.log(copy.pages / previous.pages);
      const what = `growth of a cold build from ${previous.size} to ${size} studies, exponent`;
      rows.push({goal: 3, what, cells: [exponent], limit: 1});
    }
    previous = {pages: copy.pages, cost, size};
  }
  return rows;
}

/** Goal 4. */
async function editions({io, page, runs}: Bench): Promise<Row> {
  const site = await ourSite(await copyManyStudies(io.cwd, 0), page);
  const freeze = await scriptOf(site.folder, 'publish', '--edition');
  const warm: Cell[] = [];
  for (const wanted of [1, EDITIONS]) {
    for (let made = warm.length; made < wanted; made += 1) {
      // An edition in which nothing is new is refused.
      await editPage(site, made + 1);
      await writeNote(site.folder, noteOf(page));
      await measureCommand(site.folder, freeze);
    }
    await measureCommand(site.folder, site.build);
    const costs: Cost[] = [];
    for (let run = 0; run < runs; run += 1) costs.push(await measureCommand(site.folder, site.build));
    io.stderr.write(`${wanted} editions: ${seconds(costs)?.toFixed(1)} s warm\n`);
    warm.push(seconds(costs));
  }
  const [one = Number.NaN, many = Number.NaN] = warm;
  return {
    goal: 4,
    what: `warm build with ${EDITIONS} editions (${one.toFixed(1)} s with one)`,
    cells: [many],
    limit: 1.3 * one,
  };
}

/** Goal 5. */
async function start({io, page, runs, peers}: Bench): Promise<Row[]> {
  const copy = await copyToolkit(io.cwd);
  const sites = [
    await ourSite(copy, page),
    ...(await Promise.all(peers.map((peer) => peerSite(io.cwd, peer, copy.folder, page)))),
  ];
  const browser = await findBrowser(path.join(io.cwd, '.tmp'));
  const found = sites.map((): {first: number[]; edit: number[]; wall: number[]} => ({first: [], edit: [], wall: []}));
  for (let run = 0; run < runs; run += 1) {
    for (const [index, site] of sites.entries()) {
      io.stderr.write(`${site.label}: npm start\n`);
      await removeCaches(site);
      const {first, edit, wall} = await measureStart(browser, site, () => editPage(site, runs + run));
      found[index]?.first.push(first);
      found[index]?.edit.push(edit);
      found[index]?.wall.push(wall);
    }
  }
  const stock = sites.findIndex(({label}) => label.includes('Docusaurus'));
  const row = (what: string, part: 'first' | 'edit' | 'wall', factor: number): Row => {
    const cells = found.map((one) => median(one[part]));
    return {goal: 5, what, cells, limit: factor * (cells[stock] ?? Number.NaN)};
  };
  return [
    row('start until the first page is shown', 'first', 1),
    row('start, from a saved edit until it is shown', 'edit', 1.5),
    row('start, from a saved edit until it is shown, seconds by the clock', 'wall', 1.5),
  ];
}

/** Goal 6. */
async function check({io, runs}: Bench): Promise<Row[]> {
  const {folder} = await copyManyStudies(io.cwd, COMPARED);
  const linters = await installPeer(io.cwd, LINTERS);
  const command = await scriptOf(folder, 'check', '--format', 'json');
  const [cold, warm, theirs]: [Cost[], Cost[], number[]] = [[], [], []];
  for (let run = 0; run < runs; run += 1) {
    io.stderr.write('check, and three linters\n');
    await rm(path.join(folder, 'node_modules', '.cache'), {recursive: true, force: true});
    cold.push(await measureCommand(folder, command, [0, 1]));
    warm.push(await measureCommand(folder, command, [0, 1]));
    let sum = 0;
    for (const lint of lintCommands(linters)) {
      const {cpu} = await measureCommand(folder, lint, [0, 1]);
      io.stderr.write(`${path.basename(lint[0] ?? '')}: ${cpu.toFixed(1)} s\n`);
      sum += cpu;
    }
    theirs.push(sum);
  }
  const limit = median(theirs);
  return [
    {goal: 6, what: `check of ${COMPARED} studies, cold (at most ${LINTERS.label})`, cells: [seconds(cold)], limit},
    {goal: 6, what: `check of ${COMPARED} studies, nothing changed`, cells: [seconds(warm)], limit: 0.15 * limit},
  ];
}

/** The edit is made before the note about it, which a page that changes needs. */
async function ourSite({folder}: Copy, page: string): Promise<Site> {
  await editPage({folder, page: `docs/${page}.md`}, 0);
  await writeNote(folder, noteOf(page));
  const start = await scriptOf(folder, 'start');
  return {
    label: 'This toolkit',
    folder,
    page: `docs/${page}.md`,
    build: await scriptOf(folder, 'build'),
    start: (port) => [...start, '--no-open', '--port', String(port)],
    address: addressOf(page),
    out: 'build',
    caches: ['build', '.docusaurus', 'node_modules/.cache'],
  };
}

function noteOf(page: string): ChangeNote {
  const note = 'We fixed a typing mistake on this page.';
  return {kind: 'content-changed', significance: 'minor', pages: [page], note};
}

/** Changes the last sentence of a page; returns the sentence. */
async function editPage({folder, page}: Pick<Site, 'folder' | 'page'>, run: number): Promise<string> {
  const file = path.join(folder, page);
  const sentence = `This is version ${String.fromCharCode('A'.charCodeAt(0) + run)} of the page.`;
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text.replace(/\s*(This is version \w of the page\.\s*)?$/, '')}\n\n${sentence}\n`);
  return sentence;
}

/** Builds all sites in turn: cold, then for each run warm, after an edit, and cold with the same text. */
async function build(io: Io, sites: readonly Site[], runs: number, parts: ReadonlySet<Part>): Promise<Builds[]> {
  const found = sites.map((): Builds => ({cold: [], warm: [], edit: [], isSame: true}));
  const isOnlyCold = !parts.has('warm') && !parts.has('edit');
  for (let run = 0; run <= runs; run += 1) {
    if (isOnlyCold && run === runs) break;
    for (const [index, site] of sites.entries()) {
      const builds = found[index];
      if (!builds) continue;
      const measure = async (part: 'cold' | 'warm' | 'edit') => {
        const cost = await measureCommand(site.folder, site.build);
        io.stderr.write(
          `${site.label}: ${part} ${cost.cpu.toFixed(1)} s, ${cost.peak.toFixed(0)} MiB (${site.folder})\n`,
        );
        builds[part].push(cost);
      };
      let edited: string | undefined;
      if (run > 0) {
        if (parts.has('warm')) await measure('warm');
        await editPage(site, run);
        await measure('edit');
        edited = await hashTree(path.join(site.folder, site.out));
      }
      await removeCaches(site);
      await measure('cold');
      builds.isSame &&= edited === undefined || edited === (await hashTree(path.join(site.folder, site.out)));
    }
  }
  return found;
}

async function removeCaches({folder, caches}: Site): Promise<void> {
  for (const cache of caches) await rm(path.join(folder, cache), {recursive: true, force: true});
}

/** A hash of the names and bytes of all files in a folder. */
async function hashTree(folder: string): Promise<string> {
  const files = (await Array.fromAsync(glob('**/*.*', {cwd: folder}))).sort(compareText);
  const lines: string[] = [];
  for (const file of files) {
    const bytes = await readFile(path.join(folder, file)).catch(() => 'a folder');
    lines.push(`${file} ${hash('sha256', bytes)}`);
  }
  return hash('sha256', lines.join('\n'));
}

function seconds(costs: readonly Cost[]): Cell {
  return costs.length === 0 ? undefined : median(costs.map(({cpu}) => cpu));
}

function sameBytes({edit, isSame}: Builds): string {
  return edit.length === 0 ? 'not compared' : isSame ? 'same bytes as cold' : 'other bytes than cold';
}
