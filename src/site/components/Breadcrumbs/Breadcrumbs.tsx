import Link from '@docusaurus/Link';
import {useDoc, useDocsVersion, useSidebarBreadcrumbs} from '@docusaurus/plugin-content-docs/client';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {collectionOf, withSlash} from '../../../content/pages/page-id.ts';
import {breadcrumbList, type StructuredDatum, serializeStructuredData} from '../structured-data.ts';
import {useSiteFields, useText} from '../use-site.ts';

export interface Crumb {
  label: string;
  /** Left out where the breadcrumb has no page. */
  to?: string | undefined;
}

/** The breadcrumbs from the home page to the current page, which comes last. One for no search engine has no structured data. */
export function Breadcrumbs({trail, isListed = true}: {trail: readonly Crumb[]; isListed?: boolean}) {
  const {withBaseUrl} = useBaseUrlUtils();
  const {names, frame} = useText();
  const steps: Crumb[] = [{label: names.home, to: '/'}, ...trail];
  const current = steps.length - 1;
  const data = breadcrumbList(
    steps.map(({label, to}) => ({name: label, url: to && withBaseUrl(to, {absolute: true})})),
  );
  return (
    <nav className="breadcrumbs" aria-label={frame.breadcrumbs}>
      {isListed && <StructuredData data={data} />}
      <ol>
        {steps.map(({label, to}, index) => (
          <li key={label} {...(index === current && {'aria-current': 'page'})}>
            {to && index !== current ? <Link to={to}>{label}</Link> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The breadcrumbs of a guidance page, a case study or a handbook page. */
export function DocBreadcrumbs() {
  const {metadata} = useDoc();
  const {pluginId} = useDocsVersion();
  const {names} = useText();
  const {collections, pages_at} = useSiteFields().toolkit;
  const sections = useSidebarBreadcrumbs() ?? [];
  return <Breadcrumbs trail={[...pathTo(), {label: metadata.title}]} />;

  function pathTo(): Crumb[] {
    if (pluginId !== 'default') return [];
    if (isCaseStudy(metadata)) return [{label: names.caseStudies, to: '/case-studies/'}];
    if (metadata.id === 'index') return [];
    const {list, label} = collectionOf(metadata.id, collections) ?? {};
    if (list) return [{label: label ?? '', to: list.address}];
    const groups = sections
      .filter((item) => item.type === 'category')
      .map(({label, href}) => ({label, to: href && withSlash(href)}));
    const guidance = {label: names.guidance, to: pages_at};
    return guidance.to === '/' ? groups : [guidance, ...groups];
  }
}

/** Structured data about the page, which may be anywhere in it. */
export function StructuredData({data}: {data: StructuredDatum}) {
  // Text in scripts is not decoded, and every `<` in it is escaped.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: serializeStructuredData(data)}} />;
}

/** Whether a page of `docs/` or of an edition is a case study, by its id. */
export function isCaseStudy({id}: {id: string}): boolean {
  return id.startsWith('case-studies/');
}
