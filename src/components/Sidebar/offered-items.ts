import type {PropSidebarItem} from '@docusaurus/plugin-content-docs';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {isLive, useCatalogue} from '../use-site.ts';

/** The ids of live pages that no list offers; none on a page of an edition, whose list is as it was. */
export function useWithdrawnIds(): ReadonlySet<string> {
  const {version} = useDocsVersion();
  const {pages} = useCatalogue();
  const withdrawn = isLive({name: version}) ? pages.filter((page) => page.withdrawn) : [];
  return new Set(withdrawn.map(({id}) => id));
}

/** Items of a sidebar without some pages; a group that holds nothing else goes with them. */
export function withoutPages(items: readonly PropSidebarItem[], ids: ReadonlySet<string>): PropSidebarItem[] {
  return items.flatMap((item): PropSidebarItem[] => {
    if (item.type === 'link') return item.docId !== undefined && ids.has(item.docId) ? [] : [item];
    if (item.type !== 'category') return [item];
    const inside = withoutPages(item.items, ids);
    return inside.length === 0 && item.items.length > 0 ? [] : [{...item, items: inside}];
  });
}
