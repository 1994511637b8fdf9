import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {readLinkedSite} from '../../src/store/read-linked-site.ts';
import {sourcesHash} from '../../src/store/sources-hash.ts';
import type {Io} from '../io.ts';
import {copySite} from './copy-site.ts';
import {argumentsOf, timeProcess} from './time-process.ts';

const PAGES = 1000;

/** One page in this many has a dead link and a dead anchor, whose places in the source have to be found. */
const BROKEN_IN = 20;

/** How long it takes to judge the links of 1,000 pages, beside a crawl of the same built site in the same run. */
export async function benchLinks(io: Io): Promise<void> {
  const folder = path.join(io.cwd, '.tmp', 'bench-links');
  if (!(await isBuilt(folder))) {
    io.stderr.write(`Building ${PAGES} case studies in ${folder}; the next run finds them there.\n`);
    await copySite(io.cwd, folder, PAGES, BROKEN_IN);
    // It ends with 1: the dead links are meant.
    await timeProcess(folder, 'npm', ['run', 'build']);
  }
  const toolkit = await loadToolkit(folder);
  const {pages} = readLinkedSite(path.join(folder, 'build'), toolkit.config, toolkit);
  const html = pages.filter(({file}) => file.endsWith('.html'));
  const links = pages.reduce((sum, page) => sum + page.links.length, 0);

  const ours = await timeProcess(folder, process.execPath, argumentsOf('links'));
  const found = [...ours.stdout.matchAll(/^(\S+?)(:\d+:\d+)?: error: /gm)];
  io.stderr.write('Ours is done; the crawl takes a minute or two.\n');
  const linkinator = path.join(io.cwd, 'node_modules', '.bin', 'linkinator');
  const theirs = await timeProcess(folder, linkinator, ['build', '--recurse', '--format', 'csv', '--skip', OUTSIDE]);

  io.stdout.write(`${html.length} pages, ${links} links, whole process, Node ${process.version}
ours, anchors and places in the source included${ours.seconds.toFixed(2).padStart(10)} s
linkinator --recurse, without anchors           ${theirs.seconds.toFixed(2).padStart(10)} s
ours takes a ${(theirs.seconds / ours.seconds).toFixed(0)}th of it; ${found.length} broken links told, ${found.filter(([, , place]) => place).length} with line and column
`);
}

/** Whatever is not on the crawl's own server. */
const OUTSIDE = '^https?://(?!localhost|127\\.0\\.0\\.1)';

async function isBuilt(folder: string): Promise<boolean> {
  try {
    const {sources} = JSON.parse(await readFile(path.join(folder, 'build', 'build.json'), 'utf8')) as {
      sources?: string;
    };
    return sources === sourcesHash(await loadToolkit(folder));
  } catch {
    return false;
  }
}
