import {once} from 'node:events';
import {readdirSync} from 'node:fs';
import {createServer} from 'node:http';
import {text} from 'node:stream/consumers';
import {expect, onTestFinished, test} from 'vitest';
import {useSite} from '../../support/browser/open-browser.ts';
import {textIn} from '../../support/run-command.ts';
import {openBuilt, squeeze} from '../../support/sites/built-page.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const SITE = siteFolder('large');
const site = useSite(SITE, '/flood/');
const HOMES = '/flood/toolkit/priorities/homes/';

/** A form service at the address that the pages name; returns what forms send to it. */
async function startService(): Promise<Record<string, string>[]> {
  const received: Record<string, string>[] = [];
  const server = createServer(async (request, response) => {
    received.push({at: request.url ?? '', ...Object.fromEntries(new URLSearchParams(await text(request)))});
    response.setHeader('content-type', 'text/html').end('<h1>Received</h1>');
  });
  await once(server.listen(27811, '127.0.0.1'), 'listening');
  onTestFinished(async () => void (await server[Symbol.asyncDispose]()));
  return received;
}

test.each([true, false])(
  'a reader without an account writes on a page, with scripts: %s',
  async (javaScriptEnabled) => {
    const received = await startService();
    const {page, complaints} = await site.open(HOMES, {javaScriptEnabled});
    await page.getByText('Write to us here').click();
    expect(await page.locator('.feedback-form').textContent()).toContain('through 127.0.0.1:27811.');
    await page.getByLabel('What were you looking for').fill('The figure of 40 homes is out of date.');
    await page.getByLabel('Who you are').selectOption('I use a service');
    await page.getByRole('button', {name: 'Send feedback'}).click();
    await page.getByRole('heading', {name: 'Received'}).waitFor();
    expect(complaints).toEqual([]);
    const fingerprint = openBuilt(SITE, 'toolkit/priorities/homes/')('[name="fingerprint"]').attr('value');
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(received).toEqual([
      {
        at: '/river',
        address: 'https://flood.example/flood/toolkit/priorities/homes/',
        edition: 'live',
        fingerprint,
        page: 'Homes that stay dry',
        what: 'The figure of 40 homes is out of date.',
        who: 'I use a service',
      },
    ]);
  },
);

test('only pages with the form let it be sent, to the origin of the service alone', () => {
  const policy = (address: string) => openBuilt(SITE, address)('meta[http-equiv]').attr('content');
  expect(policy('toolkit/priorities/homes/')).toContain("form-action 'self' http://127.0.0.1:27811;");
  expect(policy('toolkit/approaches/wardens/sentences/')).toContain("form-action 'self';");
});

test('no page for readers links to a feed, and each page and subject says the address of its feed', () => {
  const files = readdirSync(SITE, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('index.html'));
  // The page for programs lists feeds, as files.
  const linking = files.filter((file) => /<a [^>]*href="[^"]*feed\.atom"/.test(textIn(SITE, file)));
  expect(linking).toEqual(['api/index.html']);
  for (const address of ['toolkit/priorities/homes/', 'updates/wardens/']) {
    const $ = openBuilt(SITE, address);
    expect($('.follow code').first().text()).toBe(`https://flood.example/flood/${address}feed.atom`);
    expect($('section.follow a').attr('href')).toBe('/flood/updates/follow/');
  }
  expect(squeeze(openBuilt(SITE, 'updates/follow/')('main').text())).toMatch(
    /By email.*Join the mailing list.*By feed/,
  );
});

test('the privacy page lists what is kept by the parts that are configured', () => {
  const cells = openBuilt(SITE, 'about/privacy/')('tbody th');
  expect(cells.toArray().map((cell) => openBuilt(SITE, 'about/privacy/')(cell).text())).toEqual([
    'The form on GitHub',
    'A feed',
    'The form on this site',
  ]);
  expect(squeeze(openBuilt(SITE, 'about/privacy/')('tbody').text())).toContain('The editors, and 127.0.0.1:27811.');
});
