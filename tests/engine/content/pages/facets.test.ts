import {expect, test} from 'vitest';
import {facetsOf, strongestFirst} from '../../../../src/content/pages/facets.ts';
import {vocabulariesWith} from '../../support/toolkits/sound-toolkit.ts';

const config = {
  language: 'en-GB',
  vocabularies: vocabulariesWith({
    priorities: [
      {id: 'roads', label: 'Roads'},
      {id: 'homes', label: 'Homes', page: 'priorities/homes'},
      {id: 'fields', label: 'Fields'},
    ],
    regions: [
      {id: 'valley', label: 'Valley'},
      {id: 'coast', label: 'Coast'},
    ],
  }),
};

const pumps = {terms: {priorities: ['homes', 'roads'], regions: ['valley']}, evidence: 'evaluated'} as const;
const sirens = {terms: {priorities: ['homes'], regions: ['valley', 'coast']}, evidence: 'self-reported'} as const;
const studies = [pumps, sirens];

test('values come in the order of the vocabulary, with counts; what no case study has is left out, but for evidence', () => {
  const found = facetsOf(config, studies).map(({id, terms}) => [id, terms.map((term) => `${term.id} ${term.count}`)]);
  expect(found).toEqual([
    ['priority', ['roads 1', 'homes 2']],
    ['region', ['valley 2', 'coast 1']],
    ['evidence', ['self-reported 1', 'evaluated 1', 'independent 0']],
  ]);
});

test('the strongest evidence comes first, then the last year described, then the order of the list', () => {
  const study = (id: string, evidence: 'self-reported' | 'independent', from?: number, to?: number) => ({
    ...{id, address: '', title: id, description: '', terms: {}, leadsTo: [], service: '', place: '', evidence},
    ...(from && {period: {from: {year: from}, ...(to && {to: {year: to}})}}),
  });
  const list = [
    study('undated', 'self-reported'),
    study('old', 'independent', 2009),
    study('long', 'self-reported', 2010, 2024),
    study('new', 'self-reported', 2019),
    study('same', 'self-reported', 2019),
  ];
  expect(strongestFirst(list).map(({id}) => id)).toEqual(['old', 'long', 'new', 'same', 'undated']);
});
