import type {SiteAddress} from '../links/addresses.ts';
import {absoluteUrl} from '../links/addresses.ts';
import type {Toolkit} from '../toolkit.ts';
import type {Feed, FeedAddresses} from './feed.ts';
import {feedsOf} from './feeds-of.ts';
import {renderAtom} from './render-atom.ts';
import {renderJsonFeed} from './render-json-feed.ts';
import {renderRss} from './render-rss.ts';

/** A feed as it is served. */
interface FeedFile {
  /** Without the site's base URL. */
  address: string;
  text: string;
}

const RENDERERS: Readonly<Record<keyof FeedAddresses, (feed: Feed, selfUrl: string) => string>> = {
  atom: renderAtom,
  json: renderJsonFeed,
  rss: renderRss,
};

/** Every feed of a toolkit in every format that it is written in; `differences` holds the addresses of what updates changed. */
export function renderFeeds(toolkit: Toolkit, site: SiteAddress, differences?: ReadonlySet<string>): FeedFile[] {
  return feedsOf(toolkit, site, differences).flatMap((feed) => renderFeed(feed, site));
}

/** Where its page once lay, a feed is the same, and says where it lies now. */
function renderFeed(feed: Feed, site: SiteAddress): FeedFile[] {
  return Object.entries(RENDERERS).flatMap(([format, render]) => {
    const address = feed.addresses[format as keyof FeedAddresses];
    if (address === undefined) return [];
    const text = render(feed, absoluteUrl(site, address));
    return (format === 'atom' ? [address, ...feed.formerly] : [address]).map((place) => ({address: place, text}));
  });
}
