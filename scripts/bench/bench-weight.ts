import path from 'node:path';
import {addressOf} from '../../src/content/page-id.ts';
import {loadConfig} from '../../src/store/load-toolkit.ts';
import type {Io} from '../io.ts';
import {unpackBrowser} from '../unpack-browser.ts';
import {buildOurs, buildStock} from './build-sites.ts';
import type {Weight} from './measure-weight.ts';
import {measureShell, measureWeight} from './measure-weight.ts';

/** What one guidance page costs a reader, beside stock Docusaurus built in the same run. */
export async function benchWeight(io: Io): Promise<void> {
  const {priorities, baseUrl} = loadConfig(io.cwd);
  const pageId = priorities.find(({page}) => page !== undefined)?.page ?? 'index';
  const address = addressOf(pageId);
  const browser = await unpackBrowser(path.join(io.cwd, '.tmp'));
  io.stderr.write(
    `Building the toolkit and stock Docusaurus with the same pages; measuring with ${browser.description}.\n`,
  );
  const ours = await buildOurs(io.cwd);
  const stock = await buildStock(io.cwd);
  const rows = [
    {name: 'this toolkit', ...(await measureWeight(browser, ours, baseUrl, address))},
    {name: 'stock Docusaurus', ...(await measureWeight(browser, stock, '/', address))},
  ];
  const shell = await measureShell(ours, address);
  io.stdout.write(`${address}, kilobytes with gzip, cold cache, phone\n${renderTable(rows)}`);
  io.stdout.write(`All but the article (HTML without it, styles, script): ${kilobytes(shell)} KB\n`);
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
