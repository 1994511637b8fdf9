import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {type FeedAddresses, FOLLOW, TOOLKIT_FEEDS} from '../../../model/routes/feed-addresses.ts';
import {useSiteData} from '../use-site.ts';

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

/** The address of a page's feed for programs; nothing before the first update, because there are no feeds yet. */
export function FeedLink({address, title, format = 'atom'}: Props) {
  const href = useBaseUrl(address);
  if (!useSiteData().lists.updates) return null;
  return (
    <Head>
      {/* `rel` first: React Helmet merges two links whose first attribute has the same value. */}
      <link rel="alternate" type={TYPES[format]} title={title} href={href} />
    </Head>
  );
}

/** The toolkit's feed in its other formats, for programs, on the pages where readers look for it. */
export function ToolkitFeedLinks() {
  return (
    <>
      <FeedLink address={TOOLKIT_FEEDS.json} title="Updates" format="json" />
      <FeedLink address={TOOLKIT_FEEDS.rss} title="Updates" format="rss" />
    </>
  );
}

/** A link to a feed, with what it is about (`this page`), and to the page that explains feeds; nothing before the first update. */
export function FollowFeed({address, of}: {address: string; of: string}) {
  const {withBaseUrl} = useBaseUrlUtils();
  if (!useSiteData().lists.updates) return null;
  return (
    <p className="follow">
      <a href={withBaseUrl(address)}>Follow changes to {of}</a> (feed). <Link to={FOLLOW}>How to use a feed</Link>
    </p>
  );
}
