import {feedOfPage, termUpdates, UPDATES} from '../../../model/routes/feed-addresses.ts';
import type {TermPages} from '../../../model/updates/updated-terms.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {UpdateList} from '../../components/Changes/Changes.tsx';
import {FeedLink, FollowFeed} from '../../components/FeedLink/FeedLink.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {countOf, useRecords} from '../../components/use-site.ts';

/** The updates that name a page about one priority or approach, newest first. */
export default function UpdatesOnPage({id, label, pageIds}: TermPages) {
  const {updates} = useRecords();
  const about = new Set(pageIds);
  const named = updates.filter(({changes}) => changes.some(({pages}) => pages.some((pageId) => about.has(pageId))));
  const title = `Updates: ${label}`;
  const feed = feedOfPage(termUpdates(id));
  return (
    <SiteFrame title={title} description={`What changed on the pages about ${label}, and when.`}>
      <FeedLink address={feed} title={title} />
      <Breadcrumbs trail={[{label: 'Updates', to: UPDATES}, {label}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>{title}</h1>
          <p className="lead">
            {countOf(named.length, 'update names', 'updates name')} pages about {label}.
          </p>
          <FollowFeed address={feed} of={`pages about ${label}`} />
        </header>
        <UpdateList updates={named} onlyPages={about} />
      </div>
    </SiteFrame>
  );
}
