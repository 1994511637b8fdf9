import Link from '@docusaurus/Link';
import type {PropSidebarItem} from '@docusaurus/plugin-content-docs';
import {isActiveSidebarItem, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {useLocation} from '@docusaurus/router';
import {isLive, useCatalogue} from '../use-site.ts';

/** Up to this many links, every group is open. */
const SHORT = 24;

interface Props {
  items: readonly PropSidebarItem[];
}

/** The guidance pages in their groups, those that were withdrawn left out. */
export function Sidebar({items}: Props) {
  const offered = withoutPages(items, useWithdrawnIds());
  return (
    <nav className="sidebar" aria-label="Guidance">
      <ItemList items={offered} allOpen={countLinks(offered) <= SHORT} />
    </nav>
  );
}

function ItemList({items, allOpen}: Props & {allOpen: boolean}) {
  return (
    <ul>
      {items.map((item) => (
        <Item key={keyOf(item)} item={item} allOpen={allOpen} />
      ))}
    </ul>
  );
}

function Item({item, allOpen}: {item: PropSidebarItem; allOpen: boolean}) {
  const {pathname} = useLocation();
  if (item.type === 'html') return null;
  const active = isActiveSidebarItem(item, pathname);
  if (item.type === 'link') {
    return (
      <li>
        <Link to={item.href} {...(active && {'aria-current': 'page'})}>
          {item.label}
        </Link>
      </li>
    );
  }
  return (
    <li>
      <details open={allOpen || active}>
        <summary>{item.label}</summary>
        <ItemList items={item.items} allOpen={allOpen} />
      </details>
    </li>
  );
}

function countLinks(items: readonly PropSidebarItem[]): number {
  return items.reduce((sum, item) => sum + (item.type === 'category' ? countLinks(item.items) : 1), 0);
}

function keyOf(item: PropSidebarItem): string {
  return item.type === 'html' ? item.value : item.label;
}

/** The ids of live pages that no list offers; none on a page of an edition, whose list is as it was. */
export function useWithdrawnIds(): ReadonlySet<string> {
  const {version} = useDocsVersion();
  const {pages} = useCatalogue();
  const withdrawn = isLive({name: version}) ? pages.filter((page) => page.withdrawn) : [];
  return new Set(withdrawn.map(({id}) => id));
}

/** Items of a sidebar without some pages; a group that holds nothing else goes with them. */
function withoutPages(items: readonly PropSidebarItem[], ids: ReadonlySet<string>): PropSidebarItem[] {
  return items.flatMap((item): PropSidebarItem[] => {
    if (item.type === 'link') return item.docId !== undefined && ids.has(item.docId) ? [] : [item];
    if (item.type !== 'category') return [item];
    const inside = withoutPages(item.items, ids);
    return inside.length === 0 && item.items.length > 0 ? [] : [{...item, items: inside}];
  });
}
