import type {LoadContext, Plugin} from '@docusaurus/types';
import {withoutWithdrawn} from '../../content/catalogue.ts';
import {facetsOf} from '../../content/facets.ts';
import type {SiteFields} from '../../content/site-fields.ts';
import type {Catalogue} from '../catalogue/index.ts';

/** Where the catalogue plugin's content lies among that of all plugins. */
interface AllContent {
  catalogue?: {default?: Catalogue};
}

/** A page for each value by which case studies can be chosen. */
export function facets({siteConfig}: LoadContext): Plugin {
  const {toolkit} = siteConfig.customFields as unknown as SiteFields;
  return {
    name: 'facets',
    allContentLoaded({allContent, actions}) {
      const {caseStudies = []} = (allContent as AllContent).catalogue?.default ?? {};
      for (const {id: facetId, terms} of facetsOf(toolkit, withoutWithdrawn(caseStudies))) {
        for (const {id: termId, address} of terms) {
          actions.addRoute({
            path: siteConfig.baseUrl + address.slice(1),
            component: '@theme/FacetPage',
            exact: true,
            props: {facetId, termId},
          });
        }
      }
    },
  };
}
