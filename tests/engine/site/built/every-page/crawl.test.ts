import {LinkChecker} from 'linkinator';
import {expect, test} from 'vitest';
import {absoluteUrl} from '../../../../../src/content/addresses/addresses.ts';
import {createSiteServer} from '../../../../../src/io/cli/site-server.ts';
import {readLinkedSite} from '../../../../../src/site/after-build/read-linked-site.ts';
import {findBrokenLinks} from '../../../../../src/site/links/check-links.ts';
import {listenForTest} from '../../../support/network/listen.ts';
import {folderWith} from '../../../support/run-command.ts';
import {toolkitWith} from '../../../support/toolkits/sound-toolkit.ts';

/** Serves a site and lets an independent checker follow every link of it; the addresses that lead nowhere, from `/`. */
async function crawl(folder: string, baseUrl: string, ownUrl: string): Promise<string[]> {
  const origin = `http://127.0.0.1:${await listenForTest(createSiteServer(folder, baseUrl))}`;
  const {links} = await new LinkChecker().check({
    path: `${origin}${baseUrl}`,
    recurse: true,
    concurrency: 1,
    checkFragments: true,
    urlRewriteExpressions: [{pattern: new RegExp(`^${RegExp.escape(ownUrl)}`), replacement: origin}],
    linksToSkip: async (link: string) => !link.startsWith(origin) && !link.startsWith(`${ownUrl}/`),
  });
  return links.flatMap(({state, url}) => (state === 'BROKEN' ? [url.replace(origin, '')] : [])).sort();
}

/** What our own judge says of the same files, in the same words. */
function judge(folder: string, baseUrl: string, url: string): string[] {
  const site = readLinkedSite(folder, {url, baseUrl}, toolkitWith());
  const addresses = findBrokenLinks(site).flatMap(({destination}) => {
    if (destination.kind !== 'here') return [];
    const {address, anchor} = destination;
    return [absoluteUrl(site, address).slice(url.length) + (anchor && `#${anchor}`)];
  });
  return [...new Set(addresses)].sort();
}

test.each(['/', '/flood/'])('under %s, two witnesses agree on every kind of dead link', async (baseUrl) => {
  const folder = folderWith({
    'index.html': `<!doctype html><title>A</title><link rel=stylesheet href=${baseUrl}gone.css>
<a href="${baseUrl}gone/">page</a> <a href="b/#nowhere">anchor</a> <a href="${baseUrl}b/#Here">other letters</a>
<a href="b/#here">sound</a> <a href="${baseUrl}b/#tv%C3%A5">sound</a> <a href="/${'x'.repeat(200)}">long</a>
<a href="https://toolkit.example${baseUrl}far/">whole</a> <img src=gone.png alt="">
<img src=river.png srcset="${baseUrl}gone-2.png 2x" alt=""> <script src=${baseUrl}gone.js></script>
<pre><code>&lt;a href="/in-code/"&gt;</code></pre> <a href="plan.pdf">gone file</a> <a href="mailto:a@b.example">mail</a>`,
    'b/index.html': '<!doctype html><title>B</title><h1 id="here">B</h1><h2 id="två">Två</h2>',
    '404.html': '<!doctype html><title>Not found</title>',
    'river.png': 'a picture',
  });
  const expected = [
    'b/#Here',
    'b/#nowhere',
    'far/',
    'gone-2.png',
    'gone.css',
    'gone.js',
    'gone.png',
    'gone/',
    'plan.pdf',
  ];
  const ours = judge(folder, baseUrl, 'https://toolkit.example');
  const broken = await crawl(folder, baseUrl, 'https://toolkit.example');
  const isInside = (address: string) => !address.includes('xxx');
  expect(ours.filter(isInside)).toEqual(expected.map((address) => baseUrl + address).sort());
  expect(broken.filter(isInside)).toEqual(ours.filter(isInside));
  if (baseUrl === '/') expect(broken).toEqual(ours);
});
