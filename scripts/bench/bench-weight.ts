import path from 'node:path';
import {addressOf} from '../../src/content/pages/page-id.ts';
import type {Io} from '../../src/io/cli/io.ts';
import {loadConfig} from '../../src/io/load-toolkit.ts';
import {findBrowser} from '../../tests/engine/support/browser/find-browser.ts';
import {measureCommand, scriptOf} from './measure-command.ts';
import {measureWeight, samplePage} from './measure-weight.ts';
import {PEERS, peerSite} from './peers.ts';
import {renderTable} from './render-table.ts';

const KINDS = ['html', 'css', 'js', 'other', 'total'] as const;

/** What one guidance page costs a reader, compared with stock Docusaurus built in the same run. */
export async function benchWeight(io: Io): Promise<void> {
  const [docusaurus] = PEERS;
  if (!docusaurus) return;
  const config = loadConfig(io.cwd);
  const page = samplePage(io.cwd);
  const address = addressOf(config, page);
  const browser = await findBrowser(path.join(io.cwd, '.tmp'));
  io.stderr.write(`Building the toolkit and stock Docusaurus with its pages, to open in ${browser.description}.\n`);
  await measureCommand(io.cwd, await scriptOf(io.cwd, 'build'));
  const ours = path.join(io.cwd, 'build');
  const stock = await peerSite(io.cwd, docusaurus, io.cwd, page);
  await measureCommand(stock.folder, stock.build);
  const theirs = path.join(stock.folder, stock.out);
  const weights = [
    await measureWeight(browser, ours, config.baseUrl, address),
    await measureWeight(browser, theirs, '/', stock.address),
  ];
  const rows = [
    ...KINDS.map((kind) => ({what: `${kind}, bytes with gzip`, cells: weights.map((weight) => weight[kind])})),
    {what: 'requests', cells: weights.map(({requests}) => requests)},
  ];
  io.stdout.write(`${address} with a cold cache on a phone\n\n`);
  io.stdout.write(renderTable(rows, ['This toolkit', docusaurus.label]));
}
