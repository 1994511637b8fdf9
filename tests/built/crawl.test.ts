import type {AddressInfo} from 'node:net';
import {LinkChecker} from 'linkinator';
import {expect, inject, onTestFinished, test} from 'vitest';
import {createSiteServer} from '../../scripts/site-server.ts';
import {readBuiltPages} from '../support/built-page.ts';
import {folderWith} from '../support/run-command.ts';

/** More at once, and a busy machine answers with failures that are none. */
const AT_ONCE = 10;

/** Serves a site and lets a second, independent checker follow every link of it. */
async function crawl(
  folder: string,
  baseUrl: string,
  ownUrl: string,
): Promise<{broken: string[]; crawled: Set<string>}> {
  const server = createSiteServer(folder, baseUrl).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const checker = new LinkChecker();
  const result = await checker.check({
    path: `${origin}${baseUrl}`,
    recurse: true,
    concurrency: AT_ONCE,
    checkFragments: true,
    urlRewriteExpressions: [{pattern: new RegExp(`^${RegExp.escape(ownUrl)}`), replacement: origin}],
    linksToSkip: async (link) => !link.startsWith(origin),
  });
  const failed = result.links.filter(({state}) => state === 'BROKEN').map(({url}) => url);
  const broken: string[] = [];
  // A loaded machine drops connections: what fails alone too is broken.
  for (const url of failed) {
    const {status} = await fetch(url);
    if (status !== 200 || url.includes('#')) broken.push(url.replace(origin, ''));
  }
  return {broken, crawled: new Set(result.links.map(({url}) => url.replace(origin, '').split('#')[0] ?? ''))};
}

test.each([
  {name: 'toolkit', baseUrl: '/', ownUrl: 'https://toolkit.example'},
  {name: 'flood', baseUrl: '/flood/', ownUrl: 'https://flood.example'},
] as const)('a crawl of the $name site finds no dead link and reaches every page', async ({name, baseUrl, ownUrl}) => {
  const folder = inject('sites')[name];
  const {broken, crawled} = await crawl(folder, baseUrl, ownUrl);
  expect(broken).toEqual([]);
  const pages = readBuiltPages(folder)
    .filter(({file, isRedirect}) => !isRedirect && file !== '404.html')
    .map(({file}) => `${baseUrl}${file.replace(/index\.html$/, '')}`);
  expect(pages.filter((address) => !crawled.has(address))).toEqual([]);
});

test('a crawl finds a dead page and a dead anchor', async () => {
  const folder = folderWith({
    'index.html':
      '<!doctype html><title>A</title><a href="/gone/">gone</a> <a href="/b/#nowhere">nowhere</a> <a href="/b/#here">here</a>',
    'b/index.html': '<!doctype html><title>B</title><h1 id="here">B</h1>',
    '404.html': '<!doctype html><title>Not found</title>',
  });
  expect((await crawl(folder, '/', 'https://toolkit.example')).broken.sort()).toEqual(['/b/#nowhere', '/gone/']);
});
