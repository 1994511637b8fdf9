import {useDoc, useDocsVersion, useSidebarBreadcrumbs} from '@docusaurus/plugin-content-docs/client';
import {isCaseStudy} from '../doc-kind.ts';
import type {Crumb} from './Breadcrumbs.tsx';
import {Breadcrumbs} from './Breadcrumbs.tsx';

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
