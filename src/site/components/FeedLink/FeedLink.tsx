import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {type FeedAddresses, TOOLKIT_FEEDS} from '../../../model/routes/feed-addresses.ts';
import {useSiteData, useText} from '../use-site.ts';

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
  const {names} = useText();
  return (
    <>
      <FeedLink address={TOOLKIT_FEEDS.json} title={names.updates} format="json" />
      <FeedLink address={TOOLKIT_FEEDS.rss} title={names.updates} format="rss" />
    </>
  );
}

/** A link to the page that explains how to get updates about a page or subject; nothing before the first update. */
export function FollowLink({to, text}: {to: string; text: string}) {
  if (!useSiteData().lists.updates) return null;
  return (
    <p className="follow" id="follow">
      <Link to={to}>{text}</Link>
    </p>
  );
}
