import Link from '@docusaurus/Link';
import type {PropNavigation, PropSidebarItem} from '@docusaurus/plugin-content-docs';
import {isActiveSidebarItem, useDocsSidebar, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {useLocation} from '@docusaurus/router';
import {withSlash} from '../../../content/pages/page-id.ts';
import {isLive, useCatalogue, useText} from '../use-site.ts';

/** Up to this many links, every group is open. */
const SHORT = 24;

/** The guidance pages in their groups, those that were withdrawn left out. */
export function Sidebar({items}: {items: readonly PropSidebarItem[]}) {
  const {names} = useText();
  const offered = withoutPages(items, useWithdrawnIds());
  return (
    <nav className="sidebar" aria-label={names.guidance}>
      <ItemList items={offered} allOpen={countLinks(offered) <= SHORT} />
    </nav>
  );
}

function ItemList({items, allOpen}: {items: readonly PropSidebarItem[]; allOpen: boolean}) {
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
        <summary>{item.href === undefined ? item.label : <Link to={withSlash(item.href)}>{item.label}</Link>}</summary>
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
function useWithdrawnIds(): ReadonlySet<string> {
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

/** The pages before and after this one in reading order; withdrawn ones are skipped. */
export function Paginator(navigation: PropNavigation) {
  const {page: t} = useText();
  const stops = stopsIn(useDocsSidebar()?.items ?? []);
  const withdrawn = useWithdrawnIds();
  const previous = passOver(navigation.previous, -1);
  const next = passOver(navigation.next, 1);
  if (!previous && !next) return null;
  return (
    <nav className="paginator" aria-label={t.previousAndNext}>
      {previous && (
        <Link to={previous.permalink} rel="prev">
          <span>{t.previous}</span> {previous.title}
        </Link>
      )}
      {next && (
        <Link to={next.permalink} rel="next">
          <span>{t.next}</span> {next.title}
        </Link>
      )}
    </nav>
  );

  function passOver(offered: PropNavigation['next'], step: -1 | 1): PropNavigation['next'] {
    const at = stops.findIndex(({permalink}) => permalink === offered?.permalink);
    const {docId = ''} = stops[at] ?? {};
    return withdrawn.has(docId) ? passOver(stops[at + step], step) : offered;
  }
}

function stopsIn(items: readonly PropSidebarItem[]): (PropNavigation['next'] & {docId: string})[] {
  return items.flatMap((item): (PropNavigation['next'] & {docId: string})[] => {
    if (item.type === 'category') return stopsIn(item.items);
    return item.type === 'link' && item.docId !== undefined
      ? [{title: item.label, permalink: item.href, docId: item.docId}]
      : [];
  });
}
