import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'csv-parse/sync';
import {describe, expect, inject, test} from 'vitest';
import type {ApiKind} from '../../src/content/api/api-addresses.ts';
import {API_KINDS} from '../../src/content/api/api-addresses.ts';
import {toApiSchema} from '../../src/content/api/api-schemas.ts';
import type {CaseStudyRecord} from '../../src/content/api/case-study-schemas.ts';
import type {Change} from '../../src/content/api/change-schemas.ts';
import type {ContentItem} from '../../src/content/api/content-item-schema.ts';
import type {ApiEditions, ApiIndex} from '../../src/content/api/list-schemas.ts';
import {formatDay, formatRange} from '../../src/content/format-date.ts';
import {fileOfAddress} from '../../src/content/links/addresses.ts';
import {resolveLink} from '../../src/content/links/resolve-link.ts';
import {allPages} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {createValidator, schemaFaults} from '../schemas/api-validator.ts';
import {builtPage, squeeze} from '../support/built-page.ts';

const SITES = [
  {name: 'toolkit', url: 'https://toolkit.example', baseUrl: '/'},
  {name: 'flood', url: 'https://flood.example', baseUrl: '/flood/'},
] as const;

describe.each(SITES)('what programs get of the $name site', ({name, ...site}) => {
  const folder = inject('sites')[name];
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const json = (file: string) => JSON.parse(read(file)) as unknown;
  const fileOf = (url: string) => {
    const destination = resolveLink(site, '/', url);
    if (destination.kind !== 'here') throw new Error(`${url} does not lead into the site`);
    return fileOfAddress(destination.address);
  };
  const files = readdirSync(path.join(folder, 'api'), {recursive: true, encoding: 'utf8'})
    .map((file) => `api/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.json') && !file.startsWith('api/schemas/') && !file.endsWith('-metadata.json'))
    .sort();
  const items = files.filter((file) => file.startsWith('api/content/')).map((file) => json(file) as ContentItem);
  const index = json('api/index.json') as ApiIndex;
  const toolkit = () => loadToolkit(path.dirname(folder));

  test('each kind of file has a schema, which is one of draft 2020-12 and is where it says', () => {
    for (const kind of API_KINDS) {
      const schema = json(`api/schemas/${kind}.json`) as {$id: string; $schema: string};
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(fileOf(schema.$id)).toBe(`api/schemas/${kind}.json`);
      expect(schemaFaults(schema)).toEqual([]);
    }
  });

  test('every file keeps to the schema that it names, and holds no key that the schema does not tell of', async () => {
    const {config} = await toolkit();
    const validators = new Map(
      API_KINDS.map((kind) => [
        fileOf((json(`api/schemas/${kind}.json`) as {$id: string}).$id),
        [
          createValidator(json(`api/schemas/${kind}.json`) as object),
          createValidator(toApiSchema(kind, site, config, true)),
        ],
      ]),
    );
    const broken = files.flatMap((file) => {
      const value = json(file) as {$schema: string};
      return (validators.get(fileOf(value.$schema)) ?? []).flatMap((validate) =>
        validate(value).map((rule) => `${file} ${rule}`),
      );
    });
    expect(broken).toEqual([]);
    expect(new Set(files.map((file) => (json(file) as {$schema: string}).$schema)).size).toBe(API_KINDS.length);
  });

  test.each<[ApiKind, string]>([
    ['index', 'api/index.json'],
    ['content-item', 'api/content/toolkit.json'],
    ['changes-index', 'api/changes/index.json'],
    ['case-studies', 'api/case-studies.json'],
    ['editions', 'api/editions.json'],
  ])('a file of the kind %s that lacks anything is refused', (kind, file) => {
    const schema = json(`api/schemas/${kind}.json`) as {required: string[]};
    const validate = createValidator(schema);
    const value = json(file) as object;
    for (const key of schema.required) {
      const {[key as keyof typeof value]: _, ...rest} = value;
      expect(validate(rest), key).toEqual([' required']);
    }
    expect(validate({...value, $schema: 7})).toEqual(['/$schema type']);
  });

  test('days that are none, and kinds that are none, are refused', () => {
    const validate = createValidator(json('api/schemas/content-item.json') as object);
    const item = json('api/content/toolkit.json') as ContentItem;
    expect(validate(item)).toEqual([]);
    expect(validate({...item, public_updated_at: '2026-11-24T00:00:00Z'})).not.toEqual([]);
    expect(validate({...item, first_published_at: '2026-02-30'})).not.toEqual([]);
    expect(validate({...item, document_type: 'leaflet'})).toEqual(['/document_type enum']);
    expect(validate({...item, withdrawn_notice: {explanation: 'Gone.'}})).toEqual(['/withdrawn_notice required']);
    const change = {...item.details.change_history[0], note: undefined};
    expect(validate({...item, details: {...item.details, change_history: [change]}})).not.toEqual([]);
  });

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
      expect(squeeze(item.description)).toBe(squeeze($('.lead').first().text()));
      expect({guidance: 'Guidance', case_study: 'Case study', handbook: 'About this toolkit'}[item.document_type]).toBe(
        $('.kind').text(),
      );
      if (item.first_published_at) expect(shown).toContain(`First published: ${formatDay(item.first_published_at)}.`);
      else expect(shown).not.toContain('First published');
      if (item.public_updated_at) expect(shown).toContain(`Last updated: ${formatDay(item.public_updated_at)}.`);
      else expect(shown).not.toContain('Last updated');
      expect(squeeze(builtPage(file, item.details.body).$('body').text())).toBe(squeeze($('.prose').text()));
      const sources = $('.sources a').not('.unavailable a').toArray();
      expect(item.details.sources.map((source) => source.url)).toEqual(sources.map((link) => link.attribs.href));
      expect($('.cite code').text()).toBe(item.details.fingerprint);
      const related = $('.related h3 a').toArray();
      expect(item.links.related_case_studies.map((study) => study.base_path)).toEqual(
        related.map((link) => link.attribs.href),
      );
    }
  });

  test('every link and picture of the words is a full address', () => {
    for (const {id, details} of items) {
      const {$} = builtPage(id, details.body);
      const targets = $('a, img')
        .toArray()
        .map(({attribs}) => attribs.href ?? attribs.src ?? '');
      expect(targets.filter((target) => !/^(https?:\/\/|mailto:|tel:|data:)/.test(target))).toEqual([]);
    }
    expect(items.some(({details}) => details.body.includes(`href="${site.url}${site.baseUrl}`))).toBe(true);
  });

  test('the history of a content item is that of its page: major, small and earlier ones, newest first', () => {
    for (const item of items) {
      const file = `${item.base_path.slice(site.baseUrl.length)}index.html`;
      const {$} = builtPage(file, read(file));
      const {change_history: major, minor_changes: minor, earlier_changes: older} = item.details;
      const shown = $('.history .history-list > li')
        .toArray()
        .map((entry) => ({
          when: squeeze($(entry).find('.facts-line').text()),
          told: squeeze($(entry).text()),
          links: $(entry)
            .find('a')
            .toArray()
            .map((link) => site.url + link.attribs.href),
        }));
      const all = [...major, ...minor, ...older];
      expect(shown.length, item.id).toBe(all.length);
      for (const [nth, change] of all.entries()) {
        const {when = '', told = '', links = []} = shown[nth] ?? {};
        const {public_timestamp: day, published = {earliest: day, latest: day}} = change;
        expect(when).toContain(formatRange(published));
        expect(told).toContain(squeeze(change.note));
        expect(links).toContain(change.web_url);
      }
    }
  });

  test('each published change is in the file of its month, once, and none that waits', async () => {
    const months = (json('api/changes/index.json') as {months: {month: string; changes: number; api_url: string}[]})
      .months;
    const found = months.flatMap(({month, changes: count, api_url}) => {
      const file = json(fileOf(api_url)) as {month: string; changes: Change[]};
      expect([file.month, file.changes.length]).toEqual([month, count]);
      for (const change of file.changes) expect(change.public_timestamp.slice(0, 7)).toBe(month);
      return file.changes;
    });
    const {updates} = await toolkit();
    const expected = updates.flatMap(({data}) =>
      data.changes.map(({note, significance}, nth) => `${data.slug}#${nth + 1} ${significance} ${note}`),
    );
    expect(found.map(({id, significance, note}) => `${id} ${significance} ${note}`).sort()).toEqual(expected.sort());
    expect(months.map(({month}) => month)).toEqual(
      months
        .map(({month}) => month)
        .toSorted()
        .reverse(),
    );
  });

  test('the table of case studies is the JSON, for a reader of CSV that knows nothing of us', async () => {
    const text = read('api/case-studies.csv');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const {case_studies: studies} = json('api/case-studies.json') as {case_studies: CaseStudyRecord[]};
    const rows = typedRows(text, json('api/case-studies.csv-metadata.json'));
    expect(rows.length).toBe(studies.length);
    for (const [nth, study] of studies.entries()) {
      const titles = (terms: readonly {title: string}[]) => terms.map(({title}) => title);
      expect(rows[nth]).toEqual({
        id: study.id,
        title: study.title,
        description: study.description,
        web_url: study.web_url,
        api_url: study.api_url,
        service: study.service,
        place: study.place,
        regions: titles(study.regions),
        period_from: study.period?.from.year,
        period_from_approximate: study.period && (study.period.from.approximate ?? false),
        period_to: study.period?.to?.year,
        period_to_approximate: study.period?.to && (study.period.to.approximate ?? false),
        evidence: study.evidence,
        outcomes: study.outcomes.map(({figure, what, year}) => `${figure} ${what}${year ? ` (${year})` : ''}`),
        cost: study.cost,
        partners: study.partners,
        priorities: titles(study.priorities),
        approaches: titles(study.approaches),
        consent: study.consent.basis,
        sources: study.sources.map(({url}) => url),
        first_published_at: study.first_published_at ?? undefined,
        public_updated_at: study.public_updated_at ?? undefined,
        withdrawn_at: study.withdrawn_at ?? undefined,
        reviewed_at: study.reviewed_at ?? undefined,
        review_lapsed_at: study.review_lapsed_at ?? undefined,
        review_due_at: study.review_due_at ?? undefined,
        fingerprint: study.fingerprint,
      });
    }
  });

  test('a case study is the same in the list and in its content item', () => {
    const {case_studies: studies} = json('api/case-studies.json') as {case_studies: CaseStudyRecord[]};
    expect(studies.length).toBe(items.filter(({document_type}) => document_type === 'case_study').length);
    for (const study of studies) {
      const item = items.find(({id}) => id === study.id);
      expect(study).toMatchObject({...item?.details.case_study});
      expect([study.title, study.public_updated_at]).toEqual([item?.title, item?.public_updated_at]);
      expect([study.priorities, study.approaches]).toEqual([item?.links.priorities, item?.links.approaches]);
    }
  });

  test('the data dictionary of the table of figures names its columns', () => {
    expect(typedRows(read('figures.csv'), json('figures.csv-metadata.json')).length).toBeGreaterThan(5);
  });

  test('each edition is listed with its pages, where they are and what proves their words', async () => {
    const {editions} = json('api/editions.json') as ApiEditions;
    expect(editions.map((edition) => edition.name)).toEqual((await toolkit()).editions.map((edition) => edition.name));
    for (const {name: edition, pages, web_url: front} of editions) {
      expect(fileOf(front)).toBe(`toolkit/${edition}/index.html`);
      for (const page of pages) {
        const {$} = builtPage(page.id, read(fileOf(page.web_url)));
        expect([$('h1').text(), $('.cite code').text()]).toEqual([page.title, page.fingerprint]);
      }
    }
  });

  test('each live page names its data and its Markdown, and no page of an edition does', () => {
    for (const {web_url, api_url, markdown_url} of index.pages) {
      const {$} = builtPage(web_url, read(fileOf(web_url)));
      const hrefOf = (type: string) => site.url + $(`link[rel="alternate"][type="${type}"]`).attr('href');
      expect([hrefOf('application/json'), hrefOf('text/markdown')]).toEqual([api_url, markdown_url]);
    }
    const {editions} = json('api/editions.json') as ApiEditions;
    for (const {web_url} of editions) expect(read(fileOf(web_url))).not.toContain('type="text/markdown"');
  });
});

