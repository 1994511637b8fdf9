import Link from '@docusaurus/Link';
import type {PropNavigation, PropSidebarItem} from '@docusaurus/plugin-content-docs';
import {useDocsSidebar} from '@docusaurus/plugin-content-docs/client';
import {useWithdrawnIds} from '../Sidebar/Sidebar.tsx';

/** A page in reading order. */
interface Stop {
  title: string;
  permalink: string;
  docId?: string | undefined;
}

/** The pages before and after this one in reading order; withdrawn ones are skipped. */
export function Paginator(navigation: PropNavigation) {
  const stops = stopsIn(useDocsSidebar()?.items ?? []);
  const withdrawn = useWithdrawnIds();
  const previous = passOver(navigation.previous, -1);
  const next = passOver(navigation.next, 1);
  if (!previous && !next) return null;
  return (
    <nav className="paginator" aria-label="Previous and next page" data-pagefind-ignore="all">
      {previous && (
        <Link to={previous.permalink} rel="prev">
          <span>Previous</span> {previous.title}
        </Link>
      )}
      {next && (
        <Link to={next.permalink} rel="next">
          <span>Next</span> {next.title}
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

function stopsIn(items: readonly PropSidebarItem[]): Stop[] {
  return items.flatMap((item): Stop[] => {
    if (item.type === 'category') return stopsIn(item.items);
    return item.type === 'link' && item.docId !== undefined
      ? [{title: item.label, permalink: item.href, docId: item.docId}]
      : [];
  });
}
