import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {PagePosition} from '../../../content/lists/list-pages.ts';
import {type ContentsEntry, DOCUMENT} from '../../../content/pages/document-parts.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {Fact} from '../../components/Facts/Facts.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Licence, PublisherNotice, SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {template} from '../../components/template.ts';
import {useSiteFields, useText} from '../../components/use-site.ts';

interface Props {
  contents: readonly ContentsEntry[];
  position: PagePosition;
}

/** The first page of the whole toolkit as a document: title and contents. The script can load the other pages into it. */
export default function DocumentPage({contents, position}: Props) {
  const {title} = useSiteFields().toolkit;
  const {document: t, names} = useText();
  const sections = contents.reduce((sum, part) => sum + part.sections.length + part.others, 0);
  return (
    <SiteFrame title={names.document} description={t.about({title})}>
      <Head>
        {/* Search engines should find the separate pages with the same text. */}
        <meta name="robots" content="noindex" />
      </Head>
      <Breadcrumbs trail={[{label: names.guidance, to: '/toolkit/'}, {label: names.document}]} />
      <div className="document">
        <TitlePage />
        <div className="print-document" data-needs-script hidden>
          <button
            type="button"
            data-print-document={position.pages}
            data-loading={template(t.loading)}
            data-failed={t.failed}
          >
            {t.print({count: sections})}
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
  const {document: t, counts, frame} = useText();
  return (
    <nav className="document-contents" aria-label={t.contents}>
      <h2>{t.contents}</h2>
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
                  {withdrawn && ` ${frame.withdrawn}`}
                </li>
              ))}
              {others > 0 && <li>{counts.morePages({count: others})}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The facts about the document: what it is, who publishes it, its date and its licence. */
function TitlePage() {
  const {document: t, names, home, data, format, frame} = useText();
  const {toolkit, today} = useSiteFields();
  const {title, strapline, publisher, phase, licence} = toolkit;
  const address = useBaseUrl(DOCUMENT, {absolute: true});
  return (
    <header className="page-head title-page">
      <p className="kind">{names.document}</p>
      <h1>{title}</h1>
      <p className="lead">{strapline}</p>
      <PublisherNotice />
      <dl className="review">
        <Fact term={home.publisher}>{publisher ?? frame.noPublisher}</Fact>
        <Fact term={t.phase}>{phase.text}</Fact>
        <Fact term={t.asAt}>{t.mayHaveChanged({day: format.day(today)})}</Fact>
        <Fact term={data.licence}>
          <Licence {...licence} />
        </Fact>
        <Fact term={data.columns.address}>
          <a href={address}>{address}</a>
        </Fact>
      </dl>
    </header>
  );
}
