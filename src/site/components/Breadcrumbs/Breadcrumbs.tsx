import Link from '@docusaurus/Link';
import {useDoc, useDocsVersion, useSidebarBreadcrumbs} from '@docusaurus/plugin-content-docs/client';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {isCaseStudy} from '../doc-kind.ts';
import type {StructuredDatum} from '../structured-data.ts';
import {breadcrumbList, serializeStructuredData} from '../structured-data.ts';

/** One step of the way to a page. */
export interface Crumb {
  label: string;
  /** Left out where the step has no page of its own. */
  to?: string | undefined;
}

const HOME: Crumb = {label: 'Home', to: '/'};

/** The way from the home page to the current one, which comes last. */
export function Breadcrumbs({trail}: {trail: readonly Crumb[]}) {
  const {withBaseUrl} = useBaseUrlUtils();
  const steps = [HOME, ...trail];
  const current = steps.length - 1;
  const data = breadcrumbList(
    steps.map(({label, to}) => ({name: label, url: to && withBaseUrl(to, {absolute: true})})),
  );
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs">
      <StructuredData data={data} />
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

/** The way to a guidance page, a case study or a handbook page. */
export function DocBreadcrumbs() {
  const {metadata} = useDoc();
  const {pluginId} = useDocsVersion();
  const sections = useSidebarBreadcrumbs() ?? [];
  return <Breadcrumbs trail={[...pathTo(), {label: metadata.title}]} />;

  function pathTo(): Crumb[] {
    if (pluginId !== 'default') return [];
    if (isCaseStudy(metadata)) return [{label: 'Case studies', to: '/case-studies/'}];
    if (metadata.id === 'index') return [];
    const groups = sections.filter((item) => item.type === 'category').map(({label, href}) => ({label, to: href}));
    return [{label: 'Guidance', to: '/toolkit/'}, ...groups];
  }
}

/** What machines are told of the page; it may stand anywhere in it. */
export function StructuredData({data}: {data: StructuredDatum}) {
  // Scripts hold text as it is, and every `<` in it is escaped.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: serializeStructuredData(data)}} />;
}
