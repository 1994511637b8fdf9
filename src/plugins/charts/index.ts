import type {LoadContext, Plugin} from '@docusaurus/types';
import {qualifiedId} from '../../content/page-id.ts';
import type {Chart} from '../../content/schemas/chart-schema.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** What `usePluginData('charts')` gives: by id, those of editions as `2017-03:visits`. */
export type ShownCharts = Readonly<Record<string, Chart>>;

/** The data of charts. Pages hold the ids alone: data that a compiled page holds goes stale in warm builds. */
export function charts({siteDir}: LoadContext): Plugin {
  return {
    name: 'charts',
    loadContent: async () => {
      const toolkit = await loadToolkit(siteDir);
      return Object.fromEntries(toolkit.charts.map(({id, edition, data}) => [qualifiedId(id, edition), data]));
    },
    contentLoaded: ({content, actions}) => actions.setGlobalData(content satisfies unknown as ShownCharts),
    getPathsToWatch: () => [`${siteDir}/docs/reference/data/*.json`],
  };
}
