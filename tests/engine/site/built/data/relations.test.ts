import {existsSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {addressOfFile, fileOfAddress} from '../../../../../src/content/addresses/addresses.ts';
import {resolveLink} from '../../../../../src/content/addresses/resolve-link.ts';
import type {ContentItem} from '../../../../../src/features/api/content-items.ts';
import {textIn} from '../../../support/run-command.ts';
import {readBuiltPages} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

const SITE = {url: 'https://flood.example', baseUrl: '/flood/'};

/** The file that a link of a page names; `undefined` on another site. */
function fileOf(from: string, href: string): string | undefined {
  const destination = resolveLink(SITE, from, href);
  return destination.kind === 'here' ? fileOfAddress(destination.address) : undefined;
}

describe.each(['flood', 'large'] as const)('relations between the files of the %s site', (name) => {
  const folder = siteFolder(name);
  const pages = readBuiltPages(folder)
    .filter(({isRedirect}) => !isRedirect)
    .map(({file, $}) => {
      const links = $('head > link[rel]')
        .toArray()
        .flatMap(({attribs: {rel = '', href = ''}}) =>
          rel.split(' ').map((relation) => ({relation, to: fileOf(addressOfFile(file), href)})),
        );
      return {file, links};
    });

  test('the data of a page names its versions, newest first, each at its address', () => {
    const items = pages
      .flatMap(({links}) => links)
      .flatMap(({to}) => (to?.startsWith('api/content/') ? [JSON.parse(textIn(folder, to)) as ContentItem] : []));
    expect(items.length).toBeGreaterThan(2);
    for (const {base_path, details} of items) {
      const [live, ...frozen] = details.versions;
      expect(live, base_path).toMatchObject({edition: null, fingerprint: details.fingerprint});
      expect(frozen.map(({edition}) => edition)).toEqual(
        frozen
          .map(({edition}) => edition)
          .sort()
          .reverse(),
      );
      const files = details.versions.map(({web_url}) => fileOf('/', web_url) ?? '');
      expect(files.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
    }
    expect(items.some(({details}) => details.versions.length > 1)).toBe(true);
  });

  test('llms.txt has a name, a summary, and lists that name files of the site, each page with its version and last check', () => {
    const text = textIn(folder, 'llms.txt');
    const [title, , summary, , , , ...rest] = text.trimEnd().split('\n');
    expect(title).toMatch(/^# \S/);
    expect(summary).toMatch(/^> \S/);
    const items = rest.filter((line) => line !== '' && !/^## \S/.test(line));
    const read = items.map((line) => /^- \[.+\]\((https:\S+)\)(?:: (.+))?$/.exec(line) ?? [line]);
    expect(
      read.filter(([, url]) => url === undefined || !existsSync(path.join(folder, fileOf('/', url) ?? ''))),
    ).toEqual([]);
    const ofPages = read.filter(([, url]) => url?.endsWith('/index.html.md'));
    expect(ofPages.length).toBeGreaterThan(2);
    expect(
      ofPages.filter(([, , about]) => !/Version \S+\. (Last checked: .+|Not checked since .+)\.$/.test(about ?? '')),
    ).toEqual([]);
  });

  test('structured data says on what a page is based, its version and its corrections', () => {
    const articles = readBuiltPages(folder).flatMap(({file, $}) =>
      $('script[type="application/ld+json"]')
        .toArray()
        .map((script) => ({file, $, data: JSON.parse($(script).text())}))
        .filter(({data}) => data['@type'] === 'Article'),
    );
    for (const {file, $, data} of articles) {
      const sources = $('.sources li > a').toArray();
      expect((data.isBasedOn ?? []).toSorted(), file).toEqual(sources.map(({attribs}) => attribs.href).sort());
      const shown = $('.history-list, [aria-labelledby="errata"]').text();
      for (const {text, datePublished} of data.correction ?? []) {
        expect(shown, file).toContain(text);
        expect(datePublished, file).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
      if (data.dateModified) expect(data.version, file).toMatch(/^[\w.-]+$/);
    }
    expect(articles.some(({data}) => data.isBasedOn)).toBe(true);
    if (name === 'large') expect(articles.some(({data}) => data.correction)).toBe(true);
  });
});
