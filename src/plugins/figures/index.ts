import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Figures} from '../../content/figures/figures.ts';
import {figuresOf} from '../../content/figures/figures.ts';
import {FIGURES_ADDRESS, figuresOfPage} from '../../content/figures/figures-address.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** How many figures each page gives, by its id; pages without any are left out. */
export type FigureCounts = Record<string, number>;

/**
 * The list of pages that give figures, and a page for the figures of each. The counts are global data, as every page
 * leads to its figures; the rows are data of their page alone, for as global data every page would load them.
 */
export function figures({siteDir, baseUrl}: LoadContext): Plugin {
  return {
    name: 'figures',
    loadContent: async () => figuresOf(await loadToolkit(siteDir)),
    contentLoaded({content, actions}) {
      const {pages, allowed} = content as Figures;
      const counted = pages.map(({figures: rows, ...page}) => ({...page, count: rows.length}));
      actions.setGlobalData(Object.fromEntries(counted.map(({id, count}) => [id, count])) satisfies FigureCounts);
      const addRoute = (address: string, component: string, props: Record<string, unknown>) =>
        actions.addRoute({path: baseUrl + address.slice(1), component, exact: true, props});
      addRoute(FIGURES_ADDRESS, '@theme/FiguresPage', {pages: counted, allowed});
      for (const page of pages) addRoute(figuresOfPage(page.id), '@theme/FiguresOnPage', {page});
    },
    getPathsToWatch: () => [`${siteDir}/docs/**/*.md`],
  };
}
