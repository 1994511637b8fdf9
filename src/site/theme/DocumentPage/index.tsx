import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {formatDay} from '../../../format/format-date.ts';
import type {PagePosition} from '../../../model/lists/list-pages.ts';
import {type ContentsEntry, DOCUMENT} from '../../../model/pages/document-parts.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {Fact} from '../../components/Facts/Facts.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Licence, PublisherNotice, SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {countOf, useSiteFields} from '../../components/use-site.ts';

const TITLE = 'The whole toolkit as one document';

interface Props {
  contents: readonly ContentsEntry[];
  position: PagePosition;
}

/** The first page of the whole toolkit as a document: title and contents. The script can load the other pages into it. */
export default function DocumentPage({contents, position}: Props) {
  const {title} = useSiteFields().toolkit;
  const sections = contents.reduce((sum, part) => sum + part.sections.length + part.others, 0);
  return (
    <SiteFrame title={TITLE} description={`Every page and case study of ${title} in order, to read or print.`}>
      <Head>
        {/* Search engines should find the separate pages with the same text. */}
        <meta name="robots" content="noindex" />
      </Head>
      <Breadcrumbs trail={[{label: 'Guidance', to: '/toolkit/'}, {label: TITLE}]} />
      <div className="document">
        <TitlePage kind={TITLE} />
        <div className="print-document" data-needs-script hidden>
          <button type="button" data-print-document={position.pages}>
            Print all {countOf(sections, 'page', 'pages')}, or save them as a PDF
          </button>
          <p role="status" />
        </div>
        <DocumentContents contents={contents} />
        <Pagination list={DOCUMENT} {...position} />
        <div data-document />
      </div>
    </SiteFrame>
  );
}

/** The parts of the document with their pages; of a long part, those on its first page. */
function DocumentContents({contents}: Pick<Props, 'contents'>) {
  return (
    <nav className="document-contents" aria-label="Contents">
      <h2>Contents</h2>
      <ul>
        {contents.map(({label, sections, address, others}) => (
          <li key={address}>
            {sections[0]?.title !== label && (
              <strong>
                <Link to={address}>{label}</Link>
              </strong>
            )}
            <ul>
              {sections.map(({id, title, anchor, withdrawn}) => (
                <li key={id} id={anchor}>
                  <Link to={`${address}#${anchor}`}>{title}</Link>
                  {withdrawn && ' (withdrawn)'}
                </li>
              ))}
              {others > 0 && <li>and {countOf(others, 'more page', 'more pages')}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The facts about the document: what it is, who publishes it, its date and its licence. */
function TitlePage({kind}: {kind: string}) {
  const {toolkit, today} = useSiteFields();
  const {title, strapline, publisher, phase, licence} = toolkit;
  const address = useBaseUrl(DOCUMENT, {absolute: true});
  return (
    <header className="page-head title-page">
      <p className="kind">{kind}</p>
      <h1>{title}</h1>
      <p className="lead">{strapline}</p>
      <PublisherNotice />
      <dl className="review">
        <Fact term="Publisher">{publisher}</Fact>
        <Fact term="Phase">{phase.text}</Fact>
        <Fact term="As at">{formatDay(today)}: pages may have changed since</Fact>
        <Fact term="Licence">
          <Licence {...licence} />
        </Fact>
        <Fact term="Address">
          <a href={address}>{address}</a>
        </Fact>
      </dl>
    </header>
  );
}
