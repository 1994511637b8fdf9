import {expect, test} from 'vitest';
import type {CatalogueCaseStudy} from '../../../../src/content/pages/catalogue.ts';
import {facetRoutes} from '../../../../src/site/data/site-routes.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

const study = {
  ...{id: 'case-studies/a', address: '/a/', title: 'A', description: 'A.', service: 'A', place: 'A', leadsTo: []},
  ...{terms: {priorities: ['homes'], regions: ['riverside']}, evidence: 'evaluated'},
} satisfies CatalogueCaseStudy;

test('each value that a case study has gets a page', () => {
  const routes = facetRoutes(config, [study, study]);
  expect(routes.map(({address}) => address)).toEqual([
    '/case-studies/priority/homes/',
    '/case-studies/region/riverside/',
  ]);
  const list = {address: '/case-studies/priority/homes/', page: 1, pages: 1, items: [study, study]};
  expect(routes[0]?.props).toEqual({facetId: 'priority', termId: 'homes', unused: [], list});
});

test('a list names the values of other facets that none of its case studies has', () => {
  const elsewhere = {...study, terms: {approaches: ['wardens']}};
  const [homes] = facetRoutes(config, [study, elsewhere]);
  expect(homes?.props.unused).toEqual([{label: 'Wardens', address: '/case-studies/approach/wardens/'}]);
});
