import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {EditionSummary} from '../../changes/updates/page-record.ts';
import {type CataloguePage, pageNamed} from '../../content/pages/catalogue.ts';
import {type Text, textOf} from '../../language/text.ts';
import type {SiteData} from '../data/site-data.ts';
import {type SiteFields, siteFieldsOf} from '../data/site-fields.ts';

/** The toolkit's configuration and the day of the build. */
export function useSiteFields(): SiteFields {
  return siteFieldsOf(useDocusaurusContext().siteConfig);
}

/** Every text that the site shows besides the content, in the language of the toolkit. */
export function useText(): Text {
  return textOf(useSiteFields().toolkit);
}

/** The data that every page may show. */
export function useSiteData(): SiteData {
  return usePluginData('toolkit') as SiteData;
}

/** The records of pages, updates and editions. */
export function useRecords(): SiteData['records'] {
  return useSiteData().records;
}

/** Every page and case study for lists. */
export function useCatalogue(): SiteData['catalogue'] {
  return useSiteData().catalogue;
}

/** Finds a page or case study by its id, current or former. */
export function usePageNamed(): (id: string) => CataloguePage | undefined {
  const {pages, caseStudies} = useCatalogue();
  return (id) => pageNamed<CataloguePage>(pages, id) ?? pageNamed(caseStudies, id);
}

/** Whether the build generates a page: features can be off, and lists empty. */
export function useHasPage(): (address: string) => boolean {
  const {generated} = useSiteData();
  return (address) => generated.some((page) => page.address === address);
}

export function isLive({name}: {name: string}): boolean {
  return name === 'current';
}

export function useEditionNamed(): (name: string | undefined) => EditionSummary | undefined {
  const {editions} = useRecords();
  return (name) => editions.find((edition) => edition.name === name);
}
