import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'csv-parse/sync';
import type {Node} from 'mdast';
import {describe, expect, test} from 'vitest';
import {fileOfAddress} from '../../../../../src/content/addresses/addresses.ts';
import {resolveLink} from '../../../../../src/content/addresses/resolve-link.ts';
import {parseMarkdown} from '../../../../../src/content/markdown/parse-markdown.ts';
import {visit} from '../../../../../src/content/markdown/visit.ts';
import {allPages} from '../../../../../src/content/toolkit.ts';
import {markdownAddress} from '../../../../../src/features/api/addresses.ts';
import type {apiIndex} from '../../../../../src/features/api/api-files.ts';
import type {TermLink} from '../../../../../src/features/api/api-source.ts';
import type {CaseStudyRecord} from '../../../../../src/features/api/case-studies.ts';
import type {ContentItem} from '../../../../../src/features/api/content-items.ts';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {readDocument} from '../../../../../src/io/yaml/document.ts';
import {ENGLISH} from '../../../../../src/language/text.ts';
import {scanLinks} from '../../../../../src/site/links/scan-links.ts';
import {textIn} from '../../../support/run-command.ts';
import {builtPage, squeeze} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

/** The terms of a vocabulary, which the types do not know. */
function termsOf(item: object, key: string): readonly TermLink[] {
  return (item as Readonly<Record<string, readonly TermLink[] | undefined>>)[key] ?? [];
}

