import {expect, test} from 'vitest';
import {renderDocument} from '../../../../src/site/render/page-template.ts';

const assets = {
  styles: {site: 'assets/css/styles.1.css', lists: 'assets/css/lists.1.css'},
  scripts: {
    site: 'assets/site.1.js',
    charts: 'assets/site.3.js',
    updates: 'assets/site.4.js',
    lists: 'assets/site.2.js',
  },
  marks: ['filters', 'search'],
};

function render({body = '', head = '', baseUrl = '/', fonts = [] as string[]} = {}): string {
  const page = {head, body, htmlAttributes: 'data-rh="true" lang="en-GB"', bodyAttributes: ''};
  return renderDocument(page, {...assets, fonts}, {baseUrl});
}

test('the font of a toolkit is asked for before the style sheets, and a toolkit without one asks for none', () => {
  const html = render({baseUrl: '/flood/', fonts: ['fonts/river.woff2']});
  const preload =
    '<link rel="preload" as="font" type="font/woff2" crossorigin href="/flood/fonts/river.woff2"><link rel="style';
  expect(html).toContain(preload);
  expect(render()).not.toContain('preload');
});
