import Head from '@docusaurus/Head';
import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import type {Props} from '@theme/DocItem/Layout';
import {FACTS_ANCHOR} from '../../../../content/pages/facets.ts';
import {pageIdOf, qualifiedId, withSlash} from '../../../../content/pages/page-id.ts';
import type {Page} from '../../../../content/schemas/page-schema.ts';
import {DocBreadcrumbs} from '../../../components/Breadcrumbs/Breadcrumbs.tsx';
import {RelatedStudies, useRelated} from '../../../components/CaseStudyList/CaseStudyList.tsx';
import {EditionBanner, Errata, Redactions} from '../../../components/EditionBanner/EditionBanner.tsx';
import {isStudyFrontMatter, useFrontMatter} from '../../../components/front-matter.ts';
import {Paginator} from '../../../components/Navigation/Navigation.tsx';
import {PageFoot} from '../../../components/PageFoot/PageFoot.tsx';
import {PageRail} from '../../../components/PageRail/PageRail.tsx';
import {PageText, Sources, useSuccessor} from '../../../components/PageText/PageText.tsx';
import {BriefingBar, PageTools} from '../../../components/PageTools/PageTools.tsx';
import {FrameFoot, PrintedAs, PublisherNotice} from '../../../components/SiteFrame/SiteFrame.tsx';
import {Slot, useSlot} from '../../../components/Slot/Slot.tsx';
import {isLive, useSiteFields, useText} from '../../../components/use-site.ts';

/** The sets of pages that belong to the toolkit: they have notes, history and reviews. */
const TOOLKIT_PAGES = ['default', 'handbook', 'manual'];

/** A page of a set of docs. */
export default function DocItemLayout(props: Props) {
  const {pluginId} = useDocsVersion();
  return TOOLKIT_PAGES.includes(pluginId) ? <ToolkitPage {...props} /> : <OtherPage {...props} />;
}

/** A page that a publisher shows beside the toolkit. Its text may begin with its title. */
function OtherPage({children}: Props) {
  const {metadata, contentTitle} = useDoc();
  return (
    <article className="page">
      {contentTitle === undefined && (
        <header className="page-head">
          <h1>{metadata.title}</h1>
        </header>
      )}
      <div className="page-body">
        <div className="prose">{children}</div>
      </div>
      <div className="page-end">
        <Paginator {...metadata} />
        <FrameFoot title={metadata.title} />
      </div>
    </article>
  );
}

/** A guidance page, a case study or a handbook page. */
function ToolkitPage({children}: Props) {
  const {metadata, toc} = useDoc();
  const {pluginId, version} = useDocsVersion();
  const page = useFrontMatter();
  const text = useText();
  const {sources = [], withdrawn} = page;
  const {predecessor, notice_on, contribute} = useSiteFields().toolkit;
  const edition = isLive({name: version}) ? undefined : version;
  const pageId = pluginId === 'default' ? metadata.id : pageIdOf(`handbook/${metadata.id}.md`);
  const related = useRelated(pageId);
  const headings = page.hide_table_of_contents ? [] : toc.filter(({level}) => level === 2);
  const contents = [
    ...headings,
    ...(isStudyFrontMatter(page) ? [{value: text.facts.title, id: FACTS_ANCHOR}] : []),
    ...(edition || !related ? [] : [related]),
    ...(sources.length > 0 ? [{value: text.names.sources, id: 'sources'}] : []),
  ];
  const image = useBaseUrl(page.image ?? '', {absolute: true});
  const waysToSend = useSlot('title', {at: 'contribute'});
  return (
    <>
      <Head>
        <meta property="og:type" content="article" />
        {page.image && <meta property="og:image" content={image} />}
      </Head>
      <Slot name="head" at="page" id={pageId} edition={edition} />
      <DocBreadcrumbs />
      {edition && <EditionBanner title={metadata.title} pageId={pageId} edition={edition} />}
      <article className="page">
        {withdrawn && !edition && <WithdrawnMetadata {...withdrawn} />}
        <PageText
          pageId={pageId}
          edition={edition}
          head={<PrintedAs edition={edition} />}
          besides={
            <>
              <BriefingBar headings={contents} />
              <PageRail headings={contents} pageId={pageId} edition={edition} />
            </>
          }
          above={
            <>
              {(edition || (predecessor && notice_on.includes(pageId))) && <PublisherNotice />}
              {edition && <Redactions edition={edition} pageId={pageId} />}
              {edition && <Errata edition={edition} pageId={pageId} />}
              {waysToSend.length > 0 && contribute && withSlash(metadata.permalink).endsWith(contribute.to) && (
                <section id="send" aria-label={text.page.send}>
                  {waysToSend}
                </section>
              )}
            </>
          }
          tools={<PageTools headings={contents} pageId={pageId} edition={edition} />}
        >
          {children}
        </PageText>
        <div className="page-end">
          {!edition && <RelatedStudies pageId={pageId} />}
          <Sources record={qualifiedId(pageId, edition)} />
          <Paginator {...metadata} />
          <PageFoot pageId={pageId} edition={edition} />
        </div>
      </article>
    </>
  );
}

/** Says to search engines what to find in place of a withdrawn page; the banner of an edition has metadata for it. */
function WithdrawnMetadata(withdrawn: NonNullable<Page['withdrawn']>) {
  const {withBaseUrl} = useBaseUrlUtils();
  const successor = useSuccessor(withdrawn);
  return (
    <Head>
      {successor ? (
        <link rel="canonical" href={withBaseUrl(successor.address, {absolute: true})} />
      ) : (
        <meta name="robots" content="noindex" />
      )}
    </Head>
  );
}
