import path from 'node:path';
import {chromium} from 'playwright-core';
import {describe, expect, onTestFinished, test} from 'vitest';
import {findBrowser} from '../../../scripts/cli/find-browser.ts';
import {writeRedirects} from '../../../src/site/after-build/steps/write-redirects.ts';
import {html, siteWith} from '../site/after-build/built-site.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';
import {page} from '../support/toolkits/sound-toolkit.ts';
import {SERVERS} from './real-server.ts';

/** A built site in which one page has moved three times. */
async function movedSite(baseUrl: string): Promise<string> {
  const old = '/toolkit/old place/, /toolkit/två/, "/toolkit/$1 {x}/"';
  const toolkit = {'docs/priorities/floods.md': page('Floods', `redirect_from: [${old}]\n`)};
  const built = {
    'toolkit/priorities/floods/index.html': html('<title>Floods</title>', '<h2 id="costs">Costs</h2>'),
    'case-studies/index.html': html('<title>Case studies</title>'),
  };
  const site = siteWith(built, {toolkit, baseUrl});
  await writeRedirects(site);
  return site.dir;
}

const CASES = SERVERS.flatMap((server) => ['/', '/flood/'].map((baseUrl) => ({...server, baseUrl})));

for (const {name, missing, serve, baseUrl} of CASES) {
  const title = missing === undefined ? `${name} under ${baseUrl}` : `left out: ${missing}`;
  describe.skipIf(missing !== undefined)(title, () => {
    test.each([
      'toolkit/old%20place/',
      'toolkit/old%20place',
      'toolkit/tv%C3%A5/',
      'toolkit/$1%20%7Bx%7D/',
      'toolkit/old%20place/?region=london&q=a%26b',
    ])('sends readers of %s on for good, in one step, with their question', async (from) => {
      const origin = await serve(await movedSite(baseUrl), baseUrl);
      const response = await fetch(`${origin}${baseUrl}${from}`, {redirect: 'manual'});
      const [, query = ''] = from.split('?');
      expect([301, 308]).toContain(response.status);
      const location = new URL(response.headers.get('location') ?? '', origin);
      expect(location.href).toBe(`${origin}${baseUrl}toolkit/priorities/floods/${query && `?${query}`}`);
      expect((await fetch(location, {redirect: 'manual'})).status).toBe(200);
    });

    test('leaves living pages alone', async () => {
      const origin = await serve(await movedSite(baseUrl), baseUrl);
      for (const address of ['toolkit/priorities/floods/', 'case-studies/?q=old']) {
        expect((await fetch(`${origin}${baseUrl}${address}`, {redirect: 'manual'})).status).toBe(200);
      }
      expect((await fetch(`${origin}${baseUrl}toolkit/never/`, {redirect: 'manual'})).status).toBe(404);
    });

    test('lets a browser keep the heading', async () => {
      const origin = await serve(await movedSite(baseUrl), baseUrl);
      const {executablePath, env} = await findBrowser(path.join(ROOT, '.tmp'));
      const browser = await chromium.launch({executablePath, env: {...process.env, ...env}, args: ['--no-sandbox']});
      onTestFinished(() => browser.close());
      const tab = await browser.newPage();
      await tab.goto(`${origin}${baseUrl}toolkit/old%20place/?q=1#costs`);
      expect(tab.url()).toBe(`${origin}${baseUrl}toolkit/priorities/floods/?q=1#costs`);
    });
  });
}