describe('what programs get of the larger site', () => {
  const site = {url: 'https://flood.example', baseUrl: '/flood/'};
  const folder = siteFolder('large');
  const read = (file: string) => textIn(folder, file);
  const json = (file: string) => JSON.parse(read(file)) as unknown;
  const fileOf = (url: string) => {
    const destination = resolveLink(site, '/', url);
    if (destination.kind !== 'here') throw new Error(`${url} does not lead into the site`);
    return fileOfAddress(destination.address);
  };
  const files = readdirSync(path.join(folder, 'api'), {recursive: true, encoding: 'utf8'})
    .map((file) => `api/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const items = files.filter((file) => file.startsWith('api/content/')).map((file) => json(file) as ContentItem);
  const index = json('api/index.json') as ReturnType<typeof apiIndex>;
  const toolkit = () => loadToolkit(path.dirname(folder));

  test('the index lists every live page, once, and all that it names is there', async () => {
    const pages = allPages(await toolkit());
    expect(index.pages.map(({id}) => id)).toEqual(pages.map(({id}) => id).sort());
    expect(items.map(({id}) => id).sort()).toEqual(pages.map(({id}) => id).sort());
    const named = index.pages.flatMap((page) => [page.web_url, page.api_url, page.markdown_url]);
    for (const url of [...named, ...index.files.map((file) => file.url), index.documentation_url, index.web_url])
      expect(read(fileOf(url)).length, url).toBeGreaterThan(0);
    for (const {base_path, web_url, api_path, api_url} of index.pages)
      expect([site.url + base_path, site.url + api_path]).toEqual([web_url, api_url]);
  });

  test('a content item says what its page says: title, kind, days, words, sources', () => {
    for (const item of items) {
      const file = `${item.base_path.slice(site.baseUrl.length)}index.html`;
      const {$} = builtPage(file, read(file));
      const shown = squeeze($('.history > p').text());
      expect(item.title).toBe($('h1').text());
      expect(squeeze(item.description)).toBe(squeeze($('meta[name="description"]').attr('content') ?? ''));
      expect(
        {guidance: 'Guidance', case_study: 'Case study', handbook: 'About this toolkit', event: 'Event'}[
          item.document_type
        ],
      ).toBe($('.kind').text());
      if (item.first_published_at)
        expect(shown).toContain(`First published: ${ENGLISH.format.day(item.first_published_at)}.`);
      else expect(shown).not.toContain('First published');
      if (item.public_updated_at)
        expect(shown).toContain(`Last updated: ${ENGLISH.format.day(item.public_updated_at)}.`);
      else expect(shown).not.toContain('Last updated');
      const body = builtPage(file, item.details.body).$('body');
      const prose = $('.prose');
      prose.find('.in-short-title, .key-figures, .below-answer, .code button, small').remove();
      for (const text of [body, prose]) text.find('figure').remove();
      // Current data is only named there.
      const isNamed = item.details.body.includes('<figure><figcaption>');
      const [given, wanted] = [body, prose].map((text) => text.text().replace(/\s+/g, ''));
      if (!isNamed) expect(given).toBe(wanted);
      const sources = $('.sources a').not('small a').toArray();
      // A page lists those of its briefing first.
      expect(item.details.sources.map((source) => source.url).sort()).toEqual(
        sources.map((link) => link.attribs.href).sort(),
      );
      const form = $('a[href*="template=beta-feedback.yml"]').attr('href') ?? '';
      expect(new URL(form).searchParams.get('fingerprint')).toBe(item.details.fingerprint);
      const related = $('.related li a').toArray();
      expect(item.links.related_case_studies.map((study) => study.base_path)).toEqual(
        related.map((link) => link.attribs.href),
      );
    }
  });

  test('the table of case studies is the JSON, for a reader of CSV that knows nothing of us', async () => {
    const text = read('api/case-studies.csv');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const {case_studies: studies} = json('api/case-studies.json') as {case_studies: CaseStudyRecord[]};
    const rows = rowsOf(text);
    expect(rows.length).toBe(studies.length);
    for (const [nth, study] of studies.entries()) {
      const list = (values: readonly string[]) => values.map((value) => value.replaceAll('|', '¦')).join('|');
      const titles = (key: string) => list(termsOf(study, key).map(({title}) => title));
      expect(rows[nth]).toEqual({
        Id: study.id,
        Title: study.title,
        Description: study.description,
        Address: study.web_url,
        'Data address': study.api_url,
        Service: study.service,
        Place: study.place,
        Regions: titles('regions'),
        From: String(study.period?.from.year ?? ''),
        'From is rough': String(study.period ? (study.period.from.approximate ?? false) : ''),
        To: String(study.period?.to?.year ?? ''),
        'To is rough': String(study.period?.to ? (study.period.to.approximate ?? false) : ''),
        Evidence: study.evidence,
        Outcomes: list(study.outcomes.map(({figure, what, year}) => `${figure} ${what}${year ? ` (${year})` : ''}`)),
        Cost: study.cost ?? '',
        Partners: list(study.partners),
        Priorities: titles('priorities'),
        Approaches: titles('approaches'),
        Seasons: titles('seasons'),
        Consent: study.consent.basis,
        Sources: list(study.sources.map(({url}) => url)),
        'First published': study.first_published_at ?? '',
        'Last updated': study.public_updated_at ?? '',
        Withdrawn: study.withdrawn_at ?? '',
        'Last checked': study.reviewed_at ?? '',
        'Check lapsed': study.review_lapsed_at ?? '',
        'Next review': study.review_due_at ?? '',
        Fingerprint: study.fingerprint,
        River: study.facts?.river ?? '',
      });
    }
  });

  test('each live page names its data and its Markdown, and no page of an edition does', async () => {
    for (const {web_url, api_url, markdown_url} of index.pages) {
      const {$} = builtPage(web_url, read(fileOf(web_url)));
      const hrefOf = (type: string) => site.url + $(`link[rel="alternate"][type="${type}"]`).attr('href');
      expect([hrefOf('application/json'), hrefOf('text/markdown')]).toEqual([api_url, markdown_url]);
    }
    for (const {name: edition} of (await toolkit()).editions)
      expect(read(`toolkit/${edition}/index.html`)).not.toContain('type="text/markdown"');
  });

  test('each live page is there as its author wrote it, with full addresses that lead somewhere and no comment', async () => {
    const anchors = new Map<string, ReadonlySet<string>>();
    let own = 0;
    for (const {address, document, data} of allPages(await toolkit())) {
      const text = read(fileOfAddress(markdownAddress(address)));
      const mirror = readDocument(document.path, text).document;
      // A comment in code, as the handbook shows one, is no comment of the page.
      visit(parseMarkdown(mirror.body), 'html', () => expect.fail(`${address} has HTML`));
      expect(mirror.frontMatter?.title).toBe(data.title);
      for (const url of urlsIn(mirror.body)) {
        expect(URL.canParse(url), url).toBe(true);
        const destination = resolveLink(site, '/', url);
        if (destination.kind === 'elsewhere') continue;
        own += 1;
        const file = fileOf(url);
        if (destination.kind !== 'here' || destination.anchor === '') expect(read(file).length).toBeGreaterThan(0);
        else {
          const found = anchors.get(file) ?? scanLinks(read(file)).anchors;
          anchors.set(file, found);
          expect(found, url).toContain(destination.anchor);
        }
      }
    }
    expect(own).toBeGreaterThan(5);
  });
});

function urlsIn(markdown: string): string[] {
  const found: string[] = [];
  visit(parseMarkdown(markdown), (node: Node) => {
    if ('url' in node) found.push(String(node.url));
  });
  return found;
}

/** The rows of a file for spreadsheets by the headings of its columns, without the guard before formulas. */
function rowsOf(text: string): Record<string, string>[] {
  const rows = parse(text, {bom: true, record_delimiter: '\r\n', columns: true}) as Record<string, string>[];
  return rows.map((row) => {
    const cells = Object.entries(row).map(([heading, cell]) => [heading, cell.replace(/^'(?='*[=+\-@\t\r])/, '')]);
    return Object.fromEntries(cells);
  });
}

test('an item says whether its page has changed since a check, and why a check no longer holds', () => {
  const reviewOf = (page: string) => {
    const file = path.join(siteFolder('flood'), 'api/content/toolkit', `${page}.json`);
    return (JSON.parse(readFileSync(file, 'utf8')) as ContentItem).details.review;
  };
  expect(reviewOf('approaches/wardens')).toMatchObject({
    nothing_changed: false,
    changed_since: false,
    lapsed_at: null,
    lapsed_because: [],
  });
  expect(reviewOf('../toolkit')).toMatchObject({
    nothing_changed: false,
    changed_since: true,
    lapsed_at: '2026-11-16',
    lapsed_because: ['major-change'],
    due_at: '2026-12-16',
  });
});
