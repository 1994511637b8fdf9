import Head from '@docusaurus/Head';
import {DOCUMENT, type DocumentPage} from '../../../model/pages/document-parts.ts';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';

/** A page of the whole toolkit as a document, with the pages of one part; their text is inserted after the build. */
export default function DocumentPartPage({page}: {page: DocumentPage}) {
  const {label, sections} = page;
  return (
    <Page
      title={`${label}: the whole toolkit as one document`}
      description={`Pages to read or print one after the other: ${label}.`}
      position={page}
      metadata={
        <Head>
          <meta name="robots" content="noindex" />
        </Head>
      }
      above={[
        {label: 'Guidance', to: '/toolkit/'},
        {label: 'The whole toolkit as one document', to: DOCUMENT},
      ]}
      crumb={label}
      heading={label}
      column="document"
    >
      <nav className="document-contents" aria-label="On this page">
        <ul>
          {sections.map(({id, title, anchor, withdrawn}) => (
            <li key={id}>
              <a href={`#${anchor}`}>{title}</a>
              {withdrawn && ' (withdrawn)'}
            </li>
          ))}
        </ul>
      </nav>
      <div data-document />
      <Pagination list={DOCUMENT} {...page} />
    </Page>
  );
}
