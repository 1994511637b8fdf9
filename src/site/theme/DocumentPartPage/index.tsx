import {DOCUMENT, type DocumentPage} from '../../../content/pages/document-parts.ts';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useText} from '../../components/use-site.ts';

/** A page of the whole toolkit as a document, with the pages of one part; their text is inserted after the build. */
export default function DocumentPartPage({page}: {page: DocumentPage}) {
  const {label, sections} = page;
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
        {label: names.guidance, to: '/toolkit/'},
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
      <div data-document />
      <Pagination list={DOCUMENT} {...page} />
    </Page>
  );
}
