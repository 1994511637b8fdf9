import {globSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {allPages} from '../../../../../src/content/toolkit.ts';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {textIn} from '../../../support/run-command.ts';
import {builtPage} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

describe('the whole toolkit as one document', () => {
  const site = siteFolder('large');
  const base = 'https://flood.example/flood/';
  const open = (address: string) => {
    const file = `${address}index.html`;
    const html = textIn(site, file);
    return {address: `/flood/${address}`, html, $: builtPage(file, html).$};
  };
  const contents = open('toolkit/document/');
  const parts = globSync('toolkit/document/page/*/', {cwd: site})
    .map((folder) => open(`${folder.replaceAll(path.sep, '/').replace(/\/$/, '')}/`))
    .sort((a, b) => a.address.localeCompare(b.address, 'en', {numeric: true}));
  const all = ({$}: typeof contents, selector: string, attribute: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).attr(attribute) ?? '');

  test('every live page is in it, once', async () => {
    const pages = allPages(await loadToolkit(path.dirname(site))).filter(({id}) => !id.startsWith('handbook/'));
    const records = parts.flatMap(({$}) =>
      $('.section-record')
        .toArray()
        .map((record) => $(record).find('a').text()),
    );
    const expected = pages.map(({address}) => base + address.slice(1));
    expect(records.toSorted()).toEqual(expected.sort());
    expect(parts.length).toBeGreaterThan(1);
  });

  test('its contents name every section with its part, in order, and so does each part', () => {
    const sections = parts.flatMap((part) => all(part, '.document article', 'id').map((id) => `${part.address}#${id}`));
    expect(all(contents, '.document-contents li li a', 'href')).toEqual(sections);
    expect(all(contents, '.document-contents li li', 'id')).toEqual(sections.map((link) => link.split('#')[1]));
    const own = parts.flatMap((part) => all(part, '.document-contents a', 'href').map((href) => part.address + href));
    expect(own).toEqual(sections);
  });

  test('no link of its text leads to a live page as a whole, which is in the document', () => {
    const addresses = new Set(parts.flatMap((part) => all(part, '.section-record a', 'href')));
    const links = parts.flatMap((part) => all(part, '.document article :not(.section-record) > a', 'href'));
    expect(links.filter((href) => addresses.has(href))).toEqual([]);
  });

  test('it has no furniture of single pages, but says when and by whom each was checked', () => {
    for (const {$} of parts) {
      for (const part of ['history', 'cite', 'contents', 'related', 'paginator', 'edition-menu'])
        expect($(`.${part}`).length, part).toBe(0);
      expect($('.document .feedback').length).toBe(0);
      expect($('.document .review').length).toBe($('.document article').length);
    }
    expect(parts.some(({$}) => $('.sources').length > 0)).toBe(true);
    // Print spells out an address once in a section.
    expect(parts.some(({$}) => $('a.spelled-out').length > 0)).toBe(true);
  });

  test('ids are unique, and every reference to one is to an element of the same section', () => {
    for (const part of parts) {
      const ids = all(part, '[id]', 'id');
      expect(ids).toEqual([...new Set(ids)]);
      for (const section of all(part, '.document article', 'id')) {
        const own = (selector: string, attribute: string) =>
          all(part, `#${section} ${selector}`, attribute).flatMap((value) => value.split(' '));
        const references = [
          ...['aria-labelledby', 'aria-describedby', 'headers', 'for'].flatMap((key) => own(`[${key}]`, key)),
          ...own('[fill^="url("]', 'fill').map((fill) => fill.slice('url(#'.length, -1)),
        ];
        expect(own('[id]', 'id')).toEqual(expect.arrayContaining(references));
      }
    }
  });

  test('headings are one level lower than on the pages themselves', () => {
    for (const {$} of parts) {
      expect($('h1').length).toBe(1);
      for (const article of $('.document article').toArray()) expect($(article).find('h2').length).toBe(1);
    }
  });

  test('search engines find the pages instead', () => {
    for (const {address, $} of [contents, ...parts]) {
      expect($('meta[name="robots"]').attr('content')).toBe('noindex');
      expect($('link[rel="canonical"]').attr('href')).toBe(`https://flood.example${address}`);
    }
  });

  test('the front page of the live toolkit leads to it, and no edition does', () => {
    expect(all(open('toolkit/'), 'a', 'href')).toContain(contents.address);
    expect(all(open('toolkit/2026-11/'), 'main a', 'href')).not.toContain(contents.address);
  });
});
