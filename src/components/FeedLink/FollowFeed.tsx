import Link from '@docusaurus/Link';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {FOLLOW} from '../../content/feeds/feed-addresses.ts';
import {useRecords} from '../use-site.ts';

interface Props {
  /** The address of a feed, without the site's base URL. */
  address: string;
  /** What it tells of: `this page`. */
  of: string;
}

/** A feed for a reader to follow, and the way to the page that tells how; nothing before the first update. */
export function FollowFeed({address, of}: Props) {
  const {withBaseUrl} = useBaseUrlUtils();
  if (useRecords().updates.length === 0) return null;
  return (
    <p className="follow">
      <a href={withBaseUrl(address)}>Be told of changes to {of}</a> (feed). <Link to={FOLLOW}>How to use a feed</Link>
    </p>
  );
}
