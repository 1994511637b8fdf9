import {expect, test} from 'vitest';
import {collectionEntries, filledLists, listsOf} from '../../../src/content/pages/collection-pages.ts';
import {documentParts} from '../../../src/content/pages/document-parts.ts';
import {toolkitSchema} from '../../../src/content/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../../src/content/toolkit.ts';
import {type CollectionOptions, defineCollection, defineToolkit, z} from '../../../src/index.ts';
import {readToolkit} from '../../../src/io/load-toolkit.ts';
import {explainIssues} from '../../../src/rules/front-matter/explain-issues.ts';
import {checkModel} from '../../../src/rules/rule-set.ts';
import {EXAMPLE_DAY, navigationFile, page, settings, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const DATE = z.iso.date();

const events = (more: Partial<CollectionOptions> = {}): CollectionOptions =>
  defineCollection({
    id: 'event',
    folder: 'events',
    label: 'Events',
    singular: 'Event',
    keys: z.object({
      date: DATE.meta({title: 'Date', description: 'The day it takes place.'}),
      seats: z.int().optional().meta({description: 'How many people can come.'}),
      links: z.array(z.url()).optional(),
      kind: z.enum(['walk', 'talk']).optional(),
    }),
    list: {address: '/events/', sort: 'date', shows: ['date', 'seats', 'links', 'kind']},
    ...more,
  });

const event = (title: string, keys: string) => page(title, keys);

/** The sound toolkit with a collection and files of it. */
function toolkitOf(collection: CollectionOptions, files: Readonly<Record<string, string>>): Toolkit {
  const sound = toolkitWith().files.filter(({path}) => files[path] === undefined);
  const own = Object.entries(files).map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}));
  return readToolkit(defineToolkit({...settings, collections: [collection]}), [...sound, ...own]);
}

const found = (toolkit: Toolkit) =>
  checkModel(toolkit, EXAMPLE_DAY).map(({path, problem, fix}) => `${path}: ${problem} ${fix}`);

const WALK = {'docs/events/walk.md': event('A walk', 'date: 2027-03-06\nseats: 1200\nkind: walk\n')};

test('a page of a collection has its keys, and is a page in everything else', () => {
  const toolkit = toolkitOf(events(), WALK);
  expect(found(toolkit)).toEqual([]);
  expect(toolkit.pages.map(({id, address}) => [id, address])).toContainEqual(['events/walk', '/toolkit/events/walk/']);
  expect(documentParts(toolkit).map(({label}) => label)).toContain('Events');
  expect(structuredClone(toolkit.config)).toEqual(toolkit.config);
});

test.each([
  ['dat: 2027-03-06\n', '`dat`, expected `title`', 'Write `date`, the nearest match'],
  ['date: 2027-02-30\n', '`date` holds `2027-02-30`, expected a day that exists', 'the day it takes place'],
  ['', '`date` is missing', 'Add `date`: the day it takes place.'],
])('front matter with %j says what is wrong', (keys, problem, fix) => {
  const said = found(toolkitOf(events(), {'docs/events/walk.md': event('A walk', keys)})).join('\n');
  expect(said).toContain('docs/events/walk.md: ');
  expect(said).toContain(problem);
  expect(said).toContain(fix);
});

test('the keys of a collection belong to no other page, and the index of its folder has none', () => {
  const keys = 'date: 2027-03-06\n';
  const toolkit = toolkitOf(events(), {
    'docs/events/index.md': event('All events', keys),
    'docs/visits.md': event('Visits', keys),
  });
  expect(found(toolkit).filter((said) => said.includes('unknown key `date`'))).toHaveLength(2);
});

test('a list has the pages of its collection in order, with their keys, and leaves out withdrawn ones', () => {
  const files = {
    ...WALK,
    'docs/events/talk.md': event('A talk', 'date: 2026-12-01\nlinks: [https://a.example/x/, https://b.example]\n'),
    'docs/events/old.md': event('Old', 'date: 2026-01-01\nwithdrawn: {on: 2026-01-10, why: It has taken place.}\n'),
  };
  const entries = (toolkit: Toolkit) => listsOf(toolkit.config).flatMap((one) => collectionEntries(toolkit, one));
  expect(entries(toolkitOf(events(), files)).map(({title, line}) => [title, line])).toEqual([
    ['A talk', '1 December 2026 · a.example/x · b.example'],
    ['A walk', '6 March 2027 · 1,200 · walk'],
  ]);
  const bySeats = events({list: {address: '/events/', sort: 'seats', descending: true}});
  expect(entries(toolkitOf(bySeats, files)).map(({title, line}) => [title, line])).toEqual([
    ['A walk', ''],
    ['A talk', ''],
  ]);
  expect(filledLists(toolkitOf(events(), {}))).toEqual([]);
});

test('without a list page its pages are in the sidebar, and the address of a list belongs to no page', () => {
  const navigation = {'navigation.json': navigationFile({sidebars: {toolkit: ['index', 'priorities/homes']}})};
  const {list: _list, ...unlisted} = events();
  expect(toolkitOf(unlisted, {...WALK, ...navigation}).sidebar?.ids).toContain('events/walk');
  expect(toolkitOf(events(), {...WALK, ...navigation}).sidebar?.ids).not.toContain('events/walk');
  const taken = {
    'handbook/events.md': page('Events'),
    'docs/visits.md': page('Visits', 'redirect_from: [/events/page/2/]\n'),
  };
  expect(found(toolkitOf(events(), taken)).filter((said) => said.includes('is reserved'))).toHaveLength(2);
});

test.each([
  [{folder: 'case-studies'}, '`folder` holds `case-studies`, expected another folder'],
  [{id: 'note'}, '`id` holds `note`, expected another id'],
  [{keys: z.object({date: DATE}).refine(() => true)}, 'expected an object of zod without checks of the whole object'],
  [{keys: z.object({slug: z.string()})}, '`keys` holds the key `slug`, which has a meaning already'],
  [{keys: z.object({date: z.date()})}, '`keys` holds the key `date` of another type, expected text'],
  [{list: {address: '/toolkit/events/'}}, 'expected another address, because the site uses this one'],
])('a collection with %o is refused', (more, said) => {
  const result = toolkitSchema.safeParse({...settings, collections: [events(more)]}, {reportInput: true});
  const document = {path: 'toolkit.config.ts', placeOf: () => undefined};
  const issues = result.error?.issues ?? [];
  const problems = explainIssues({document, schema: toolkitSchema, issues}).map(({problem}) => problem);
  expect(problems.join('\n')).toContain(`\`collections\`, item 1, ${said.startsWith('`') ? said : ''}`);
  expect(problems.join('\n')).toContain(said);
});

test('two collections have different ids, folders and lists', () => {
  const result = toolkitSchema.safeParse({...settings, collections: [events(), events()]});
  expect(result.error?.issues.map(({path}) => path.join('.'))).toEqual([
    'collections.1.id',
    'collections.1.folder',
    'collections.1.list',
  ]);
});
