import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import {COLOUR_MODE_SCRIPT, renderDocument} from '../../../../src/site/render/page-template.ts';

const assets = {
  styles: ['assets/css/styles.1.css'],
  scripts: {
    site: 'assets/site.1.js',
    charts: 'assets/site.3.js',
    updates: 'assets/site.4.js',
    lists: 'assets/site.2.js',
  },
};
const SCRIPT_HASH = `'sha256-${createHash('sha256').update(COLOUR_MODE_SCRIPT).digest('base64')}'`;

function render({address = '/', body = '', head = '', baseUrl = '/'} = {}): string {
  const page = {head, body, htmlAttributes: 'data-rh="true" lang="en-GB"', bodyAttributes: ''};
  return renderDocument(address, page, assets, {baseUrl});
}

test.each(['/', '/flood/'])('under %s, a page loads one script: that for what it has', (baseUrl) => {
  const scripts = (body: string) => [...render({body, baseUrl}).matchAll(/ src="([^"]+)"/g)].map(([, src]) => src);
  expect(scripts('<p>data-search= and data-filters</p>')).toEqual([`${baseUrl}assets/site.1.js`]);
  expect(scripts('<nav data-filters="true"></nav>')).toEqual([`${baseUrl}assets/site.2.js`]);
  expect(scripts('<form class="a" data-search="/"></form>')).toEqual([`${baseUrl}assets/site.2.js`]);
  expect(scripts('<button data-png="/a.svg"></button>')).toEqual([`${baseUrl}assets/site.3.js`]);
});

test('the policy follows the character set and allows the one inline script', () => {
  const page = render();
  expect(page).toContain('<html lang="en-GB"><head><meta charset="UTF-8"><meta http-equiv="Content-Security-Policy"');
  expect(page).toContain(`script-src 'self' ${SCRIPT_HASH};`);
  expect(page).not.toContain('unsafe-inline');
});

test('only search and finder may run WebAssembly, and no page a worker', () => {
  for (const address of ['/search/', '/case-studies/']) expect(render({address})).toContain("'wasm-unsafe-eval'; ");
  for (const address of ['/', '/case-studies/page/2/']) expect(render({address})).not.toContain('wasm');
  expect(render({address: '/search/'})).not.toContain('worker');
});

test('marks that only React reads are removed', () => {
  expect(render({head: '<title data-rh="true">A</title>'})).toContain('<title>A</title>');
});
