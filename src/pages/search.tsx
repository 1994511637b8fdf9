import Head from '@docusaurus/Head';
import {PageIndex} from '../components/PageIndex/PageIndex.tsx';
import {PageSearch} from '../components/PageSearch/PageSearch.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../components/use-site.ts';

/** Search; where no script runs, the list of every page stands in for it. */
export default function Search() {
  const {toolkit} = useSiteFields();
  return (
    <SiteFrame title="Search" description={`Search ${toolkit.title}, or find a page in the list from A to Z.`}>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <div className="list-page">
        <h1>Search</h1>
        <PageSearch label="All pages" live />
        <noscript>
          <p>Search needs a script, which your browser did not run. Every page is in the list below.</p>
        </noscript>
        <p className="found" role="status" data-search-status />
        <ol className="entry-list" data-search-results hidden />
        <section data-search-fallback>
          <h2>All pages from A to Z</h2>
          <PageIndex />
        </section>
        <p className="for-keyboards" data-needs-script hidden>
          <label className="check">
            <input type="checkbox" data-search-key defaultChecked />{' '}
            <span>
              Press <kbd>/</kbd> on any page to search
            </span>
          </label>
        </p>
      </div>
    </SiteFrame>
  );
}
