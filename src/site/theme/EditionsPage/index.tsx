import Link from '@docusaurus/Link';
import type {ListPage} from '../../../model/lists/list-pages.ts';
import type {EditionSummary} from '../../../model/page-record.ts';
import {comparisonAddress, SECTIONS, sinceAddress} from '../../../model/routes/difference-addresses.ts';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {PublisherNotice} from '../../components/SiteFrame/SiteFrame.tsx';
import {countOf, useSiteData, useSiteFields} from '../../components/use-site.ts';

/** The live text and the editions, newest first: frozen, numbered states for citing. */
export default function EditionsPage({list}: {list: ListPage<EditionSummary>}) {
  const {toolkit} = useSiteFields();
  const {editions} = useSiteData().lists;
  return (
    <Page
      title="Editions"
      description={`The live text and the frozen editions of ${toolkit.title}.`}
      position={list}
      lead="An edition is a frozen version of the toolkit that you can cite: its text never changes."
      intro={
        editions ? (
          <>
            <p>
              To cite a page, open “Cite this page” at its foot. It gives the permanent address of the page in the
              newest edition that has it.
            </p>
            <p>
              An edition contains guidance pages and case studies. It does not contain pages about the toolkit itself.
            </p>
          </>
        ) : (
          <p>There is no edition yet.</p>
        )
      }
    >
      {editions && <EditionList editions={list.items} withLive={list.page === 1} />}
      <Pagination list={SECTIONS.editions.to} {...list} />
      <PublisherNotice />
    </Page>
  );
}

/** The live text and editions, each with a description. */
function EditionList({editions, withLive}: {editions: readonly EditionSummary[]; withLive: boolean}) {
  return (
    <ul className="entry-list">
      {withLive && (
        <li>
          <h2>
            <Link to="/toolkit/">Live</Link>
          </h2>
          <p>The current text. It is updated as things change, and each change has a public note.</p>
        </li>
      )}
      {editions.map(({name, about, complete, pages}) => (
        <li key={name}>
          <h2>
            <Link to={`/toolkit/${name}/`}>Edition {name}</Link>
          </h2>
          <p className="facts-line">
            {countOf(pages, 'page', 'pages')}
            {!complete && ', still being restated: it may gain pages, and never changes one'}
          </p>
          <p>{about}</p>
          <p>
            <Link to={sinceAddress(name)}>
              What changed since, and what to do<span className="visually-hidden"> (edition {name})</span>
            </Link>
            {' · '}
            <Link to={comparisonAddress(name)}>
              Compare the two texts<span className="visually-hidden"> (edition {name} and live)</span>
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
