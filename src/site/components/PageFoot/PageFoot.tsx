import Link from '@docusaurus/Link';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {formatDay} from '../../../format/format-date.ts';
import {type FrozenPage, frozenPage} from '../../../model/pages/frozen-page.ts';
import {addressOf, idsOf, qualifiedId, withSlash} from '../../../model/pages/page-id.ts';
import type {Freshness} from '../../../model/reviews/freshness.ts';
import {overdueText, type ReviewText, reviewText} from '../../../model/reviews/review-labels.ts';
import {feedOfPage, TOOLKIT_FEEDS} from '../../../model/routes/feed-addresses.ts';
import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import type {Update} from '../../../model/schemas/update-schema.ts';
import type {PageHistory} from '../../../model/updates/history.ts';
import {StructuredData} from '../Breadcrumbs/Breadcrumbs.tsx';
import {PublishedDate} from '../Changes/PageLinks.tsx';
import {Fact} from '../Facts/Facts.tsx';
import {Feedback} from '../Feedback/FeedbackWays.tsx';
import {useFrontMatter} from '../front-matter.ts';
import {History} from '../History/History.tsx';
import type {StructuredDatum} from '../structured-data.ts';
import {useIsRestated, useRecords, useSiteData, useSiteFields} from '../use-site.ts';

/** The foot of every page: its history, who checks it, how to cite it, and how to give feedback. */
export function PageFoot({pageId, edition}: {pageId: string; edition: string | undefined}) {
  const {metadata} = useDoc();
  const {url} = useDocusaurusContext().siteConfig;
  const {toolkit} = useSiteFields();
  const records = useRecords();
  const isRestated = useIsRestated(edition);
  const record = records.pages[qualifiedId(pageId, edition)];
  if (!record) return null;
  const {fingerprint, freshness, history} = record;
  const address = url + withSlash(metadata.permalink);
  const {redirect_from: formerAddresses, owner, withdrawn} = useFrontMatter();
  const isFrontPage = pageId === 'index';
  return (
    <footer className="page-foot" data-pagefind-ignore="all">
      <StructuredData data={articleOf({...metadata, withdrawnOn: withdrawn?.on}, address, record.history, toolkit)} />
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

/**
 * The page as an https://schema.org/Article. It has a day of publication only if one is known, and the end of a range
 * as the day of change.
 */
function articleOf(
  page: {title: string; description: string; withdrawnOn: string | undefined},
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

/** Who looks after the page, when it was last checked, and when the next check is due. */
function Review({freshness, owner}: {freshness: Freshness; owner: string}) {
  const {owners} = useSiteFields().toolkit;
  const {isPublished} = useSiteData();
  const roleOf = (id: string) => owners.find((role) => role.id === id)?.label ?? id;
  const {due, overdue, unavailableSources} = freshness;
  const warning = overdue && due && overdueText(due);
  return (
    <>
      {warning && (
        <p className="notice">
          <strong>{warning.what}</strong> {warning.advice}
        </p>
      )}
      <dl className="review" id="review">
        <Fact term="Looked after by">{roleOf(owner)}</Fact>
        {isPublished && (
          <Fact term="Last check">
            <LastCheck words={reviewText(freshness, roleOf)} difference={freshness.changedSince?.difference} />
          </Fact>
        )}
        {unavailableSources && <Fact term="Sources">{formatUnavailable(unavailableSources)}</Fact>}
        {due && !overdue && <Fact term="Next review">By {formatDay(due)}</Fact>}
      </dl>
    </>
  );
}

/** Links to the difference if one update made all changes since the check, otherwise to the list of updates. */
function LastCheck({words, difference}: {words: ReviewText; difference: string | undefined}) {
  const {checked, changed, ended} = words;
  if (!changed) return ended ? `${checked}. ${ended}` : checked;
  return (
    <>
      {checked}; {difference ? <Link to={difference}>{changed}</Link> : <a href="#page-updates">{changed}</a>}
      {ended && `. ${ended}`}
    </>
  );
}

function formatUnavailable({count, of}: NonNullable<Freshness['unavailableSources']>): string {
  if (of === 1) return 'Its only source is no longer available';
  return `${count} of ${of} ${count === 1 ? 'is' : 'are'} no longer available`;
}

interface CiteProps {
  title: string;
  /** The absolute address of the page. */
  address: string;
  fingerprint: string;
  /** The name of the edition; undefined for the live text. */
  edition?: string | undefined;
  lastUpdated?: Update['published'] | undefined;
  /** The same page in the newest edition that has it; undefined on a page of an edition. */
  frozen?: FrozenPage | undefined;
}

/** How to cite this page so that others can find the exact text. */
function Cite({title, address, fingerprint, edition, lastUpdated, frozen}: CiteProps) {
  const {toolkit} = useSiteFields();
  const isRestated = useIsRestated(edition);
  return (
    <details className="cite">
      <summary>Cite this page</summary>
      <p>
        {title}. <cite>{toolkit.title}</cite>: {toolkit.strapline}.{' '}
        {edition ? (
          `Edition ${edition}${isRestated ? ', a later restatement in new wording' : ''}.`
        ) : (
          <>
            Live text
            {lastUpdated && (
              <>
                , last updated <PublishedDate published={lastUpdated} />
              </>
            )}
            .
          </>
        )}{' '}
        {address} (fingerprint <code>{fingerprint}</code>)
      </p>
      {frozen && <Frozen {...frozen} />}
      <p>
        The fingerprint changes whenever the text changes, so readers can check whether the page is still as you cited
        it.
      </p>
    </details>
  );
}

/** The page in an edition, whose text never changes, and whether it is the same. */
function Frozen({edition, address, isSame}: FrozenPage) {
  const full = useBaseUrl(address, {absolute: true});
  return (
    <p>
      The text of this page may change. The text in <Link to="/editions/">edition {edition}</Link> never does:{' '}
      {isSame ? 'today it is the same.' : 'it is older and differs from this one.'} To cite it, use this address:{' '}
      <a href={full}>{full}</a>
    </p>
  );
}
