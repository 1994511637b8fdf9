import {expect, test} from 'vitest';
import type {CatalogueCaseStudy} from '../../../../src/content/pages/catalogue.ts';
import type {ToolkitConfig} from '../../../../src/content/schemas/toolkit-schema.ts';
import {ENGLISH} from '../../../../src/language/text.ts';
import {describeTiles, regionTilesOf} from '../../../../src/site/components/RegionMap/region-tiles.ts';
import {config, vocabulariesWith} from '../../support/toolkits/sound-toolkit.ts';

const study = (regions: string[], priorities: string[], year?: number) =>
  ({
    terms: {regions, priorities},
    evidence: 'evaluated',
    period: year === undefined ? undefined : {from: {year}},
  }) satisfies Partial<CatalogueCaseStudy>;

const mapped: ToolkitConfig = {
  ...config,
  vocabularies: vocabulariesWith({
    priorities: [
      {id: 'homes', label: 'Homes'},
      {id: 'roads', label: 'Roads'},
    ],
    regions: [
      {id: 'coast', label: 'Coast', tile: {column: 2, row: 1}},
      {id: 'hills', label: 'Hills', tile: {column: 1, row: 1}},
      {id: 'plain', label: 'Plain', tile: {column: 1, row: 2}},
      {id: 'abroad', label: 'Abroad'},
    ],
  }),
};

function tilesOf(toolkit: ToolkitConfig, studies: ReturnType<typeof study>[]) {
  const [priorities, , regions] = toolkit.vocabularies;
  if (!regions) throw new Error('the toolkit has no regions');
  return regionTilesOf(toolkit, regions, priorities, studies);
}

const REGION = {singular: 'Region'};

test('each region with a place has a tile, with its number, its list and its priorities', () => {
  const tiles = tilesOf(mapped, [
    study(['coast', 'abroad'], ['roads'], 2009),
    study(['coast', 'hills'], ['homes', 'roads'], 2020),
  ]);
  expect(tiles.map(({id, count, address}) => [id, count, address])).toEqual([
    ['coast', 2, '/case-studies/region/coast/'],
    ['hills', 1, '/case-studies/region/hills/'],
    ['plain', 0, undefined],
  ]);
  expect(tiles[0]?.subjects.map(({id, count}) => [id, count])).toEqual([
    ['roads', 2],
    ['homes', 1],
  ]);
  expect(tiles.map(({decades}) => decades.map(({decade, count}) => `${decade}: ${count}`))).toEqual([
    ['2000: 1', '2020: 1'],
    ['2000: 0', '2020: 1'],
    ['2000: 0', '2020: 0'],
  ]);
  expect(describeTiles(tiles, REGION, ENGLISH)).toBe(
    'Coast has the most case studies, 2. There is none yet for Plain.',
  );
});

test('where two regions have most, neither is named', () => {
  const tiles = tilesOf(mapped, [study(['coast'], []), study(['hills'], []), study(['plain'], [])]);
  expect(describeTiles(tiles, REGION, ENGLISH)).toBe('No region has more case studies than 1.');
});

test('a toolkit that gives its regions no place has no map', () => {
  expect(tilesOf(config, [study(['riverside'], [])])).toEqual([]);
});
