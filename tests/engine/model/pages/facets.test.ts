import {expect, test} from 'vitest';
import {type FacetId, facetAddress, facetsOf, valuesOf} from '../../../../src/model/pages/facets.ts';

const config = {
  language: 'en-GB',
  priorities: [
    {id: 'roads', label: 'Roads'},
    {id: 'homes', label: 'Homes', page: 'priorities/homes'},
    {id: 'fields', label: 'Fields'},
  ],
  approaches: [{id: 'wardens', label: 'Wardens'}],
  regions: [
    {id: 'valley', label: 'Valley'},
    {id: 'coast', label: 'Coast'},
  ],
};

const pumps = {priorities: ['homes', 'roads'], approaches: [], regions: ['valley'], evidence: 'evaluated'} as const;
const sirens = {
  priorities: ['homes'],
  approaches: [],
  regions: ['valley', 'coast'],
  evidence: 'self-reported',
} as const;
const studies = [pumps, sirens].map((study) => ({
  ...study,
  priorities: [...study.priorities],
  approaches: [],
  regions: [...study.regions],
}));

test('values come in the order of the vocabulary, with counts; what no case study has is left out', () => {
  const found = facetsOf(config, studies).map(({id, terms}) => [id, terms.map((term) => `${term.id} ${term.count}`)]);
  expect(found).toEqual([
    ['priority', ['roads 1', 'homes 2']],
    ['region', ['valley 2', 'coast 1']],
    ['evidence', ['self-reported 1', 'evaluated 1']],
  ]);
});

test('a value knows its address and the guidance about it', () => {
  expect(facetsOf(config, studies)[0]?.terms[1]).toEqual({
    id: 'homes',
    label: 'Homes',
    page: 'priorities/homes',
    address: '/case-studies/priority/homes/',
    count: 2,
  });
  expect(facetAddress('region', 'north-east')).toBe('/case-studies/region/north-east/');
});

test('without case studies there is nothing to choose by', () => {
  expect(facetsOf(config, [])).toEqual([]);
});

test.each<[FacetId, readonly string[]]>([
  ['priority', ['homes', 'roads']],
  ['approach', []],
  ['region', ['valley']],
  ['evidence', ['evaluated']],
])('a case study tells its values of the facet %s', (facet, values) => {
  expect(studies.slice(0, 1).map((study) => valuesOf(study, facet))).toEqual([values]);
});
