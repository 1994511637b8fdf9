import type {LoadContext, Plugin} from '@docusaurus/types';
import type {UpkeepFact} from '../../content/desk/upkeep.ts';
import {upkeepOf} from '../../content/desk/upkeep.ts';
import type {SiteFields} from '../../content/site-fields.ts';
import {loadToolkit} from '../../store/load-toolkit.ts';

/** What readers are told of how the toolkit is kept, as global data: what compiled pages hold goes stale in warm builds. */
export function upkeep({siteDir, siteConfig}: LoadContext): Plugin {
  const {today} = siteConfig.customFields as unknown as SiteFields;
  return {
    name: 'upkeep',
    loadContent: async () => upkeepOf(await loadToolkit(siteDir), today),
    contentLoaded: ({content, actions}) => actions.setGlobalData(content as UpkeepFact[]),
    getPathsToWatch: () =>
      ['blog/*.md', 'docs/**/*.md', 'handbook/**/*.md', 'ledgers/**/*.json'].map((glob) => `${siteDir}/${glob}`),
  };
}
