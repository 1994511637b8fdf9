import {execFile} from 'node:child_process';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {gzipSync} from 'node:zlib';

const run = promisify(execFile);

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

/** Builds the toolkit as its publisher does; gives the folder of the site. */
export async function buildOurs(cwd: string): Promise<string> {
  await run('npm', ['run', 'build'], {cwd, maxBuffer: 64 * 1024 * 1024});
  return path.join(cwd, 'build');
}

/** Builds the same pages with Docusaurus as it comes; gives the folder of the site. */
export async function buildStock(cwd: string): Promise<string> {
  const site = path.join(cwd, '.tmp', 'stock');
  await rm(site, {recursive: true, force: true});
  await mkdir(site, {recursive: true});
  await cp(path.join(cwd, 'docs'), path.join(site, 'docs'), {recursive: true});
  await writeFile(path.join(site, 'docusaurus.config.mjs'), STOCK_CONFIG);
  await writeFile(path.join(site, 'package.json'), '{"scripts": {"build": "docusaurus build"}}\n');
  await run('npm', ['run', 'build'], {cwd: site, maxBuffer: 64 * 1024 * 1024});
  await compress(path.join(site, 'build'));
  return path.join(site, 'build');
}

/** A host compresses what it serves; ours finds the copies ready, so they are made ready here too. */
async function compress(folder: string): Promise<void> {
  const files = await readdir(folder, {recursive: true});
  for (const file of files.filter((name) => /\.(html|css|js|json|svg|xml)$/.test(name))) {
    const full = path.join(folder, file);
    await writeFile(`${full}.gz`, gzipSync(await readFile(full), {level: 9}));
  }
}
