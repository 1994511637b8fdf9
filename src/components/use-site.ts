import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {Unavailable} from '../content/link-ledger/unavailable.ts';
import {unavailableOf} from '../content/link-ledger/unavailable.ts';
import type {Records} from '../content/page-record.ts';
import type {SiteFields} from '../content/site-fields.ts';
import type {Catalogue} from '../plugins/catalogue/index.ts';
import type {DifferenceDoors} from '../plugins/differences/index.ts';
import type {FigureCounts} from '../plugins/figures/index.ts';

/** The toolkit's configuration and the day of the build. */
export function useSiteFields(): SiteFields {
  return useDocusaurusContext().siteConfig.customFields as unknown as SiteFields;
}

/** What is on record of pages, updates and editions. */
export function useRecords(): Records {
  return usePluginData('history') as Records;
}

/** What readers are told of an address of another site; `undefined` where it opens, or nobody knows better. */
export function useUnavailable(address: string): Unavailable | undefined {
  return unavailableOf(useRecords().unavailable, address);
}

/** Every page and case study, as lists show them. */
export function useCatalogue(): Catalogue {
  return usePluginData('catalogue') as Catalogue;
}

/** The ways to what changed, by update and by edition. */
export function useDifferenceDoors(): DifferenceDoors {
  return usePluginData('differences') as DifferenceDoors;
}

/** How many figures each page gives. */
export function useFigureCounts(): FigureCounts {
  return usePluginData('figures') as FigureCounts;
}
