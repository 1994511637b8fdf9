import {connect} from 'node:net';
import path from 'node:path';
import {chromium} from 'playwright-core';
import {describe, expect, onTestFinished, test} from 'vitest';
import {hostFiles} from '../../../src/features/hosts/host-files.ts';
import {HOST_FILE_NAMES} from '../../../src/io/cli/site-server.ts';
import {writeRedirects} from '../../../src/site/after-build/steps/write-redirects.ts';
import {html, siteWith} from '../site/after-build/built-site.ts';
import {findBrowser} from '../support/browser/find-browser.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';
import {page} from '../support/toolkits/sound-toolkit.ts';
import {serve, WHAT_IS_MISSING} from './real-server.ts';

/** A built site in which one page has moved three times, with a file of each kind. */
async function builtSite(baseUrl: string): Promise<string> {
  const old = '/toolkit/old place/, /toolkit/två/, "/toolkit/$1 {x}/"';
  const toolkit = {'docs/priorities/floods.md': page('Floods', `redirect_from: [${old}]\n`)};
  const built = {
    'toolkit/priorities/floods/index.html': html('<title>Floods</title>', '<h2 id="costs">Costs</h2>'),
    'case-studies/index.html': html('<title>Case studies</title>'),
    '404.html': html('<title>Page not found</title>', LONG),
    'assets/site.0123abcd.js': `// ${LONG}`,
    'assets/styles.0123abcd.css': '',
    'api/index.json': '{}',
    'toolkit/priorities/floods/index.html.md': '# Floods: café',
    'updates/feed.atom': '<feed/>',
    'manifest.webmanifest': '{}',
    'favicon.svg': '<svg/>',
    'pagefind/index.pf_index': '',
    '.git/config': 'secret',
    'toolkit/.htaccess': 'secret',
    '.well-known/security.txt': 'Contact: mailto:a@b.example',
    'pictures/river.png': 'river',
  };
  const site = siteWith(built, {toolkit, baseUrl});
  await writeRedirects(site);
  site.output.write(await hostFiles(site));
  return site.dir;
}

/** The answer to a request that no client would send. */
async function rawRequest(origin: string, request: string): Promise<string> {
  const {hostname, port} = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(request);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}

const LONG = 'The floods of the year. '.repeat(100);

