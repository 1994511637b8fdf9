import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {Unavailable} from '../content/link-ledger/unavailable.ts';
import {unavailableOf} from '../content/link-ledger/unavailable.ts';
import type {SiteFields} from '../content/site-fields.ts';
import type {SiteData} from '../plugins/site-data/index.ts';

/** The toolkit's configuration and the day of the build. */
export function useSiteFields(): SiteFields {
  return useDocusaurusContext().siteConfig.customFields as unknown as SiteFields;
}

/** The data that every page may show. */
export function useSiteData(): SiteData {
  return usePluginData('site-data') as SiteData;
}

/** What is on record of pages, updates and editions. */
export function useRecords(): SiteData['records'] {
  return useSiteData().records;
}

/** What readers are told of an address of another site; `undefined` where it opens, or nobody knows better. */
export function useUnavailable(address: string): Unavailable | undefined {
  return unavailableOf(useRecords().unavailable, address);
}

/** Every page and case study, as lists show them. */
export function useCatalogue(): SiteData['catalogue'] {
  return useSiteData().catalogue;
}
