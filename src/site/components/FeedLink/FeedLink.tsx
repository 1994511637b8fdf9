import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {type FeedAddresses, FOLLOW, TOOLKIT_FEEDS} from '../../../model/routes/feed-addresses.ts';
import {Rich} from '../Rich/Rich.tsx';
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

interface FollowProps {
  address: string;
  /** The message, which says what the feed is about. */
  text: string;
  /** The subject that the message names. */
  subject?: string;
}

/** A link to a feed, and to the page that explains feeds; nothing before the first update. */
export function FollowFeed({address, text, subject}: FollowProps) {
  const {withBaseUrl} = useBaseUrlUtils();
  if (!useSiteData().lists.updates) return null;
  return (
    <p className="follow" id="follow">
      <Rich
        text={text}
        with={{
          a: (words) => <a href={withBaseUrl(address)}>{words}</a>,
          how: (words) => <Link to={FOLLOW}>{words}</Link>,
          subject: () => subject,
        }}
      />
    </p>
  );
}
