import {existsSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {addressOfFile, fileOfAddress} from '../../../../../src/content/addresses/addresses.ts';
import {resolveLink} from '../../../../../src/content/addresses/resolve-link.ts';
import type {ContentItem} from '../../../../../src/features/api/content-items.ts';
import {textIn} from '../../../support/run-command.ts';
import {readBuiltPages} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

/** Where each relation is registered, https://www.iana.org/assignments/link-relations/, besides those of every page. */
const REGISTERED: Readonly<Record<string, string>> = {
  'version-history': 'RFC 5829',
  'latest-version': 'RFC 5829',
  'predecessor-version': 'RFC 5829',
  'successor-version': 'RFC 5829',
  'cite-as': 'RFC 8574',
  collection: 'RFC 6573',
  describedby: 'POWDER',
  license: 'RFC 4946',
  author: 'HTML',
  alternate: 'HTML',
};

const OF_EVERY_PAGE = ['icon', 'apple-touch-icon', 'canonical', 'manifest', 'stylesheet', 'preload'];

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
      const targetOf = (relation: string) => links.find((link) => link.relation === relation)?.to;
      return {file, links, targetOf};
    });
  const versioned = pages.filter(({targetOf}) => targetOf('cite-as') !== undefined);

  test('every relation is registered, and its target exists', () => {
    const all = pages.flatMap(({links}) => links).filter(({relation}) => !OF_EVERY_PAGE.includes(relation));
    expect(new Set(all.map(({relation}) => relation))).toEqual(new Set(Object.keys(REGISTERED)));
    expect(all.filter(({to}) => to !== undefined && !existsSync(path.join(folder, to)))).toEqual([]);
    // Licences are on other sites.
    expect(new Set(all.filter(({to}) => to === undefined).map(({relation}) => relation))).toEqual(new Set(['license']));
  });

  test('a successor names its predecessor, and the other way round, from each edition to the live text', () => {
    const byFile = new Map(versioned.map((page) => [page.file, page]));
    const older = versioned.filter(({targetOf}) => targetOf('successor-version') !== undefined);
    expect(older.length).toBeGreaterThan(2);
    for (const {file, targetOf} of older) {
      const successor = byFile.get(targetOf('successor-version') ?? '');
      expect(successor?.targetOf('predecessor-version'), file).toBe(file);
      expect(successor?.targetOf('latest-version'), file).toBe(targetOf('latest-version'));
      expect(targetOf('cite-as'), 'an edition is cited at its own address').toBe(file);
    }
  });

  test('the history of a page names the versions that its links lead through, newest first', () => {
    const live = versioned.filter(({file, targetOf}) => targetOf('latest-version') === file);
    expect(live.length).toBeGreaterThan(2);
    for (const page of live) {
      const item = JSON.parse(textIn(folder, page.targetOf('version-history') ?? '')) as ContentItem;
      const chain: string[] = [];
      let next: string | undefined = page.file;
      while (next !== undefined) {
        chain.push(next);
        next = versioned.find(({file}) => file === next)?.targetOf('predecessor-version');
      }
      const {versions} = item.details;
      expect(versions.map(({web_url}) => fileOf('/', web_url))).toEqual(chain);
      const same = versions.find(({edition, fingerprint}) => edition && fingerprint === versions[0]?.fingerprint);
      expect([undefined, page.file, same && fileOf('/', same.web_url)]).toContain(page.targetOf('cite-as'));
    }
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