test('a correction is marked, and stands beside what it corrects', () => {
  const read = (file: string) => JSON.parse(readFileSync(path.join(inject('sites').flood, 'api', file), 'utf8'));
  const {changes} = read('changes/2026-11.json') as {changes: Change[]};
  const correction = changes.find(({kind}) => kind === 'correction');
  const corrected = changes.filter(({corrections = []}) => corrections.some(({id}) => id === correction?.id));
  expect(correction?.corrects).toMatch(/^2026-11-02/);
  expect(corrected.length).toBeGreaterThan(0);
  for (const {id, update} of corrected) expect([id, update.slug]).toContain(correction?.corrects);
  const item = read('content/toolkit/approaches/wardens.json') as ContentItem;
  expect(item.details.change_history[0]).toMatchObject({kind: 'correction', id: correction?.id});
  expect(item.details.review).toMatchObject({reviewed_at: '2026-10-01', scope: 'sources-read', lapsed_because: []});
});

test('an item says how much has changed since a check, and why a check no longer holds', () => {
  const reviewOf = (page: string) => {
    const file = path.join(inject('sites').flood, 'api/content/toolkit', `${page}.json`);
    return (JSON.parse(readFileSync(file, 'utf8')) as ContentItem).details.review;
  };
  expect(reviewOf('case-studies/lower-ford-pumps')).toMatchObject({
    changed_since: true,
    changed_parts: 2,
    lapsed_at: null,
  });
  expect(reviewOf('../toolkit')).toMatchObject({
    changed_parts: 6,
    lapsed_at: '2026-11-16',
    lapsed_because: ['large-edit'],
    due_at: '2026-12-16',
  });
});

