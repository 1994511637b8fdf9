import type {LoadContext, Plugin} from '@docusaurus/types';
import type {PageFigures} from '../../content/figures/figure.ts';
import {FIGURES_ADDRESS, figuresOfPage} from '../../content/figures/figure.ts';
import {figuresOf} from '../../content/figures/figures.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** How many figures each page gives, by its id; pages without any are left out. */
export type FigureCounts = Record<string, number>;

/**
 * The list of pages that give figures, and a page for the figures of each. The counts are global data, as every page
 * links to its figures; the rows are data of their page alone, because every page would load global data.
 */
export function figures({siteDir, baseUrl}: LoadContext): Plugin {
  return {
    name: 'figures',
    loadContent: async () => figuresOf(await loadToolkit(siteDir)),
    contentLoaded({content, actions}) {
      const pages = content as PageFigures[];
      const counted = pages.map(({figures: rows, ...page}) => ({...page, count: rows.length}));
      actions.setGlobalData(Object.fromEntries(counted.map(({id, count}) => [id, count])) satisfies FigureCounts);
      const addRoute = (address: string, component: string, props: Record<string, unknown>) =>
        actions.addRoute({path: baseUrl + address.slice(1), component, exact: true, props});
      addRoute(FIGURES_ADDRESS, '@theme/FiguresPage', {pages: counted});
      for (const page of pages) addRoute(figuresOfPage(page.id), '@theme/FiguresOnPage', {page});
    },
    getPathsToWatch: () => [`${siteDir}/docs/**/*.md`],
  };
}
