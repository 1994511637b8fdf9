import Head from '@docusaurus/Head';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {formatDay} from '../../../format/format-date.ts';
import {DOCUMENT, type DocumentPart} from '../../../model/pages/document-parts.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {Fact} from '../../components/Facts/Facts.tsx';
import {Licence, PublisherNotice, SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../../components/use-site.ts';

const TITLE = 'The whole toolkit as one document';

/** The whole toolkit on one page, to read or print from beginning to end. */
export default function DocumentPage({parts}: {parts: readonly DocumentPart[]}) {
  const {title} = useSiteFields().toolkit;
  return (
    <SiteFrame title={TITLE} description={`Every page and case study of ${title} on one page, to read or print.`}>
      <Head>
        {/* Search engines should find the separate pages with the same text. */}
        <meta name="robots" content="noindex" />
      </Head>
      <Breadcrumbs trail={[{label: 'Guidance', to: '/toolkit/'}, {label: TITLE}]} />
      <div className="document">
        <TitlePage kind={TITLE} />
        <DocumentContents parts={parts} />
        <div data-document>
          <p className="notice">The pages appear here once the toolkit is built: `npm run build`.</p>
        </div>
      </div>
    </SiteFrame>
  );
}

/** Every page of the document, in its groups. */
function DocumentContents({parts}: {parts: readonly DocumentPart[]}) {
  return (
    <nav className="document-contents" aria-label="Contents">
      <h2>Contents</h2>
      <ul>
        {parts.map(({label, sections}) => {
          const entries = sections.map(({id, title, anchor, withdrawn}) => (
            <li key={id}>
              <a href={`#${anchor}`}>{title}</a>
              {withdrawn && ' (withdrawn)'}
            </li>
          ));
          return label ? (
            <li key={label}>
              <strong>{label}</strong>
              <ul>{entries}</ul>
            </li>
          ) : (
            entries
          );
        })}
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
