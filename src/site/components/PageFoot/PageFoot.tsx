import {useDoc} from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {frozenPage} from '../../../model/pages/frozen-page.ts';
import {addressOf, idsOf, qualifiedId, withSlash} from '../../../model/pages/page-id.ts';
import {feedOfPage, TOOLKIT_FEEDS} from '../../../model/routes/feed-addresses.ts';
import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import type {PageHistory} from '../../../model/updates/history.ts';
import {StructuredData} from '../Breadcrumbs/Breadcrumbs.tsx';
import {Cite} from '../Cite/Cite.tsx';
import {Feedback} from '../Feedback/FeedbackWays.tsx';
import {useFrontMatter} from '../front-matter.ts';
import {History} from '../History/History.tsx';
import {Review} from '../Review/Review.tsx';
import type {StructuredDatum} from '../structured-data.ts';
import {useIsRestated, useRecords, useSiteFields} from '../use-site.ts';

interface Props {
  pageId: string;
  /** The edition of the page; undefined for the live text. */
  edition: string | undefined;
  /** The id of the role that owns the page. */
  owner: string;
  /** The day on which the page was withdrawn; undefined if it was not. */
  withdrawnOn: string | undefined;
}

/** The foot of every page: its history, who checks it, how to cite it, and how to give feedback. */
export function PageFoot({pageId, edition, owner, withdrawnOn}: Props) {
  const {metadata} = useDoc();
  const {url} = useDocusaurusContext().siteConfig;
  const {toolkit} = useSiteFields();
  const records = useRecords();
  const isRestated = useIsRestated(edition);
  const record = records.pages[qualifiedId(pageId, edition)];
  if (!record) return null;
  const {fingerprint, freshness, history} = record;
  const address = url + withSlash(metadata.permalink);
  const {redirect_from: formerAddresses} = useFrontMatter();
  const isFrontPage = pageId === 'index';
  return (
    <footer className="page-foot" data-pagefind-ignore="all">
      <StructuredData data={articleOf({...metadata, withdrawnOn}, address, record.history, toolkit)} />
      <History
        history={isFrontPage && !edition ? records.toolkit : history}
        of={isFrontPage ? 'toolkit' : 'page'}
        ids={idsOf(pageId, formerAddresses)}
        isOfOriginal={isRestated}
        feed={edition ? undefined : isFrontPage ? TOOLKIT_FEEDS.atom : feedOfPage(addressOf(pageId))}
      />
      {freshness && <Review freshness={freshness} owner={owner} />}
      <Cite
        title={metadata.title}
        address={address}
        fingerprint={fingerprint}
        edition={edition}
        lastUpdated={history.lastUpdated}
        frozen={edition ? undefined : frozenPage(idsOf(pageId, formerAddresses), records)}
      />
      {metadata.editUrl && !edition && (
        <p>
          <a href={metadata.editUrl}>Suggest a change to this page</a>
        </p>
      )}
      <Feedback title={metadata.title} address={address} edition={edition ?? 'live'} fingerprint={fingerprint} />
    </footer>
  );
}

type Metadata = {title: string; description: string; withdrawnOn: string | undefined};

/**
 * The page as an https://schema.org/Article. It has a day of publication only if one is known, and the end of a range
 * as the day of change.
 */
function articleOf(
  page: Metadata,
  url: string,
  history: PageHistory,
  {title, language}: ToolkitConfig,
): StructuredDatum {
  const {firstPublished: first, lastUpdated: last} = history;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: page.title,
    description: page.description,
    url,
    inLanguage: language,
    isPartOf: {'@type': 'WebSite', name: title},
    ...(first && first.earliest === first.latest && {datePublished: first.latest}),
    ...(last && {dateModified: last.latest}),
    // A withdrawn page expired on the day of its withdrawal.
    ...(page.withdrawnOn && {creativeWorkStatus: 'Obsolete', expires: page.withdrawnOn}),
  };
}
