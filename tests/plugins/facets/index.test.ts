import type {LoadContext, PluginContentLoadedActions, RouteConfig} from '@docusaurus/types';
import {expect, test} from 'vitest';
import {facets} from '../../../src/plugins/facets/index.ts';
import {config} from '../../support/sound-toolkit.ts';

/** The routes for case studies of the given facts. */
function routesFor(caseStudies: object[]): RouteConfig[] {
  const routes: RouteConfig[] = [];
  const siteConfig = {baseUrl: '/flood/', customFields: {toolkit: config}};
  const actions = {addRoute: (route: RouteConfig) => void routes.push(route)} as PluginContentLoadedActions;
  const allContent = {catalogue: {default: {pages: [], caseStudies}}};
  void facets({siteConfig} as unknown as LoadContext).allContentLoaded?.({allContent, actions});
  return routes;
}

const study = {priorities: ['homes'], approaches: [], regions: ['riverside'], evidence: 'evaluated'};

test('each value that a case study has gets a page below the base URL', () => {
  const routes = routesFor([study, study]);
  expect(routes.map(({path}) => path)).toEqual([
    '/flood/case-studies/priority/homes/',
    '/flood/case-studies/region/riverside/',
    '/flood/case-studies/evidence/evaluated/',
  ]);
  expect(routes[0]?.props).toEqual({facetId: 'priority', termId: 'homes'});
});

test('a withdrawn case study keeps no page alive', () => {
  expect(routesFor([{...study, withdrawn: true}])).toEqual([]);
});
