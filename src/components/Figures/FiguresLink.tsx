import Link from '@docusaurus/Link';
import {figuresOfPage} from '../../content/figures/figure.ts';
import {useSiteData} from '../use-site.ts';
import {countOf} from '../wording.ts';

/** A link from a page to its figures with their sources; nothing where it gives none. */
export function FiguresLink({pageId}: {pageId: string}) {
  const count = useSiteData().figures[pageId];
  return count === undefined ? null : (
    <p className="figures-link" data-pagefind-ignore>
      <Link className="way-in" to={figuresOfPage(pageId)}>
        See {countOf(count, 'figure', 'figures')} from this page with year, area and source
      </Link>
    </p>
  );
}
