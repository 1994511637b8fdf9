import Link from '@docusaurus/Link';
import {figuresOfPage} from '../../content/figures/figures-address.ts';
import {useFigureCounts} from '../use-site.ts';
import {countOf} from '../wording.ts';

/** The way from a page to its numbers with their sources; nothing where it gives none. */
export function FiguresDoor({pageId}: {pageId: string}) {
  const count = useFigureCounts()[pageId];
  return count === undefined ? null : (
    <p className="figures-door" data-pagefind-ignore>
      <Link className="way-in" to={figuresOfPage(pageId)}>
        See {countOf(count, 'figure', 'figures')} of this page with year, area and source
      </Link>
    </p>
  );
}
