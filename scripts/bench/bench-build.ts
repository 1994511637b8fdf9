import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {loadavg} from 'node:os';
import path from 'node:path';
import type {Io} from '../../src/io/cli/io.ts';
import {copyManyStudies, copyToolkit} from './many-studies.ts';
import {type Cost, measureCommand, median, scriptOf} from './measure-command.ts';
import {samplePage} from './measure-weight.ts';
import {PEERS, peerSite, type Site} from './peers.ts';
import {type Row, renderTable} from './render-table.ts';

/** The largest number of case studies that peers build too. */
const MAX_FOR_PEERS = 1000;

/** How a site is built, as the table names it. */
const PARTS = {cold: 'cold', warm: 'nothing changed', edit: 'one page edited'} as const;

type Builds = Record<keyof typeof PARTS, Cost[]>;

/** Measures builds, ours and those of peers in turn, and prints a table. */
export async function benchBuild(io: Io, options: {sizes: string; peers?: string; runs: string}): Promise<void> {
  const page = samplePage(io.cwd);
  const peers = PEERS.filter(({name}) => options.peers?.split(',').includes(name) ?? true);
  const rows: Row[] = [];
  for (const size of options.sizes.split(',')) {
    const isWhole = size === 'this';
    const folder = isWhole ? await copyToolkit(io.cwd) : await copyManyStudies(io.cwd, Number(size));
    const compared = isWhole || Number(size) > MAX_FOR_PEERS ? [] : peers;
    const sites = [
      await ourSite(folder, page),
      ...(await Promise.all(compared.map((peer) => peerSite(io.cwd, peer, folder, page)))),
    ];
    const all = await build(io, sites, Number(options.runs));
    const what = isWhole ? 'this toolkit' : `${size} studies`;
    const rowOf = (name: string, part: keyof typeof PARTS, unit: (cost: Cost) => number): Row => ({
      what: `${what}, ${name}`,
      cells: all.map((builds) => median(builds[part].map(unit))),
    });
    rows.push(
      ...(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => rowOf(PARTS[part], part, ({cpu}) => cpu)),
      rowOf('cold: memory of the largest process, GB', 'cold', ({peak}) => peak / 1024),
    );
  }
  const load = loadavg().map((value) => value.toFixed(1));
  io.stdout.write(`Medians of ${options.runs}, Node ${process.version}; machine load ${load.join(', ')}.\n\n`);
  io.stdout.write(renderTable(rows, ['This toolkit', ...peers.map(({label}) => label)]));
}

/** A page that changes needs a note. */
async function ourSite(folder: string, page: string): Promise<Site> {
  await editPage({folder, page: `docs/${page}.md`}, 0);
  await mkdir(path.join(folder, 'blog', '_pending'), {recursive: true});
  const note = 'kind: content-changed\nsignificance: minor\nnote: We fixed a typing mistake on this page.\n';
  await writeFile(path.join(folder, 'blog', '_pending', 'note.md'), `---\n${note}pages: [${page}]\n---\n`);
  return {
    label: 'This toolkit',
    folder,
    page: `docs/${page}.md`,
    address: `/toolkit/${page}/`,
    build: await scriptOf(folder, 'build'),
    out: 'build',
    caches: ['build', '.docusaurus', 'node_modules/.cache'],
  };
}

/** Changes the last sentence of a page. */
async function editPage({folder, page}: Pick<Site, 'folder' | 'page'>, run: number): Promise<void> {
  const file = path.join(folder, page);
  const text = (await readFile(file, 'utf8')).replace(/\s*(This is version \w of the page\.\s*)?$/, '');
  await writeFile(file, `${text}\n\nThis is version ${String.fromCharCode('A'.charCodeAt(0) + run)} of the page.\n`);
}

/** Builds all sites in turn: cold, then for each run warm, after an edit, and cold again. */
async function build(io: Io, sites: readonly Site[], runs: number): Promise<Builds[]> {
  const all = sites.map((site) => ({site, builds: {cold: [], warm: [], edit: []} as Builds}));
  for (let run = 0; run <= runs; run += 1) {
    for (const {site, builds} of all) {
      const measure = async (part: keyof typeof PARTS) => {
        const cost = await measureCommand(site.folder, site.build);
        io.stderr.write(`${site.label}: ${part} ${cost.cpu.toFixed(1)} s, ${cost.peak.toFixed(0)} MiB\n`);
        builds[part].push(cost);
      };
      if (run > 0) {
        await measure('warm');
        await editPage(site, run);
        await measure('edit');
      }
      for (const cache of site.caches) await rm(path.join(site.folder, cache), {recursive: true, force: true});
      await measure('cold');
    }
  }
  return all.map(({builds}) => builds);
}
