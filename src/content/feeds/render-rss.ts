import type {Element} from 'xast';
import {x} from 'xastscript';
import type {Feed, FeedEntry} from './feed.ts';
import {instantOf, renderXml} from './render-xml.ts';

/** A feed as RSS 2.0 has it (https://www.rssboard.org/rss-specification); `selfUrl` is its full address. */
export function renderRss(feed: Feed, selfUrl: string): string {
  const {title, description, url, updated, publication, entries} = feed;
  return renderXml(
    x(null, [
      x('rss', {version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom'}, [
        x('channel', [
          x('title', title),
          x('link', url),
          x('description', description),
          x('language', publication.language),
          x('copyright', publication.rights),
          x('lastBuildDate', rssInstantOf(updated)),
          x('atom:link', {rel: 'self', type: 'application/rss+xml', href: selfUrl}),
          ...entries.map(renderItem),
        ]),
      ]),
    ]),
  );
}

/** RSS knows the day of publication alone: where only a range is known, its end stands as the time of change. */
function renderItem({id, title, url, published, updated, content}: FeedEntry): Element {
  return x('item', [
    x('title', title),
    x('link', url),
    x('guid', {isPermaLink: String(id === url)}, id),
    ...(published === undefined ? [] : [x('pubDate', rssInstantOf(published))]),
    x('atom:updated', instantOf(updated)),
    x('description', content),
  ]);
}

/** As RFC 822 writes it, with four digits for the year. */
function rssInstantOf(day: string): string {
  return new Date(instantOf(day)).toUTCString();
}
