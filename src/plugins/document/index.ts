import type {LoadContext, Plugin} from '@docusaurus/types';
import type {DocumentPart} from '../../content/document/document-parts.ts';
import {DOCUMENT, documentParts} from '../../content/document/document-parts.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** The page that holds the whole toolkit, with title and contents; its sections come after the build, from built pages. */
export function document({siteDir, baseUrl}: LoadContext): Plugin {
  return {
    name: 'document',
    loadContent: async () => documentParts(await loadToolkit(siteDir)),
    contentLoaded({content, actions}) {
      actions.addRoute({
        path: baseUrl + DOCUMENT.slice(1),
        component: '@theme/DocumentPage',
        exact: true,
        props: {parts: content as DocumentPart[]},
      });
    },
    getPathsToWatch: () => [`${siteDir}/docs/**/*.md`, `${siteDir}/navigation.json`],
  };
}
