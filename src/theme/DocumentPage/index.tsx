import Head from '@docusaurus/Head';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {DocumentContents} from '../../components/Document/DocumentContents.tsx';
import {TitlePage} from '../../components/Document/TitlePage.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../../components/use-site.ts';
import type {DocumentPart} from '../../content/document/document-parts.ts';

const TITLE = 'The whole toolkit as one document';

/** The whole toolkit on one page, to read or print from beginning to end. */
export default function DocumentPage({parts}: {parts: readonly DocumentPart[]}) {
  const {title} = useSiteFields().toolkit;
  return (
    <SiteFrame title={TITLE} description={`Every page and case study of ${title} on one page, to read or print.`}>
      <Head>
        {/* Every word of it stands on a page of its own, which is the one to find. */}
        <meta name="robots" content="noindex" />
      </Head>
      <Breadcrumbs trail={[{label: 'Guidance', to: '/toolkit/'}, {label: TITLE}]} />
      <div className="document">
        <TitlePage kind={TITLE} />
        <DocumentContents parts={parts} />
        <div data-document>
          <p className="notice">The pages stand here once the toolkit is built: `npm run build`.</p>
        </div>
      </div>
    </SiteFrame>
  );
}
