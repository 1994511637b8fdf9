import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Figures} from '../../content/figures/figures.ts';
import {figuresOf} from '../../content/figures/figures.ts';
import {FIGURES_ADDRESS} from '../../content/figures/figures-address.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** The page of every figure; its rows are data of that page alone, for as global data every page would load them. */
export function figures({siteDir, baseUrl}: LoadContext): Plugin {
  return {
    name: 'figures',
    loadContent: async () => figuresOf(await loadToolkit(siteDir)),
    async contentLoaded({content, actions}) {
      const data = await actions.createData('figures.json', JSON.stringify(content satisfies unknown as Figures));
      actions.addRoute({
        path: baseUrl + FIGURES_ADDRESS.slice(1),
        component: '@theme/FiguresPage',
        exact: true,
        modules: {figures: data},
      });
    },
    getPathsToWatch: () => [`${siteDir}/docs/**/*.md`],
  };
}
