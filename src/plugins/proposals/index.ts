import type {LoadContext, Plugin} from '@docusaurus/types';
import type {ProposalRow} from '../../content/proposals/proposal-rows.ts';
import {PROPOSALS_ADDRESS, proposalRows} from '../../content/proposals/proposal-rows.ts';
import type {SiteFields} from '../../content/site-fields.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** The page that shows where each proposal stands, from the records that are committed. */
export function proposals({siteDir, baseUrl, siteConfig}: LoadContext): Plugin {
  const {today} = siteConfig.customFields as unknown as SiteFields;
  return {
    name: 'proposals',
    loadContent: async () => proposalRows(await loadToolkit(siteDir), today),
    async contentLoaded({content, actions}) {
      const data = await actions.createData('proposals.json', JSON.stringify(content as ProposalRow[]));
      actions.addRoute({
        path: baseUrl + PROPOSALS_ADDRESS.slice(1),
        component: '@theme/ProposalsPage',
        exact: true,
        modules: {proposals: data},
      });
    },
    getPathsToWatch: () => [`${siteDir}/ledgers/proposals/*.json`],
  };
}
