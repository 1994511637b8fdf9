import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Records} from '../../content/page-record.ts';
import {recordsOf} from '../../content/page-record.ts';
import type {SiteFields} from '../../content/site-fields.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** The updates of one priority. */
const PRIORITY_PAGE = '@theme/UpdatesOnPage';

/** What readers are told of change, as global data; and a page of updates for each priority. */
export function history({siteDir, baseUrl, siteConfig}: LoadContext): Plugin {
  const {today} = siteConfig.customFields as unknown as SiteFields;
  return {
    name: 'history',
    loadContent: async () => recordsOf(await loadToolkit(siteDir), today),
    contentLoaded: ({content, actions}) => {
      actions.setGlobalData(content satisfies unknown as Records);
      for (const id of (content as Records).updatedPriorities) {
        actions.addRoute({
          path: `${baseUrl}updates/${id}/`,
          component: PRIORITY_PAGE,
          exact: true,
          props: {priority: id},
        });
      }
    },
    getPathsToWatch: () => ['blog/*.md', 'ledgers/**/*.json'].map((glob) => `${siteDir}/${glob}`),
  };
}
