import {expect, test} from 'vitest';
import {recordsOf} from '../../../../src/changes/updates/page-record.ts';
import {apiFiles} from '../../../../src/features/api/api-files.ts';
import {apiSource} from '../../../../src/features/api/api-source.ts';
import type {Change} from '../../../../src/features/api/changes.ts';
import type {ContentItem} from '../../../../src/features/api/content-items.ts';
import {caseStudyExample} from '../../../../src/rules/examples/example-files.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const SITE = {url: 'https://flood.example', baseUrl: '/flood/'};

/** An update with its changes as YAML in one line each. */
function update(slug: string, sortKey: string, days: [earliest: string, latest: string], ...changes: string[]): string {
  const published = `{earliest: ${days[0]}, latest: ${days[1]}}`;
  return `---\ntitle: Update ${slug}\nslug: ${slug}\ndate: ${sortKey}\npublished: ${published}\nchanges:\n${changes.map((change) => `  - {${change}}\n`).join('')}---\n`;
}

const FILES = {
  'docs/priorities/homes.md': page('Homes', 'redirect_from: [/toolkit/houses/]\npriorities: [homes]\n'),
  'docs/priorities/old.md': page(
    'Old',
    'withdrawn: {on: 2026-11-20, why: The river runs elsewhere now., replaced_by: priorities/homes}\n',
  ),
  'docs/case-studies/weir.md': caseStudyExample(
    'priorities: [homes]\nperiod: {from: {year: 2012, approximate: true}}\npartners: ["=cmd()", "A|B"]\n',
  ),
  'docs/case-studies/gone-by.md': caseStudyExample(
    'priorities: [homes]\nwithdrawn: {on: 2026-11-20, why: The weir was taken away.}\n',
  ).replace('The weir at', 'The old weir at'),
  'blog/first.md': update(
    'first',
    '2016-06-01',
    ['2015-12-16', '2017-03-28'],
    'kind: page-added, significance: major, pages: [houses], note: A page on homes came.',
  ),
  'blog/2026-11-02.md': update(
    '2026-11-02',
    '2026-11-02',
    ['2026-11-02', '2026-11-02'],
    'kind: content-changed, significance: major, pages: [priorities/homes, gone], note: Two boats are kept now.',
    'kind: content-changed, significance: minor, pages: [priorities/homes], note: A slip of spelling is gone.',
  ),
  'blog/2026-11-16.md': update(
    '2026-11-16',
    '2026-11-16',
    ['2026-11-16', '2026-11-16'],
    'kind: correction, significance: major, pages: [priorities/homes], corrects: 2026-11-02#1, note: The boats are three and not two.',
    'kind: correction, significance: major, pages: [priorities/old], corrects: 2026-11-02, note: The update left out a page.',
  ),
};

function build(files: Readonly<Record<string, string>> = FILES): Map<string, string> {
  const toolkit = toolkitWith(files);
  expect(toolkit.invalid).toEqual([]);
  const source = apiSource(SITE, toolkit, recordsOf(toolkit, '2026-11-24'));
  return new Map(apiFiles(source, new Map()).map(({address, text}) => [address, text]));
}

const files = build();
const json = (address: string) => JSON.parse(files.get(address) ?? 'null');
const item = (path: string) => json(`/api/content/toolkit/${path}.json`) as ContentItem;

test('a correction names what it corrects, and what is corrected names the correction', () => {
  const {months} = json('/api/changes/index.json') as {months: {month: string}[]};
  expect(months.map(({month}) => month)).toEqual(['2026-11', '2017-03']);
  const changes = json('/api/changes/2026-11.json').changes as Change[];
  expect(changes.map(({id}) => id)).toEqual(['2026-11-16#1', '2026-11-16#2', '2026-11-02#1', '2026-11-02#2']);
  expect(changes[0]?.corrects).toBe('2026-11-02#1');
  expect(changes.map(({update_type}) => update_type)).toEqual([
    'correction',
    'correction',
    'new_version',
    'new_version',
  ]);
  expect((json('/api/changes/2017-03.json').changes as Change[])[0]).not.toHaveProperty('update_type');
  // One puts a single change right, the other the update as a whole.
  expect(changes.map(({corrections}) => corrections?.map(({id}) => id))).toEqual([
    undefined,
    undefined,
    ['2026-11-16#1', '2026-11-16#2'],
    ['2026-11-16#2'],
  ]);
});

