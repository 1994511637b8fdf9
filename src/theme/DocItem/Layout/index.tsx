import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import type {Props} from '@theme/DocItem/Layout';
import MDXContent from '@theme/MDXContent';
import {Alternates} from '../../../components/Alternates/Alternates.tsx';
import {DocBreadcrumbs} from '../../../components/Breadcrumbs/DocBreadcrumbs.tsx';
import {Contents} from '../../../components/Contents/Contents.tsx';
import {DocumentLink} from '../../../components/Document/DocumentLink.tsx';
import {isCaseStudy, kindLabel} from '../../../components/doc-kind.ts';
import {EditionBanner} from '../../../components/EditionBanner/EditionBanner.tsx';
import {EditionMenu} from '../../../components/EditionMenu/EditionMenu.tsx';
import {Errata} from '../../../components/Errata/Errata.tsx';
import {isLive} from '../../../components/edition.ts';
import {Facts} from '../../../components/Facts/Facts.tsx';
import {OldStudy} from '../../../components/Facts/OldStudy.tsx';
import {ProposalWays} from '../../../components/Feedback/ProposalWays.tsx';
import {FeedLink} from '../../../components/FeedLink/FeedLink.tsx';
import {FiguresLink} from '../../../components/Figures/FiguresLink.tsx';
import {UpdatedOn} from '../../../components/History/UpdatedOn.tsx';
import {PageFoot} from '../../../components/PageFoot/PageFoot.tsx';
import {Paginator} from '../../../components/Paginator/Paginator.tsx';
import {PrintedAs} from '../../../components/PrintedAs/PrintedAs.tsx';
import {PublisherNotice} from '../../../components/PublisherNotice/PublisherNotice.tsx';
import {Redactions} from '../../../components/Redactions/Redactions.tsx';
import {RelatedStudies} from '../../../components/RelatedStudies/RelatedStudies.tsx';
import {Sources} from '../../../components/Sources/Sources.tsx';
import {useCatalogue, useSiteFields} from '../../../components/use-site.ts';
import {Withdrawn} from '../../../components/Withdrawn/Withdrawn.tsx';
import {pageNamed} from '../../../content/catalogue.ts';
import {feedOfPage} from '../../../content/feeds/feed-addresses.ts';
import {addressOf, pageIdOf, withSlash} from '../../../content/page-id.ts';
import type {CaseStudy} from '../../../content/schemas/case-study-schema.ts';
import type {Page} from '../../../content/schemas/page-schema.ts';

/** Front matter reaches the theme as authors wrote it: nothing is parsed, a rhythm is still `12 months`. */
type RawFrontMatter = Omit<Page & Partial<CaseStudy>, 'review_every'> & {review_every: string};

/** A guidance page, a case study or a handbook page. */
export default function DocItemLayout({children}: Props) {
  const {metadata, toc} = useDoc();
  const {pluginId, version} = useDocsVersion();
  const page = metadata.frontMatter as unknown as RawFrontMatter;
  const {sources = [], withdrawn} = page;
  const {predecessor, notice_on, contribute} = useSiteFields().toolkit;
  const edition = isLive({name: version}) ? undefined : version;
  const pageId = pluginId === 'default' ? metadata.id : pageIdOf(`${pluginId}/${metadata.id}.md`);
  const isStudy = isCaseStudy(metadata);
  const headings = toc.filter(({level}) => level === 2);
  const contents = sources.length > 0 ? [...headings, {value: 'Sources', id: 'sources'}] : headings;
  const kind = kindLabel(pluginId, metadata.id);
  const {pages, caseStudies} = useCatalogue();
  const isGone = edition !== undefined && pageNamed([...pages, ...caseStudies], pageId)?.withdrawn !== undefined;
  return (
    <>
      {!edition && <Alternates pageId={pageId} />}
      <div className="page-bar">
        <DocBreadcrumbs />
        {pluginId === 'default' && <EditionMenu />}
      </div>
      {!edition && <FeedLink address={feedOfPage(addressOf(pageId))} title="Changes to this page" />}
      <EditionBanner title={metadata.title} pageId={pageId} />
      <article
        className="page"
        {...(!withdrawn && {
          'data-pagefind-body': true,
          'data-pagefind-meta': `kind:${isGone ? `${kind}, withdrawn since` : kind}`,
          'data-pagefind-filter': `edition:${edition ?? 'live'}`,
        })}
      >
        {withdrawn && <Withdrawn {...withdrawn} edition={edition} />}
        <header className="page-head">
          <div className="kind" data-pagefind-ignore {...(!withdrawn && {'data-pagefind-filter': 'kind'})}>
            {kind}
          </div>
          <h1>{metadata.title}</h1>
          <p className="lead" {...(!withdrawn && {'data-pagefind-meta': 'lead'})}>
            {metadata.description}
          </p>
          <UpdatedOn pageId={pageId} edition={edition} />
          {pageId === 'index' && !edition && <DocumentLink />}
          <PrintedAs permalink={metadata.permalink} edition={edition} />
        </header>
        <Contents items={contents} />
        <div className="page-body">
          {(edition || (predecessor && notice_on.includes(pageId))) && <PublisherNotice />}
          {edition && <Redactions edition={edition} pageId={pageId} />}
          {edition && <Errata edition={edition} pageId={pageId} />}
          {isStudy && <OldStudy period={page.period} />}
          {isStudy && <Facts study={metadata.frontMatter as unknown as CaseStudy} />}
          <div className="prose">
            <MDXContent>{children}</MDXContent>
          </div>
          {withSlash(metadata.permalink).endsWith(contribute.to) && (
            <section aria-labelledby="send">
              <h2 id="send">Send it</h2>
              <ProposalWays />
            </section>
          )}
          <Sources sources={sources} />
          {!edition && <FiguresLink pageId={pageId} />}
          {!edition && <RelatedStudies pageId={pageId} />}
          <Paginator {...metadata} />
          <PageFoot pageId={pageId} edition={edition} owner={page.owner} withdrawnOn={withdrawn?.on} />
        </div>
      </article>
    </>
  );
}
