import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import type {FeedAddresses} from '../../../model/routes/feed-addresses.ts';
import {FOLLOW, TOOLKIT_FEEDS} from '../../../model/routes/feed-addresses.ts';
import {useRecords} from '../use-site.ts';

interface Props {
  /** Without the site's base URL. */
  address: string;
  title: string;
  format?: keyof FeedAddresses;
}

const TYPES: Readonly<Record<keyof FeedAddresses, string>> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  rss: 'application/rss+xml',
};

/** Tells programs where the feed of a page lies; nothing before the first update, for then there is none. */
export function FeedLink({address, title, format = 'atom'}: Props) {
  const href = useBaseUrl(address);
  if (useRecords().updates.length === 0) return null;
  return (
    <Head>
      {/* `rel` first: two links are taken for one where the first key has the same value in both. */}
      <link rel="alternate" type={TYPES[format]} title={title} href={href} />
    </Head>
  );
}

/** Tells programs of the toolkit's feed in its other formats, on the pages where readers look for it. */
export function ToolkitFeedLinks() {
  return (
    <>
      <FeedLink address={TOOLKIT_FEEDS.json} title="Updates" format="json" />
      <FeedLink address={TOOLKIT_FEEDS.rss} title="Updates" format="rss" />
    </>
  );
}

interface FollowFeedProps {
  /** The address of a feed, without the site's base URL. */
  address: string;
  /** What it tells of: `this page`. */
  of: string;
}

/** A feed for a reader to follow, and the way to the page that tells how; nothing before the first update. */
export function FollowFeed({address, of}: FollowFeedProps) {
  const {withBaseUrl} = useBaseUrlUtils();
  if (useRecords().updates.length === 0) return null;
  return (
    <p className="follow">
      <a href={withBaseUrl(address)}>Be told of changes to {of}</a> (feed). <Link to={FOLLOW}>How to use a feed</Link>
    </p>
  );
}

/** The way to the page that tells how to hear of updates. */
export function AskToBeTold() {
  return (
    <p className="follow">
      <Link className="way-in" to={FOLLOW}>
        Ask to be told of updates
      </Link>
    </p>
  );
}
