import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, inject, test} from 'vitest';
import {loadToolkit} from '../../../../../src/fs/load-toolkit.ts';
import {allPages} from '../../../../../src/model/toolkit.ts';
import {builtPage} from '../../../support/sites/built-page.ts';

describe('the whole toolkit as one document', () => {
  const site = inject('sites').large;
  const base = 'https://flood.example/flood/';
  const file = 'toolkit/document/index.html';
  const html = readFileSync(path.join(site, file), 'utf8');
  const {$} = builtPage(file, html);
  const all = (selector: string, attribute: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).attr(attribute) ?? '');

  test('every live page is in it, once, with the fingerprint of its words', async () => {
    const pages = allPages(await loadToolkit(path.dirname(site))).filter(({id}) => !id.startsWith('handbook/'));
    const records = $('.section-record')
      .toArray()
      .map((record) => `${$(record).find('a').text()} ${$(record).find('code').text()}`);
    const expected = pages.map(({address, fingerprint}) => `${base}${address.slice(1)} ${fingerprint()}`);
    expect(records.toSorted()).toEqual(expected.sort());
    expect($('.document article > header h2').length).toBe(pages.length);
  });

  test('its contents name every section, in order', () => {
    const sections = all('.document article', 'id').map((id) => `#${id}`);
    expect(all('.document-contents a', 'href')).toEqual(sections);
  });

  test('no id stands twice, and every link within it leads somewhere', () => {
    const ids = all('[id]', 'id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const links = all('a[href^="#"]', 'href').map((href) => decodeURIComponent(href.slice(1)));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('no link of its words leads to a live page as a whole, which stands here', () => {
    const addresses = new Set(all('.section-record a', 'href'));
    const links = all('.document article :not(.section-record) > a', 'href');
    expect(links.filter((href) => addresses.has(href))).toEqual([]);
  });

  test('it has no furniture of single pages, but says when and by whom each was checked', () => {
    for (const part of [
      'history',
      'cite',
      'feedback',
      'contents',
      'related',
      'paginator',
      'printed-as',
      'edition-menu',
    ])
      expect($(`.${part}`).length, part).toBe(0);
    expect($('.document .review').length).toBe($('.document article').length + 1);
    expect($('.sources').length).toBeGreaterThan(0);
  });

  test('search engines and the search of the site find the pages instead', () => {
    expect($('meta[name="robots"]').attr('content')).toBe('noindex');
    expect($('link[rel="canonical"]').attr('href')).toBe(`${base}toolkit/document/`);
    expect(html).not.toContain('data-pagefind');
  });

  test('the front page of the live toolkit leads to it, and no edition does', () => {
    const linksOf = (address: string) =>
      builtPage(address, readFileSync(path.join(site, address, 'index.html'), 'utf8'))
        .$('a')
        .toArray()
        .map((link) => link.attribs.href);
    const own = `${new URL(base).pathname}toolkit/document/`;
    expect(linksOf('toolkit')).toContain(own);
    expect(linksOf('toolkit/2026-11')).not.toContain(own);
  });
});
