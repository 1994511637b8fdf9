import {connect} from 'node:net';
import {expect, test} from 'vitest';
import {hostFiles} from '../../../../src/features/hosts/host-files.ts';
import {createSiteServer, HOST_FILE_NAMES} from '../../../../src/io/cli/site-server.ts';
import {policyHash} from '../../../../src/site/render/hash.ts';
import {COLOUR_MODE_SCRIPT} from '../../../../src/site/render/page-template.ts';
import {listenForTest} from '../../support/network/listen.ts';
import {page} from '../../support/toolkits/sound-toolkit.ts';
import {read, siteWith} from './built-site.ts';

const table = '| Figure | What it counts |\n| --- | --- |\n| 3 | Boats |';
const toolkit = {
  'docs/priorities/floods.md': page('Floods', 'redirect_from: [/toolkit/old place/]\n'),
  'docs/boats.md': page('Boats').replace('Words.', table),
};

test.each(['/', '/flood/'])('under %s, hosts find every permanent redirect, and no other', async (baseUrl) => {
  const site = siteWith({}, {toolkit, baseUrl});
  site.output.write(await hostFiles(site));
  const to = `${baseUrl}toolkit/priorities/floods/`;
  expect(read(site, '_redirects')).toContain(`${baseUrl}toolkit/old%20place/ ${to} 301!\n`);
  for (const form of ['old place/', 'old place']) {
    const from = `"${baseUrl}toolkit/${form}"`;
    expect(read(site, 'nginx.conf')).toContain(`  location = ${from} { return 308 "${to}$is_args$args"; }\n`);
  }
  for (const name of ['_redirects', 'nginx.conf']) {
    expect(read(site, name)).not.toContain('/case-studies/evidence/evaluated/');
    expect(read(site, name)).not.toContain('/figures/');
  }
});

test('each host sends a policy for every page, and lets browsers keep hashed files', async () => {
  const site = siteWith({}, {toolkit, baseUrl: '/flood/'});
  site.output.write(await hostFiles(site));
  for (const name of ['_headers', 'nginx.conf']) {
    const text = read(site, name);
    const script = policyHash(COLOUR_MODE_SCRIPT);
    for (const part of [script, "frame-ancestors 'none'", "'wasm-unsafe-eval'"]) expect(text).toContain(part);
    expect(text.match(/Access-Control/g)).toHaveLength(1);
    expect(text.match(/immutable/g)).toHaveLength(1);
  }
  expect(read(site, '_headers')).toContain('\n/flood/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  expect(read(site, '_headers')).toContain('\n/flood/api/*\n  Access-Control-Allow-Origin: *\n');
});

test('only the media types of the built files are listed, with those that Docusaurus adds', async () => {
  const site = siteWith({'a/index.html': '', 'b.webmanifest': '', 'c.pf_index': '', LICENCE: ''}, {toolkit});
  site.output.write(await hostFiles(site));
  expect(read(site, 'nginx.conf')).toContain(
    '  types {\n    text/html html;\n    text/plain txt;\n    application/manifest+json webmanifest;\n    application/xml xml;\n  }\n',
  );
});

test.each(['/', '/flood/'])('under %s, the preview sends none of the settings to readers', async (baseUrl) => {
  const site = siteWith({'404.html': 'Not found', 'index.html': 'Home'}, {toolkit, baseUrl});
  site.output.write(await hostFiles(site));
  const origin = `http://127.0.0.1:${await listenForTest(createSiteServer(site.dir, baseUrl))}`;
  expect(HOST_FILE_NAMES).toHaveLength(3);
  for (const name of [...HOST_FILE_NAMES, 'nginx.conf?a=b']) {
    const response = await fetch(`${origin}${baseUrl}${name}`);
    expect({name, status: response.status, text: await response.text()}).toEqual({
      name,
      status: 404,
      text: 'Not found',
    });
  }
  expect(await (await fetch(origin + baseUrl)).text()).toBe('Home');
});

test('the preview answers only readers on this computer, whatever they send', async () => {
  const site = siteWith({'404.html': 'Not found', 'index.html': 'Home', '.git/config': 'secret'}, {toolkit});
  const server = createSiteServer(site.dir);
  const port = await listenForTest(server);
  const send = async (start: string, host = `localhost:${port}`, more = '') => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`${start} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`);
    let answer = '';
    for await (const part of socket) answer += part;
    return answer;
  };
  expect(await send('GET /')).toMatch(/^HTTP\/1.1 200.*nosniff.*Home$/is);
  expect(await send('GET /', 'evil.example')).toMatch(/^HTTP\/1.1 421/);
  expect(await send('GET /', 'localhost.evil.example')).toMatch(/^HTTP\/1.1 421/);
  for (const method of ['POST', 'PUT', 'DELETE']) expect(await send(`${method} /`)).toMatch(/^HTTP\/1.1 405/);
  for (const address of [
    '/.git/config',
    '/%2egit/config',
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%',
    '/%00',
    '//evil.example/',
  ]) {
    expect(await send(`GET ${address}`)).toMatch(/^HTTP\/1.1 (?:404|400|302)/);
  }
  expect(await send('GET /', undefined, 'Range: bytes=999-\r\n')).toMatch(/^HTTP\/1.1 416/);
  expect(await send('GET /', undefined, 'Range: bytes=0-1\r\n')).toMatch(/^HTTP\/1.1 206.*Ho$/s);
  expect(await send('GET /', undefined, `A: ${'a'.repeat(20_000)}\r\n`)).toMatch(/^HTTP\/1.1 431/);
  expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
});
