import {chromium} from 'playwright-core'; import {findBrowser} from '../src/io/cli/find-browser.ts'; import {createSiteServer} from '../src/io/cli/site-server.ts';
const [dir, base, out, ...pages] = process.argv.slice(2) as string[];
const server = createSiteServer(dir!, base!); await new Promise<void>((r) => server.listen(0, '127.0.0.1', () => r())); const {port} = server.address() as {port: number};
const b = await chromium.launch(await findBrowser('/work/main/.tmp') as never);
for (const scheme of ['light', 'dark'] as const) for (const width of [360, 1280]) { const p = await b.newPage({viewport: {width, height: 900}, colorScheme: scheme}); for (const [i, page] of pages.entries()) { await p.goto(`http://localhost:${port}${base}${page}`); await p.screenshot({path: `${out}-${i}-${width}-${scheme}.png`, fullPage: true}); } await p.close(); }
await b.close(); server.close();
