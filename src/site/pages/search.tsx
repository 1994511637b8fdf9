import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import type {CataloguePage} from '../../model/pages/catalogue.ts';
import {compareText} from '../../model/problem.ts';
import {GENERATED_ROUTES} from '../../model/routes/generated-routes.ts';
import {PageSearch, SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {useCatalogue, useSiteFields} from '../components/use-site.ts';

/** Search; without scripts, a list of every page. */
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
      </div>
    </SiteFrame>
  );
}

type Entry = Pick<CataloguePage, 'address' | 'title' | 'withdrawn'>;

/** Every page and case study by first letter, and generated pages. */
function PageIndex() {
  const {pages, caseStudies} = useCatalogue();
  return (
    <div className="a-to-z">
      {groupByLetter([...pages, ...caseStudies, ...GENERATED_ROUTES]).map(([letter, entries]) => (
        <section key={letter}>
          <h3>{letter}</h3>
          <ul>
            {entries.map(({address, title, withdrawn}) => (
              <li key={address}>
                <Link to={address}>{title}</Link>
                {withdrawn && ' (withdrawn)'}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function groupByLetter(entries: readonly Entry[]): [string, Entry[]][] {
  const sorted = entries.toSorted((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()));
  return [...Map.groupBy(sorted, ({title}) => title.charAt(0).toUpperCase())];
}
