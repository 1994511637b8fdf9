import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import type {PropDocContent, PropVersionMetadata} from '@docusaurus/plugin-content-docs';
import {DocProvider, DocsVersionProvider} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {Root} from 'hast';
import {LIVE} from '../../content/addresses/difference-addresses.ts';
import type {PagePosition} from '../../content/lists/list-pages.ts';
import {
  type ContentsEntry,
  DOCUMENT,
  type DocumentPage as PartOfDocument,
  sectionAnchor,
} from '../../content/pages/document-parts.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import {Breadcrumbs} from '../../site/components/Breadcrumbs/Breadcrumbs.tsx';
import {Fact} from '../../site/components/Facts/Facts.tsx';
import {Overdue, Review} from '../../site/components/PageFoot/PageFoot.tsx';
import {PageText, Sources} from '../../site/components/PageText/PageText.tsx';
import {Pagination} from '../../site/components/Pagination/Pagination.tsx';
import {Rich} from '../../site/components/Rich/Rich.tsx';
import {Section} from '../../site/components/Section/Section.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import {Licence, PublisherNotice, SiteFrame} from '../../site/components/SiteFrame/SiteFrame.tsx';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {template} from '../../site/components/template.ts';
import {useSiteData, useSiteFields, useText} from '../../site/components/use-site.ts';
import {sectionTree} from './section-tree.ts';
import './document.css';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  title: (place) => place.at === 'tools' && place.page.id === 'index' && place.page.edition === LIVE && <ToRead />,
  pages: {DocumentPage, DocumentPartPage},
} satisfies Parts;

/** From the front page of the guidance. */
function ToRead() {
  const {page: t} = useText();
  return (
    <li>
      <Link to={DOCUMENT}>{t.readDocument}</Link>
    </li>
  );
}

interface Props {
  contents: readonly ContentsEntry[];
  position: PagePosition;
}

/** The first page of the whole toolkit as a document: title and contents. The script can load the other pages into it. */
function DocumentPage({contents, position}: Props) {
  const {title, pages_at: guidance} = useSiteFields().toolkit;
  const {document: t, names} = useText();
  const sections = contents.reduce((sum, part) => sum + part.sections.length + part.others, 0);
  return (
    <SiteFrame title={names.document} description={t.about({title})}>
      <Head>
        {/* Search engines should find the separate pages with the same text. */}
        <meta name="robots" content="noindex" />
      </Head>
      <Breadcrumbs trail={[{label: names.guidance, to: guidance}, {label: names.document}]} />
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
      {strapline && <p className="lead">{strapline}</p>}
      <PublisherNotice />
      <dl className="review">
        <Fact term={home.publisher}>{publisher ?? frame.noPublisher}</Fact>
        {phase && <Fact term={t.phase}>{phase.text}</Fact>}
        <Fact term={t.asAt}>{t.mayHaveChanged({day: format.day(today)})}</Fact>
        {licence && (
          <Fact term={data.licence}>
            <Licence {...licence} />
          </Fact>
        )}
        <Fact term={data.columns.address}>
          <a href={address}>{address}</a>
        </Fact>
      </dl>
    </header>
  );
}

interface PartProps {
  page: PartOfDocument;
  /** The pages that are its sections, in order. */
  items: readonly {content: PropDocContent}[];
}

/** A page of the whole toolkit as a document, with the pages of one part. */
function DocumentPartPage({page, items}: PartProps) {
  const {label, sections} = page;
  const {pages_at: guidance} = useSiteFields().toolkit;
  const {document: t, names, frame, page: ofPage} = useText();
  return (
    <Page
      // Each section links to its own page, which asks for feedback.
      asksFeedback={false}
      title={t.part({label})}
      description={t.partAbout({label})}
      position={page}
      noindex
      above={[
        {label: names.guidance, to: guidance},
        {label: names.document, to: DOCUMENT},
      ]}
      crumb={label}
      heading={label}
      column="document"
    >
      <nav className="document-contents" aria-label={ofPage.onThisPage}>
        <ul>
          {sections.map(({id, title, anchor, withdrawn}) => (
            <li key={id}>
              <a href={`#${anchor}`}>{title}</a>
              {withdrawn && ` ${frame.withdrawn}`}
            </li>
          ))}
        </ul>
      </nav>
      <div data-document>
        {items.map(({content}) => (
          <PageSection key={content.metadata.id} part={page.address} content={content} />
        ))}
      </div>
      <Pagination list={DOCUMENT} {...page} />
    </Page>
  );
}

/** What sections ask of the version that Docusaurus gives to live pages. */
const LIVE_VERSION = {pluginId: 'default', version: 'current'} as PropVersionMetadata;

/** The anchors of what a page shows only at its own address. */
const LEFT_OUT = ['cite', 'feedback-heading', 'follow', 'main', 'page-updates', 'related-case-studies', 'send', 'top'];

/** A live page in a part of the document, without furniture. Links to other pages lead to their sections. */
function PageSection({part, content: Content}: {part: string; content: PropDocContent}) {
  const {id} = Content.metadata;
  const {parts, records} = useSiteData();
  const {freshness} = records.pages[id] ?? {};
  const {document: t} = useText();
  const address = addressOf(useSiteFields().toolkit, id);
  const href = useBaseUrl(address);
  const url = useBaseUrl(address, {absolute: true});
  const place = {
    depth: 1 as const,
    anchorOf: (anchor: string) => elementAnchor(address, anchor),
    linkTo(to: string) {
      const [path, fragment = ''] = to.split('#');
      const page = path || address;
      // What follows `:~:` selects text.
      const [anchor = ''] = fragment.split(':~:');
      const target = parts[page];
      if (!target) return to;
      if (LEFT_OUT.includes(anchor)) return `${page}#${fragment}`;
      const hash = `#${anchor ? elementAnchor(page, anchor) : sectionAnchor(page)}`;
      return target === part ? hash : target + hash;
    },
    edit: (tree: Root) => sectionTree(tree, address, place.anchorOf),
  };
  return (
    <Section.Provider value={place}>
      <DocsVersionProvider version={LIVE_VERSION}>
        <DocProvider content={Content}>
          <article className="page" id={sectionAnchor(address)}>
            <PageText pageId={id}>
              <Content />
            </PageText>
            <div className="page-end">
              <Sources record={id} />
              {freshness && (
                <footer className="page-foot">
                  <Overdue {...freshness} />
                  <Review {...freshness} />
                </footer>
              )}
            </div>
            <p className="section-record">
              <Rich text={t.thisPage} with={{a: () => <a href={href}>{url}</a>}} />
            </p>
          </article>
        </DocProvider>
      </DocsVersionProvider>
    </Section.Provider>
  );
}

/** The id that an element of a page has in the document: `toolkit--priorities--homes__first-steps`. */
function elementAnchor(address: string, id: string): string {
  return `${sectionAnchor(address)}__${id}`;
}
