import {glob, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import type {Io} from '../../src/fs/io.ts';
import {loadConfig} from '../../src/fs/load-toolkit.ts';
import {addressOf} from '../../src/model/pages/page-id.ts';
import {findBrowser} from '../cli/find-browser.ts';
import {measureCommand, scriptOf} from './measure-command.ts';
import {measureShell, measureWeight, samplePage, type Weight} from './measure-weight.ts';
import {PEERS, peerSite} from './peers.ts';

/** What one guidance page costs a reader, compared with stock Docusaurus built in the same run. */
export async function benchWeight(io: Io): Promise<void> {
  const [docusaurus] = PEERS;
  if (!docusaurus) return;
  const page = samplePage(io.cwd);
  const address = addressOf(page);
  const browser = await findBrowser(path.join(io.cwd, '.tmp'));
  io.stderr.write(`Building the toolkit and stock Docusaurus with its pages, to open in ${browser.description}.\n`);
  await measureCommand(io.cwd, await scriptOf(io.cwd, 'build'));
  const ours = path.join(io.cwd, 'build');
  const stock = await peerSite(io.cwd, docusaurus, io.cwd, page);
  await measureCommand(stock.folder, stock.build);
  const theirs = path.join(stock.folder, stock.out);
  await compress(theirs);
  const rows = [
    {name: 'this toolkit', ...(await measureWeight(browser, ours, loadConfig(io.cwd).baseUrl, address))},
    {name: 'stock Docusaurus', ...(await measureWeight(browser, theirs, '/', stock.address))},
  ];
  const shell = await measureShell(ours, address);
  io.stdout.write(`${address}, kilobytes with gzip, cold cache, phone\n${renderTable(rows)}`);
  io.stdout.write(`All but the article (HTML without it, styles, script): ${kilobytes(shell)} KB\n`);
}

/** Compresses the files of a site, as a host would. */
async function compress(site: string): Promise<void> {
  for await (const file of glob('**/*.{html,css,js,json,svg,xml}', {cwd: site})) {
    const full = path.join(site, file);
    await writeFile(`${full}.gz`, gzipSync(await readFile(full), {level: 9}));
  }
}

const COLUMNS = ['html', 'css', 'js', 'other', 'total'] as const;

function renderTable(rows: readonly (Weight & {name: string})[]): string {
  const cells = [
    ['', ...COLUMNS, 'requests'],
    ...rows.map((row) => [row.name, ...COLUMNS.map((column) => kilobytes(row[column])), String(row.requests)]),
  ];
  return cells
    .map(([name = '', ...rest]) => `${name.padEnd(18)}${rest.map((cell) => cell.padStart(10)).join('')}\n`)
    .join('');
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