interface Dictionary {
  tableSchema: {columns: {name: string; titles: string; datatype: string; separator?: string}[]; primaryKey?: string};
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  string: (text) => text,
  anyURI: (text) => new URL(text).href && text,
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : new Error(text)),
  boolean: (text) => ({true: true, false: false})[text] ?? new Error(text),
  date: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : new Error(text)),
};

/** The rows of a file as its data dictionary says that they are to be read, by name of column. */
function typedRows(text: string, dictionary: unknown): Record<string, unknown>[] {
  const {columns, primaryKey} = (dictionary as Dictionary).tableSchema;
  const [header, ...rows] = parse(text, {bom: true, record_delimiter: '\r\n'}) as string[][];
  expect(header).toEqual(columns.map(({titles}) => titles));
  const typed = rows.map((row) =>
    Object.fromEntries(
      columns.map(({name, datatype, separator}, nth) => {
        const cell = (row[nth] ?? '').replace(/^'(?='*[=+\-@\t\r])/, '');
        const one = READERS[datatype] ?? ((value) => new Error(value));
        if (separator !== undefined) return [name, cell === '' ? [] : cell.split(separator).map(one)];
        return [name, cell === '' ? undefined : one(cell)];
      }),
    ),
  );
  if (primaryKey) expect(new Set(typed.map((row) => row[primaryKey])).size).toBe(rows.length);
  return typed;
}
