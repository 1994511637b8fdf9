import type {ListPage} from '../../../model/lists/list-pages.ts';
import type {PublishedUpdate} from '../../../model/page-record.ts';
import {feedOfPage, termUpdates, UPDATES} from '../../../model/routes/feed-addresses.ts';
import {UpdateList} from '../../components/Changes/Changes.tsx';
import {FeedLink, FollowFeed} from '../../components/FeedLink/FeedLink.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf} from '../../components/use-site.ts';

interface Props {
  id: string;
  label: string;
  /** How many updates there are on all pages of the list. */
  count: number;
  /** The pages about the term that the listed updates name. */
  pageIds: readonly string[];
  list: ListPage<PublishedUpdate>;
}

/** The updates that name a page about one priority or approach, newest first. */
export default function UpdatesOnPage({id, label, count, pageIds, list}: Props) {
  const title = `Updates: ${label}`;
  const feed = feedOfPage(termUpdates(id));
  return (
    <Page
      title={title}
      description={`What changed on the pages about ${label}, and when.`}
      position={list}
      metadata={<FeedLink address={feed} title={title} />}
      above={[{label: 'Updates', to: UPDATES}]}
      crumb={label}
      lead={`${countOf(count, 'update names', 'updates name')} pages about ${label}.`}
      intro={<FollowFeed address={feed} of={`pages about ${label}`} />}
    >
      <UpdateList updates={list.items} onlyPages={new Set(pageIds)} />
      <Pagination list={termUpdates(id)} {...list} />
    </Page>
  );
}
