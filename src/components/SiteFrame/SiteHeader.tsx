import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useRecords, useSiteFields} from '../use-site.ts';
import {ColourModeButton} from './ColourModeButton.tsx';
import {MainNav} from './MainNav.tsx';
import {PhaseBanner} from './PhaseBanner.tsx';

/**
 * The banner of every page. The `<details>` holds only its summary: style sheets show and hide what follows by
 * its state, so that one list serves as a row on wide screens and as a menu, without a script, on narrow ones.
 */
export function SiteHeader() {
  const {toolkit} = useSiteFields();
  const {isPreview} = useRecords();
  return (
    <header className="site-header">
      <div className="masthead">
        <Link className="brand" to="/">
          <span className="brand-title">{toolkit.title}</span>{' '}
          <span className="brand-strapline">{toolkit.strapline}</span>
        </Link>
        <details className="menu">
          <summary>Menu</summary>
        </details>
        <div className="site-tools">
          <MainNav />
          <SearchForm />
          <ColourModeButton />
        </div>
      </div>
      {isPreview && <p className="preview-banner">Preview: contains changes not yet published</p>}
      <PhaseBanner />
    </header>
  );
}

function SearchForm() {
  return (
    <search aria-label="Site">
      <form className="search-form" action={useBaseUrl('/search/')}>
        <label className="visually-hidden" htmlFor="site-search">
          Search this toolkit
        </label>
        <input id="site-search" type="search" name="q" placeholder="Search" />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
