import type {Element} from 'xast';
import {toXml} from 'xast-util-to-xml';
import {absoluteUrl, type SiteAddress} from '../../content/addresses/addresses.ts';
import {updateDifferenceAddress} from '../../content/addresses/difference-addresses.ts';
import type {FeedAddresses} from '../../content/addresses/feed-addresses.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {type BuiltSite, type ServedFile, servedFiles} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import type {Feed, FeedEntry} from './feed.ts';
import {feedsOf} from './feeds-of.ts';

const RENDERERS: Readonly<Record<keyof FeedAddresses, (feed: Feed, selfUrl: string) => string>> = {
  atom: renderAtom,
  json: renderJsonFeed,
  ics: renderCalendar,
};

/**
 * Every feed of a toolkit in all its formats; `differences` are the addresses of pages that show what updates changed.
 */
export function renderFeeds(toolkit: Toolkit, site: SiteAddress, differences?: ReadonlySet<string>): ServedFile[] {
  return feedsOf(toolkit, site, differences).flatMap((feed) =>
    Object.entries(feed.addresses).flatMap(([format, address]) => {
      const text = RENDERERS[format as keyof FeedAddresses](feed, absoluteUrl(site, address));
      // At a former address of its page a feed is the same, and gives the current address.
      return (format === 'atom' ? [address, ...feed.formerly] : [address]).map((place) => ({address: place, text}));
    }),
  );
}

const ATOM = 'http://www.w3.org/2005/Atom';

/** A feed as defined in RFC 4287; `selfUrl` is its full address. */
function renderAtom(feed: Feed, selfUrl: string): string {
  const {id, title, description, url, updated, publication, entries} = feed;
  return renderXml(
    x('feed', {xmlns: ATOM, 'xml:lang': publication.language}, [
      x('id', id),
      x('title', title),
      x('subtitle', description),
      x('updated', instantOf(updated)),
      x('author', [x('name', publication.name), x('uri', publication.url)]),
      ...(publication.rights === undefined ? [] : [x('rights', publication.rights)]),
      x('link', {rel: 'self', type: 'application/atom+xml', href: selfUrl}),
      x('link', {rel: 'alternate', type: 'text/html', href: url}),
      ...entries.map(atomEntry),
    ]),
  );
}

function atomEntry({id, title, url, published, updated, content}: FeedEntry): Element {
  return x('entry', [
    x('id', id),
    x('title', title),
    ...(published === undefined ? [] : [x('published', instantOf(published))]),
    x('updated', instantOf(updated)),
    x('link', {rel: 'alternate', type: 'text/html', href: url}),
    x('content', {type: 'html'}, content),
  ]);
}

/** A feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); `selfUrl` is its full address. */
function renderJsonFeed({title, description, url, publication, entries}: Feed, selfUrl: string): string {
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

/**
 * A calendar as defined in RFC 5545, with a whole day for each update and for each review that is due. A program that
 * subscribes to it asks for it again, and knows each event by its UID.
 */
function renderCalendar({title, updated, publication, entries, reviews = []}: Feed): string {
  const dateOf = (day: string) => day.replaceAll('-', '');
  const lines = [...entries, ...reviews].flatMap((entry) => [
    'BEGIN:VEVENT',
    `UID:${textValue(entry.id)}`,
    `DTSTAMP:${dateOf(updated)}T000000Z`,
    `DTSTART;VALUE=DATE:${dateOf(entry.updated)}`,
    `SUMMARY:${textValue(entry.title)}`,
    ...('notes' in entry && entry.notes ? [`DESCRIPTION:${entry.notes.map(textValue).join('\\n\\n')}`] : []),
    `URL:${entry.url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${textValue(publication.url)}`,
    `X-WR-CALNAME:${textValue(title)}`,
  ];
  return [...head, ...lines, 'END:VCALENDAR'].map((line) => `${foldLine(line)}\r\n`).join('');
}

function textValue(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\s+/g, ' ');
}

/** The most bytes of a line, and of the part of one that continues after a space. */
const LINE_BYTES = 75;

function foldLine(line: string): string {
  let bytes = 0;
  return [...line.toWellFormed()]
    .map((character) => {
      bytes += Buffer.byteLength(character);
      if (bytes <= LINE_BYTES) return character;
      bytes = 1 + Buffer.byteLength(character);
      return `\r\n ${character}`;
    })
    .join('');
}

/** Characters that XML 1.0 forbids (2.2) and the serialiser lets through, after lone surrogates are replaced. */
const FORBIDDEN_RE = /[\uFFFE\uFFFF]/g;

/** An element of XML; in any order its attributes, elements and text. */
function x(name: string, ...parts: (string | Element[] | Element['attributes'])[]): Element {
  const element: Element = {type: 'element', name, attributes: {}, children: []};
  for (const part of parts) {
    if (typeof part === 'string') element.children.push({type: 'text', value: part});
    else if (Array.isArray(part)) element.children.push(...part);
    else Object.assign(element.attributes, part);
  }
  return element;
}

/** An XML document, which is well-formed whatever its texts contain. */
function renderXml(root: Element): string {
  const xml = toXml(root, {closeEmptyElements: true, tightClose: true}).toWellFormed().replace(FORBIDDEN_RE, '');
  // XML forbids `]]>` in a text (2.4).
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml.replaceAll(']]>', ']]&gt;')}\n`;
}

/** The first instant of a day in RFC 3339 format: a later one could be in the future for a reader on that day. */
function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}

/** The feeds, next to the pages they are about. */
export async function siteFeeds(site: BuiltSite): Promise<SiteFile[]> {
  const {toolkit, differences} = site;
  const readable = new Set(differences.updates.map(({slug, pageId}) => updateDifferenceAddress(slug, pageId)));
  return servedFiles(renderFeeds(toolkit, site, readable));
}
