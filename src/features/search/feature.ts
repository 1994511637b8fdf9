import path from 'node:path';
import {ALL_PAGES} from '../../content/addresses/generated-routes.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';
import {indexRoutes} from './page-index.ts';

/** A search of all pages in the browser, with a list from A to Z, and filters for case studies. */
export const search: Feature = {
  name: 'search',
  parts: path.join(import.meta.dirname, 'parts'),
  pages: (config) => [{address: ALL_PAGES, title: textOf(config).names.allPages, about: '', isInFooter: true}],
  routes: indexRoutes,
  scripts: () => [
    {file: path.join(import.meta.dirname, 'client/shortcut')},
    {file: path.join(import.meta.dirname, 'client/start'), marks: ['filters', 'search']},
  ],
  files: async (site) => (await import('./index-search.ts')).searchIndexes(site),
};
