import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {type FeedAddresses, FOLLOW, TOOLKIT_FEEDS} from '../../content/addresses/feed-addresses.ts';
import {FileLink} from '../../site/components/Links/Links.tsx';
import {useSiteData, useText} from '../../site/components/use-site.ts';

interface Props {
  /** Without the site's base URL. */
  address: string;
  title: string;
  format?: keyof FeedAddresses;
}

const TYPES: Readonly<Record<keyof FeedAddresses, string>> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  ics: 'text/calendar',
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

/** The toolkit's feed in its other format, for programs, on the pages where readers look for it. */
export function ToolkitFeedLinks() {
  const {names} = useText();
  return <FeedLink address={TOOLKIT_FEEDS.json} title={names.updates} format="json" />;
}

interface FollowProps {
  address: string;
  text: string;
  /** The address of the calendar, if there is one. */
  calendar?: string | undefined;
}

/** The address of a feed, for people: nothing before the first update. */
export function FollowFeed({address, text, calendar}: FollowProps) {
  const {follow: t, names} = useText();
  if (!useSiteData().lists.updates) return null;
  return (
    <section className="follow" aria-labelledby="follow">
      <h2 id="follow">{names.follow}</h2>
      <p>
        {text} <FeedAddress address={address} /> <Link to={FOLLOW}>{t.howTo}</Link>
      </p>
      {calendar && (
        <p>
          <FileLink to={calendar}>{t.calendar}</FileLink>
        </p>
      )}
    </section>
  );
}

/** Not a link: browsers show a feed as code. */
export function FeedAddress({address}: {address: string}) {
  const {charts: t} = useText();
  const {withBaseUrl} = useBaseUrlUtils();
  return (
    <>
      <code>{withBaseUrl(address, {absolute: true})}</code>{' '}
      <button type="button" hidden data-copied={t.copied}>
        {t.copy}
      </button>
    </>
  );
}
