import {expect, test} from 'vitest';
import type {CatalogueCaseStudy} from '../../../../src/model/pages/catalogue.ts';
import {facetRoutes} from '../../../../src/site/data/site-data.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

const study = {
  ...{id: 'case-studies/a', address: '/a/', title: 'A', description: 'A.', service: 'A', place: 'A', leadsTo: []},
  ...{priorities: ['homes'], approaches: [], regions: ['riverside'], evidence: 'evaluated'},
} satisfies CatalogueCaseStudy;

test('each value that a case study has gets a page', () => {
  const routes = facetRoutes(config, [study, study]);
  expect(routes.map(({address}) => address)).toEqual([
    '/case-studies/priority/homes/',
    '/case-studies/region/riverside/',
    '/case-studies/evidence/evaluated/',
  ]);
  expect(routes[0]?.props).toEqual({facetId: 'priority', termId: 'homes'});
});

test('a withdrawn case study keeps no page alive', () => {
  expect(facetRoutes(config, [{...study, withdrawn: {on: '2026-11-01', why: 'It closed.'}}])).toEqual([]);
});
