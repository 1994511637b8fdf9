import path from 'node:path';
import {API} from '../../content/addresses/api-addresses.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/features.ts';

export const api: Feature = {
  name: 'api',
  description: 'Pages, changes and case studies as data, and each page as Markdown.',
  pages: (config) => {
    const {names, generated} = textOf(config);
    return [{address: API, title: names.data, about: generated.data, footer: 'last'}];
  },
  routes: () => [{address: API, component: 'DataPage', props: {}}],
  parts: path.join(import.meta.dirname, 'parts'),
  files: async (site) => (await import('./site-api.ts')).siteApi(site),
};
