import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';
import {type FeedAddresses, FOLLOW, TOOLKIT_FEEDS} from '../../content/addresses/feed-addresses.ts';
import {useSiteData, useSiteFields, useText} from '../../site/components/use-site.ts';

const TYPES: Readonly<Record<keyof FeedAddresses, string>> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  ics: 'text/calendar',
};

/** The address of a page's feed for programs; nothing before the first update, because there are no feeds yet. */
export function FeedLink({address, title, format}: {address: string; title: string; format?: keyof FeedAddresses}) {
  const href = useBaseUrl(address);
  if (!useSiteData().lists.updates) return null;
  return (
    <Head>
      {/* `rel` first: React Helmet merges two links whose first attribute has the same value. */}
      <link rel="alternate" type={TYPES[format ?? 'atom']} title={title} href={href} />
    </Head>
  );
}

/** The toolkit's feed for programs: in one format on every page, in the other where readers look for it. */
export function ToolkitFeedLink({format}: {format: 'atom' | 'json'}) {
  const {names} = useText();
  return <FeedLink address={TOOLKIT_FEEDS[format]} title={names.updates} format={format} />;
}

interface FollowFeedProps {
  address: string;
  text: string;
  calendar?: string | undefined;
  children?: ReactNode;
}

/** The address of a feed, for people, and of its calendar: nothing before the first update. */
export function FollowFeed({address, text, calendar, children}: FollowFeedProps) {
  const {follow: t, names} = useText();
  const {mailing_list: list} = useSiteFields().toolkit;
  if (!useSiteData().lists.updates) return null;
  return (
    <section className="follow" aria-labelledby="follow">
      <h2 id="follow">{names.follow}</h2>
      <p>
        {text} <FeedAddress address={address} /> {list === undefined && `${t.noMail} `}
        <Link to={FOLLOW}>{t.howTo}</Link>
      </p>
      {children}
      {calendar && (
        <p>
          <Link to={`${FOLLOW}#calendar`}>{t.calendar}</Link>: <FeedAddress address={calendar} />
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
