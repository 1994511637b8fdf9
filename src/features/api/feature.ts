import type {Feature} from '../../site/features.ts';

export const api: Feature = {
  name: 'api',
  description: 'Pages, changes and case studies as data, and each page as Markdown.',
  files: async (site) => (await import('./site-api.ts')).siteApi(site),
};
