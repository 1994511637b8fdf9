import {existsSync, readFileSync} from 'node:fs';
import {glob, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {compareText} from '../../src/content/problem.ts';
import {readDocument} from '../../src/io/yaml/document.ts';
import {measureCommand} from './measure-command.ts';
import peers from './peers.json' with {type: 'json'};

/** One generator with its pages, ready to build. */
export interface Site extends Pick<Peer, 'label' | 'build' | 'out' | 'caches'> {
  folder: string;
  /** The file of the page to edit, from the folder. */
  page: string;
  address: string;
}

/** A page for every peer: Markdown without images and directives, and links that each peer writes in its own way. */
interface PeerPage {
  id: string;
  title: string;
  description: string;
  body: string;
}

/** Another generator that builds the same pages. */
export interface Peer {
  name: string;
  label: string;
  /** Exact versions; nothing of them is a dependency of this project. */
  dependencies: Readonly<Record<string, string>>;
  /** The lines of the files that configure it; they read the folders of guidance from `menu.json`. */
  files: Readonly<Record<string, readonly string[]>>;
  pages: string;
  /** What it needs in front matter besides title and description. */
  frontMatter: Readonly<Record<string, string>>;
  /** Whether links between pages name files; otherwise they name addresses. */
  linksToFiles: boolean;
  build: readonly string[];
  out: string;
  /** What to delete before a cold build. */
  caches: readonly string[];
}

const addressOf = (id: string) => `/${id.replace(/(^|\/)index$/, '$1')}/`.replace(/\/+/g, '/');

export const PEERS = peers as unknown as readonly Peer[];

/**
 * Installs the packages of a peer, unless they are there; returns the folder. It is not below `node_modules`, where
 * peers watch no files.
 */
async function installPeer(cwd: string, {name, dependencies, files}: Peer): Promise<string> {
  const folder = path.join(cwd, '.tmp', 'bench-peers', name);
  const manifest = JSON.stringify({name: `bench-${name}`, private: true, dependencies}, undefined, 2);
  const installed = path.join(folder, 'installed.json');
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== manifest) {
    await rm(folder, {recursive: true, force: true});
    await writeText(path.join(folder, 'package.json'), manifest);
    await measureCommand(folder, ['npm', 'install', '--no-audit', '--no-fund', '--loglevel', 'error']);
    await writeText(installed, manifest);
  }
  const configuration = {...files, 'menu.json': [JSON.stringify(await menuOf(cwd))]};
  for (const [file, lines] of Object.entries(configuration)) {
    await writeText(path.join(folder, file), `${lines.join('\n')}\n`);
  }
  return folder;
}

/** The folders of guidance. Case studies are in no menu, as here: 1,000 links on each page would cost the peers more. */
async function menuOf(cwd: string): Promise<string[]> {
  const pages = await Array.fromAsync(glob('docs/*/*.md', {cwd}));
  const folders = new Set(pages.map((file) => path.basename(path.dirname(file))));
  return [...[...folders].filter((name) => name !== 'case-studies').sort(compareText), 'handbook'];
}

/** Installs a peer with the pages of a toolkit. `page` is the id of the page to edit and to open. */
export async function peerSite(cwd: string, peer: Peer, toolkit: string, page: string): Promise<Site> {
  const folder = await installPeer(cwd, peer);
  const pages = path.join(folder, peer.pages);
  await rm(pages, {recursive: true, force: true});
  for (const one of await peerPages(toolkit)) await writeText(path.join(pages, `${one.id}.md`), textFor(peer, one));
  return {...peer, folder, page: `${peer.pages}/${page}.md`, address: `/${page}/`};
}

/** The guidance, case studies and handbook of a toolkit, and a list of all case studies. */
async function peerPages(toolkit: string): Promise<PeerPage[]> {
  const files = (await Array.fromAsync(glob('{docs,handbook}/**/*.md', {cwd: toolkit}))).sort(compareText);
  const pages = await Promise.all(
    files.map(async (file): Promise<PeerPage> => {
      const {document} = readDocument(file, await readFile(path.join(toolkit, file), 'utf8'));
      const {title = file, description = file} = document.frontMatter ?? {};
      const id = file.replace(/^docs\//, '').replace(/\.md$/, '');
      return {id, title: String(title), description: String(description), body: plainMarkdown(document.body)};
    }),
  );
  const studies = pages.filter(({id}) => id.startsWith('case-studies/'));
  const body = studies.map(({id, title}) => `- [${title}](${id.replace('case-studies/', '')}.md)\n`).join('');
  return [...pages, {id: 'case-studies/index', title: 'Case studies', description: 'All case studies', body}];
}

/** Markdown that every peer reads alike. */
function plainMarkdown(body: string): string {
  return body.replace(/!\[[^\]]*\]\([^)]*\)/g, '').replace(/^::.*$/gm, '');
}

function textFor(peer: Peer, page: PeerPage): string {
  const {id, title, description} = page;
  const front = Object.entries({title, description, ...peer.frontMatter}).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
  );
  const body = page.body.replace(/\]\((?!https?:)([^)#:]+)\.md(#[^)]*)?\)/g, (_, file: string, hash = '') => {
    const folder = id.startsWith('handbook/') ? id : `docs/${id}`;
    const to = path.posix.join(path.posix.dirname(folder), file).replace(/^docs\//, '');
    const target = peer.linksToFiles ? path.posix.relative(path.posix.dirname(id), `${to}.md`) : addressOf(to);
    return `](${target}${hash})`;
  });
  return `---\n${front.join('')}---\n\n${body}`;
}

async function writeText(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), {recursive: true});
  await writeFile(file, text);
}
