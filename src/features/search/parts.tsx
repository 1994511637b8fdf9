import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {ALL_PAGES} from '../../content/addresses/generated-routes.ts';
import {FINDER} from '../../content/pages/facets.ts';
import {WayIn} from '../../site/components/Links/Links.tsx';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {template} from '../../site/components/template.ts';
import {useSiteData, useSiteFields, useText} from '../../site/components/use-site.ts';
import {PageSearch, Results, SearchInput} from './page-search.tsx';
import {SearchPage} from './search-page.tsx';
import './search.css';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  menu: ({at}) => at !== 'phase' && <InHeader at={at} />,
  home: ({at}) => at === 'lead' && <PageSearch kind="elsewhere" />,
  title: ({at}) => {
    if (at === 'case-studies') return <FinderForm />;
    return at === 'not-found' && <PageSearch kind="elsewhere" />;
  },
  aside(place) {
    if (place.at === 'results') return <Results />;
    return place.at === 'filters' && <ToFinder {...place} />;
  },
  pages: {SearchPage},
} satisfies Parts;

/** A search form with the sections of the site; on a phone, a link to one. The engine's home and the search page have their own. */
function InHeader({at}: {at: 'masthead' | 'sections'}) {
  const {names} = useText();
  const {pathname} = useLocation();
  const hasOwnHome = useSiteFields().toolkit.pages_at !== '/';
  const [home, search] = [useBaseUrl('/'), useBaseUrl(ALL_PAGES)];
  if (pathname === search || (hasOwnHome && pathname === home)) return null;
  if (at === 'sections') return <SearchForm />;
  return (
    <Link className="to-search" to={ALL_PAGES} aria-label={names.search}>
      <svg className="icon" aria-hidden="true" viewBox="0 0 24 24" width="22" height="22">
        <path d="M15 15l7 7M17 10a7 7 0 1 1-14 0 7 7 0 1 1 14 0" />
      </svg>
    </Link>
  );
}

function SearchForm() {
  const {frame: t, search, names} = useText();
  return (
    <search aria-label={t.site}>
      <form className="search-form" action={useBaseUrl(ALL_PAGES)}>
        <label className="visually-hidden" htmlFor="site-search">
          {search.toolkit}
        </label>
        <SearchInput id="site-search" placeholder={names.search} />
        <button type="submit">{names.search}</button>
      </form>
    </search>
  );
}

/** Searches and filters case studies above their list. */
function FinderForm() {
  const {finder: t} = useText();
  const {facets} = useSiteData();
  return (
    <div>
      {facets.length > 0 && <PageSearch kind="finder" />}
      <p
        className="chips"
        data-chips={template(t.removeFilter)}
        data-without={template(t.without)}
        data-only={template(t.only)}
        data-everywhere={template(t.everywhere)}
      />
    </div>
  );
}

/** From the page for one value to the list with all filters, where this value is chosen: the script can combine them. */
function ToFinder({facet, term}: {facet: string; term: string}) {
  const {finder: t} = useText();
  return (
    <WayIn to={`${FINDER}?${facet}=${term}`} data-needs-script hidden>
      {t.combine}
    </WayIn>
  );
}
