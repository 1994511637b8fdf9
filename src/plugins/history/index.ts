import type {LoadContext, Plugin} from '@docusaurus/types';
import {termUpdates} from '../../content/feeds/feed-addresses.ts';
import type {Records} from '../../content/page-record.ts';
import {recordsOf} from '../../content/page-record.ts';
import type {SiteFields} from '../../content/site-fields.ts';
import type {TermPages} from '../../content/terms.ts';
import {updatedTermsOf} from '../../content/terms.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** The updates of one priority or approach. */
const TERM_PAGE = '@theme/UpdatesOnPage';

interface Content {
  records: Records;
  terms: TermPages[];
}

/** What readers are told of change, as global data; and a page of updates for each priority and each approach. */
export function history({siteDir, baseUrl, siteConfig}: LoadContext): Plugin {
  const {today} = siteConfig.customFields as unknown as SiteFields;
  return {
    name: 'history',
    async loadContent(): Promise<Content> {
      const toolkit = await loadToolkit(siteDir);
      return {records: recordsOf(toolkit, today), terms: updatedTermsOf(toolkit)};
    },
    contentLoaded({content, actions}) {
      const {records, terms} = content as Content;
      actions.setGlobalData(records);
      for (const term of terms) {
        // Its pages are data of that page alone, for as global data every page would load them.
        actions.addRoute({
          path: baseUrl + termUpdates(term.id).slice(1),
          component: TERM_PAGE,
          exact: true,
          props: {...term},
        });
      }
    },
    getPathsToWatch: () => ['blog/*.md', 'docs/**/*.md', 'ledgers/**/*.json'].map((glob) => `${siteDir}/${glob}`),
  };
}