for (const baseUrl of ['/', '/flood/']) {
  const title = WHAT_IS_MISSING === undefined ? `nginx under ${baseUrl}` : `left out: ${WHAT_IS_MISSING}`;
  describe.skipIf(WHAT_IS_MISSING !== undefined)(title, () => {
    test('sends readers of old addresses on for good, in one step, with their question and heading', async () => {
      const origin = await serve(await builtSite(baseUrl));
      const to = `${baseUrl}toolkit/priorities/floods/`;
      for (const from of [
        'toolkit/old%20place/',
        'toolkit/old%20place',
        'toolkit/tv%C3%A5/',
        'toolkit/$1%20%7Bx%7D/',
        'toolkit/old%20place/?region=london&q=a%26b',
      ]) {
        const response = await fetch(`${origin}${baseUrl}${from}`, {redirect: 'manual'});
        const [, query = ''] = from.split('?');
        expect([301, 308], from).toContain(response.status);
        const location = new URL(response.headers.get('location') ?? '', origin);
        expect(location.href).toBe(`${origin}${to}${query && `?${query}`}`);
        expect((await fetch(location, {redirect: 'manual'})).status).toBe(200);
      }
      const {executablePath, env} = await findBrowser(path.join(ROOT, '.tmp'));
      const browser = await chromium.launch({executablePath, env: {...process.env, ...env}, args: ['--no-sandbox']});
      onTestFinished(() => browser.close());
      const tab = await browser.newPage();
      await tab.goto(`${origin}${baseUrl}toolkit/old%20place/?q=1#costs`);
      expect(tab.url()).toBe(`${origin}${to}?q=1#costs`);
    });

    test('shows living pages, and the 404 page for what is missing, the settings, and everything outside', async () => {
      const origin = await serve(await builtSite(baseUrl));
      const statusOf = async (address: string) =>
        (await fetch(`${origin}${baseUrl}${address}`, {redirect: 'manual'})).status;
      expect(await statusOf('toolkit/priorities/floods/')).toBe(200);
      expect(await statusOf('case-studies/?q=old')).toBe(200);
      const folder = await fetch(`${origin}${baseUrl}case-studies`);
      expect([folder.url, folder.status]).toEqual([`${origin}${baseUrl}case-studies/`, 200]);
      for (const address of baseUrl === '/' ? [] : ['/', baseUrl.slice(0, -1)]) {
        const response = await fetch(origin + address, {redirect: 'manual'});
        expect([302, 308]).toContain(response.status);
        expect(new URL(response.headers.get('location') ?? '', origin).href).toBe(origin + baseUrl);
      }
      const outside = baseUrl === '/' ? [] : ['/toolkit/priorities/floods/', '/assets/site.0123abcd.js'];
      const missing = ['toolkit/never/', 'assets/never.js', 'never.md', ...HOST_FILE_NAMES];
      for (const address of [...missing.map((file) => baseUrl + file), ...outside]) {
        const response = await fetch(origin + address);
        expect({address, status: response.status}).toEqual({address, status: 404});
        expect(await response.text()).toContain('<title>Page not found</title>');
        expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(response.headers.get('cache-control')).toBe('no-cache');
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      }
    });

    test('sends each file with its media type, and safety headers', async () => {
      const origin = await serve(await builtSite(baseUrl));
      const types = {
        'case-studies/': 'text/html; charset=utf-8',
        'assets/site.0123abcd.js': 'text/javascript; charset=utf-8',
        'assets/styles.0123abcd.css': 'text/css; charset=utf-8',
        'api/index.json': 'application/json',
        'toolkit/priorities/floods/index.html.md': 'text/markdown; charset=utf-8',
        'updates/feed.atom': 'application/atom+xml',
        'manifest.webmanifest': 'application/manifest+json',
        'favicon.svg': 'image/svg+xml',
      };
      for (const [address, type] of Object.entries(types)) {
        const {headers, status} = await fetch(`${origin}${baseUrl}${address}`);
        expect({address, status, type: headers.get('content-type')}).toEqual({address, status: 200, type});
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        const keep = address.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
        expect({address, keep: headers.get('cache-control')}).toEqual({address, keep});
        expect(headers.get('access-control-allow-origin')).toBe(address.startsWith('api/') ? '*' : null);
      }
      expect((await fetch(`${origin}${baseUrl}pagefind/index.pf_index`)).status).toBe(200);
    });

    test('shows no hidden file and no list of a folder, and answers only readers', async () => {
      const origin = await serve(await builtSite(baseUrl));
      const ask = async (address: string, options: RequestInit = {}) => {
        const response = await fetch(`${origin}${baseUrl}${address}`, options);
        return {status: response.status, text: await response.text()};
      };
      for (const hidden of [
        '.git/config',
        'toolkit/.htaccess',
        '%2egit/config',
        'a/../.git/config',
        'toolkit//.htaccess',
      ]) {
        expect(await ask(hidden)).toMatchObject({status: 404, text: expect.not.stringContaining('secret')});
      }
      expect(await ask('.well-known/security.txt')).toMatchObject({status: 200});
      const folder = await ask('pictures/');
      expect([403, 404]).toContain(folder.status);
      expect(folder.text).not.toContain('river.png');
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const {status} = await ask('case-studies/', {method});
        expect({method, status}).toEqual({method, status: 405});
      }
      for (const path of ['/../../../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/%', `/${'a'.repeat(40_000)}`]) {
        const host = new URL(origin).host;
        const answer = await rawRequest(origin, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
        expect(Number(answer.split(' ')[1])).toBeGreaterThanOrEqual(300);
        expect(answer).not.toContain('root:');
      }
    });

    test('compresses files and the 404 page', async () => {
      const build = await builtSite(baseUrl);
      const origin = await serve(build);
      for (const file of ['assets/site.0123abcd.js', 'toolkit/never/']) {
        const ask = (encoding: string) => fetch(`${origin}${baseUrl}${file}`, {headers: {'accept-encoding': encoding}});
        const zipped = await ask('gzip');
        expect(zipped.headers.get('content-encoding')).toBe('gzip');
        expect(zipped.headers.get('vary')).toMatch(/accept-encoding/i);
        const plain = await ask('identity');
        expect(plain.headers.get('content-encoding')).toBeNull();
        expect(await zipped.text()).toBe(await plain.text());
      }
    });
  });
}
