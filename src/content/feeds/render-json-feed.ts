import type {Feed} from './feed.ts';
import {instantOf} from './render-xml.ts';

/** A feed as JSON Feed 1.1 has it (https://www.jsonfeed.org/version/1.1/); `selfUrl` is its full address. */
export function renderJsonFeed({title, description, url, publication, entries}: Feed, selfUrl: string): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: url,
    feed_url: selfUrl,
    description,
    authors: [{name: publication.name, url: publication.url}],
    language: publication.language,
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.content,
      ...(entry.published !== undefined && {date_published: instantOf(entry.published)}),
      date_modified: instantOf(entry.updated),
    })),
  };
  return `${JSON.stringify(feed, undefined, 2)}\n`;
}
