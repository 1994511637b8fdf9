import {feedOfPage, termUpdates, UPDATES} from '../../../model/routes/feed-addresses.ts';
import type {TermPages} from '../../../model/updates/updated-terms.ts';
import {UpdateList} from '../../components/Changes/Changes.tsx';
import {FeedLink, FollowFeed} from '../../components/FeedLink/FeedLink.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf, useRecords} from '../../components/use-site.ts';

/** The updates that name a page about one priority or approach, newest first. */
export default function UpdatesOnPage({id, label, pageIds}: TermPages) {
  const {updates} = useRecords();
  const about = new Set(pageIds);
  const named = updates.filter(({changes}) => changes.some(({pages}) => pages.some((pageId) => about.has(pageId))));
  const title = `Updates: ${label}`;
  const feed = feedOfPage(termUpdates(id));
  return (
    <Page
      title={title}
      description={`What changed on the pages about ${label}, and when.`}
      metadata={<FeedLink address={feed} title={title} />}
      above={[{label: 'Updates', to: UPDATES}]}
      crumb={label}
      lead={`${countOf(named.length, 'update names', 'updates name')} pages about ${label}.`}
      intro={<FollowFeed address={feed} of={`pages about ${label}`} />}
    >
      <UpdateList updates={named} onlyPages={about} />
    </Page>
  );
}
