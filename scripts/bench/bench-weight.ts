import {cp, glob, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import type {Io} from '../../src/fs/io.ts';
import {loadConfig} from '../../src/fs/load-toolkit.ts';
import {addressOf} from '../../src/model/pages/page-id.ts';
import {timeCommand} from './many-studies.ts';
import {measureShell, measureWeight, type Weight} from './measure-weight.ts';
import {unpackBrowser} from './unpack-browser.ts';

/** What a new Docusaurus site sets, with the pages of a toolkit. */
const STOCK_CONFIG = `export default {
  title: 'Stock',
  url: 'https://stock.example',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  future: {v4: true, faster: true, experimental_vcs: 'disabled'},
  markdown: {format: 'detect', hooks: {onBrokenMarkdownLinks: 'ignore'}},
  presets: [['classic', {docs: {routeBasePath: 'toolkit'}, blog: false}]],
  themeConfig: {navbar: {title: 'Stock', items: [{type: 'doc', docId: 'index', label: 'Toolkit'}]}},
};
`;

/** What one guidance page costs a reader, compared with stock Docusaurus built in the same run. */
export async function benchWeight(io: Io): Promise<void> {
  const {priorities, baseUrl} = loadConfig(io.cwd);
  const address = addressOf(priorities.find(({page}) => page !== undefined)?.page ?? 'index');
  const browser = await unpackBrowser(path.join(io.cwd, '.tmp'));
  io.stderr.write(`Building the toolkit and stock Docusaurus with its pages, to open in ${browser.description}.\n`);
  await timeCommand(io.cwd, 'docusaurus', 'build');
  const ours = path.join(io.cwd, 'build');
  const stock = await buildStock(io.cwd);
  const rows = [
    {name: 'this toolkit', ...(await measureWeight(browser, ours, baseUrl, address))},
    {name: 'stock Docusaurus', ...(await measureWeight(browser, stock, '/', address))},
  ];
  const shell = await measureShell(ours, address);
  io.stdout.write(`${address}, kilobytes with gzip, cold cache, phone\n${renderTable(rows)}`);
  io.stdout.write(`All but the article (HTML without it, styles, script): ${kilobytes(shell)} KB\n`);
}

/** Builds the same pages with Docusaurus as it comes, compressed as a host would; returns the folder of the site. */
async function buildStock(cwd: string): Promise<string> {
  const site = path.join(cwd, '.tmp', 'stock');
  await rm(site, {recursive: true, force: true});
  await mkdir(site, {recursive: true});
  await cp(path.join(cwd, 'docs'), path.join(site, 'docs'), {recursive: true});
  await writeFile(path.join(site, 'docusaurus.config.mjs'), STOCK_CONFIG);
  await writeFile(path.join(site, 'package.json'), '{}\n');
  await timeCommand(site, 'docusaurus', 'build');
  for await (const file of glob('build/**/*.{html,css,js,json,svg,xml}', {cwd: site})) {
    const full = path.join(site, file);
    await writeFile(`${full}.gz`, gzipSync(await readFile(full), {level: 9}));
  }
  return path.join(site, 'build');
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
