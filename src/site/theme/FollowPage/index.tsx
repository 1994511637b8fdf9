import {FOLLOW, feedOfPage, UPDATES} from '../../../model/routes/feed-addresses.ts';
import {FeedLink} from '../../components/FeedLink/FeedLink.tsx';
import {FollowWays} from '../../components/FeedLink/FollowWays.tsx';
import {WayIn} from '../../components/Links/Links.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useRecords, useText} from '../../components/use-site.ts';

interface Props {
  title: string;
  /** The page, or the list of updates about the term, that the feed is next to. */
  of: string;
  /** Where the page or the updates are; undefined for a term without any. */
  readAt?: string;
  /** The id of the page; undefined for a term. */
  pageId?: string;
}

/** How to get updates about one page or subject: the page for people next to its feed. */
export default function FollowPage({title, of, readAt, pageId}: Props) {
  const {follow: t, names, updates} = useText();
  const {pages} = useRecords();
  const due = pageId === undefined ? undefined : pages[pageId]?.freshness?.due;
  const feed = feedOfPage(of);
  return (
    <Page
      title={pageId === undefined ? updates.followSubject(title) : t.page(title)}
      description={t.pageAbout(title)}
      metadata={<FeedLink address={feed} title={title} />}
      noindex
      above={[
        {label: names.updates, to: UPDATES},
        {label: names.follow, to: FOLLOW},
      ]}
      crumb={title}
      lead={t.lead}
      intro={readAt !== undefined && <WayIn to={readAt}>{title}</WayIn>}
      asksFeedback={false}
    >
      <FollowWays feeds={[{of: t.feedsOf, addresses: [feed]}]} isPart due={due} />
    </Page>
  );
}
