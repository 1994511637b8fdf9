import Link from '@docusaurus/Link';
import type {PropNavigation} from '@docusaurus/plugin-content-docs';

/** The pages before and after this one in reading order. */
export function Paginator({previous, next}: PropNavigation) {
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
}
