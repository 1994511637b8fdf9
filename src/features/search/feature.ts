import type {Feature} from '../../site/features.ts';

export const search: Feature = {
  name: 'search',
  description: 'A search of all pages in the browser, and the finder of case studies.',
  files: async (site) => (await import('./index-search.ts')).searchIndexes(site),
};
