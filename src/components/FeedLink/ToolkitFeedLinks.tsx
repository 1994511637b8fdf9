import {TOOLKIT_FEEDS} from '../../content/feeds/feed-addresses.ts';
import {FeedLink} from './FeedLink.tsx';

/** Tells programs of the toolkit's feed in its other formats, on the pages where readers look for it. */
export function ToolkitFeedLinks() {
  return (
    <>
      <FeedLink address={TOOLKIT_FEEDS.json} title="Updates" format="json" />
      <FeedLink address={TOOLKIT_FEEDS.rss} title="Updates" format="rss" />
    </>
  );
}
