import path from 'node:path';
import {EACH_PAGE} from '../../content/addresses/file-record.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';
import {
  API,
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  API_RATINGS,
  apiMonthAddress,
  LLMS_TEXT,
  markdownAddress,
} from './addresses.ts';

/** Pages, changes and case studies as data, and each page as Markdown. */
export const api: Feature = {
  name: 'api',
  pages: (config) => {
    const {names, generated} = textOf(config);
    return [{address: API, title: names.data, about: generated.data}];
  },
  routes: () => [{address: API, component: 'DataPage', props: {}}],
  parts: path.join(import.meta.dirname, 'parts'),
  keeps: (config) => [
    ...[API_INDEX, API_CHANGES, apiMonthAddress('*'), '/api/content/*.json', LLMS_TEXT, markdownAddress(EACH_PAGE)],
    ...(config.scales.length > 0 ? [API_RATINGS] : []),
    ...(config.case_studies ? [API_CASE_STUDIES, API_CASE_STUDIES_CSV] : []),
  ],
  files: async (site) => (await import('./api-files.ts')).siteApi(site),
};