test('a page of a change is told with its addresses, and one that is gone by its id alone', () => {
  const [, , change] = json('/api/changes/2026-11.json').changes as Change[];
  expect(change?.pages).toEqual([
    {
      id: 'priorities/homes',
      title: 'Homes',
      document_type: 'guidance',
      base_path: '/flood/toolkit/priorities/homes/',
      api_path: '/flood/api/content/toolkit/priorities/homes.json',
      web_url: 'https://flood.example/flood/toolkit/priorities/homes/',
      api_url: 'https://flood.example/flood/api/content/toolkit/priorities/homes.json',
    },
    {id: 'gone'},
  ]);
  const [first] = json('/api/changes/2017-03.json').changes as Change[];
  expect(first?.pages.map(({id}) => id)).toEqual(['priorities/homes']);
});

test('a page that moved keeps its history; only a known day is a day of publication', () => {
  const {first_published_at, public_updated_at, details} = item('priorities/homes');
  expect([first_published_at, public_updated_at]).toEqual([null, '2026-11-16']);
  expect(details.published.first).toEqual({earliest: '2015-12-16', latest: '2017-03-28'});
  expect(details.change_history.map(({id}) => id)).toEqual(['2026-11-16#1', '2026-11-02#1', 'first#1']);
  expect(details.minor_changes.map(({id}) => id)).toEqual(['2026-11-02#2']);
});

test('a withdrawn page says so wherever it is named, and is offered nowhere', () => {
  expect(item('priorities/old')).toMatchObject({
    withdrawn_notice: {explanation: 'The river runs elsewhere now.', withdrawn_at: '2026-11-20'},
    links: {replaced_by: [{id: 'priorities/homes', title: 'Homes'}]},
  });
  const listed = json('/api/index.json').pages.filter(({withdrawn}: {withdrawn?: true}) => withdrawn);
  expect(listed.map(({id}: {id: string}) => id)).toEqual(['case-studies/gone-by', 'priorities/old']);
  expect(item('priorities/homes').links.related_case_studies.map(({id}) => id)).toEqual(['case-studies/weir']);
  expect(item('priorities/homes').withdrawn_notice).toBeUndefined();
});

test('the same toolkit gives the same bytes in the same order, whatever the order of its files', () => {
  const turned = build(Object.fromEntries(Object.entries(FILES).reverse()));
  const sorted = (map: ReadonlyMap<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(turned)).toEqual(sorted(files));
});

test('a long list is in files that name the next, and the first has the address of the list', () => {
  const {caseStudies, ...toolkit} = toolkitWith(FILES);
  const [study] = caseStudies;
  if (!study) throw new Error('the toolkit has no case study');
  const many = Array.from({length: 4000}, (_, index) => ({...study, id: `case-studies/${index}`}));
  const whole = {...toolkit, caseStudies: many};
  const source = apiSource(SITE, whole, recordsOf(toolkitWith(FILES), '2026-11-24'));
  const served = new Map(apiFiles(source, new Map()).map(({address, text}) => [address, text]));
  const read = (url: string) => JSON.parse(served.get(url.replace('https://flood.example/flood', '')) ?? 'null');
  const ids: string[] = [];
  let next: string | null = 'https://flood.example/flood/api/case-studies.json';
  while (next !== null) {
    const list: {case_studies: {id: string}[]; total: number; next: string | null} = read(next);
    expect([list.case_studies.length, list.total]).toEqual([100, 4000]);
    ids.push(...list.case_studies.map(({id}) => id));
    next = list.next;
  }
  expect(new Set(ids)).toEqual(new Set(many.map(({id}) => id)));
  expect(read('https://flood.example/flood/api/index.json').next).toBe('https://flood.example/flood/api/index/2.json');
  expect(
    Math.max(...[...served].filter(([address]) => address.endsWith('.json')).map(([, text]) => text.length)),
  ).toBeLessThan(200_000);
});
