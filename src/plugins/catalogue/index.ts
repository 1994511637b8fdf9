import type {LoadContext, Plugin} from '@docusaurus/types';
import type {CatalogueCaseStudy, CataloguePage} from '../../content/catalogue.ts';
import {catalogueOf} from '../../content/catalogue.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** What `usePluginData('catalogue')` gives. */
export interface Catalogue {
  pages: CataloguePage[];
  caseStudies: CatalogueCaseStudy[];
}

/** Titles, addresses and facts of every page, for lists and links that are made from the model. */
export function catalogue({siteDir}: LoadContext): Plugin {
  return {
    name: 'catalogue',
    loadContent: async () => catalogueOf(await loadToolkit(siteDir)),
    contentLoaded: ({content, actions}) => actions.setGlobalData(content),
    getPathsToWatch: () => ['docs', 'handbook'].map((folder) => `${siteDir}/${folder}/**/*.md`),
  };
}
