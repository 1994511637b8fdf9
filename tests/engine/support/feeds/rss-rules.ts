import type {XmlElement} from './read-xml.ts';

/** A rule of RSS 2.0, https://www.rssboard.org/rss-specification. */
export interface RssRule {
  /** The element it is about, as the specification lists them. */
  element: string;
  says: string;
  isBroken(rss: XmlElement): boolean;
  /** What turns `SOUND_RSS` into a feed that breaks it. */
  breaks: [piece: string | RegExp, by: string];
}

/** A feed that breaks no rule. */
export const SOUND_RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Floods</title>
<link>https://flood.example/</link>
<description>What changed.</description>
<language>en-GB</language>
<lastBuildDate>Tue, 24 Nov 2026 00:00:00 GMT</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="https://flood.example/feed.rss"/>
<item>
<title>One</title>
<link>https://flood.example/one/</link>
<guid isPermaLink="true">https://flood.example/one/</guid>
<pubDate>Tue, 24 Nov 2026 00:00:00 GMT</pubDate>
<description>&lt;p>One.&lt;/p></description>
</item>
<item><title>Two</title><guid isPermaLink="false">two</guid></item>
</channel></rss>
`;

const all = (parent: XmlElement | undefined, name: string) =>
  parent?.children.filter((child) => child.name === name && child.uri === '') ?? [];
const text = (parent: XmlElement | undefined, name: string) => all(parent, name)[0]?.text.trim() ?? '';
const channelOf = (rss: XmlElement) => all(rss, 'channel')[0];
const itemsOf = (rss: XmlElement) => all(channelOf(rss), 'item');

const URL_RE = /^https?:\/\/\S+$/;

/** RFC 822, with four digits for the year as the specification prefers. */
const DATE_RE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;

const KNOWN_IN_ITEM = [
  'title',
  'link',
  'description',
  'author',
  'category',
  'comments',
  'enclosure',
  'guid',
  'pubDate',
  'source',
];

/** What RSS 2.0 asks of a feed, and what its makers' best practices ask of one that programs follow. */
export const RSS_RULES: readonly RssRule[] = [
  {
    element: 'rss',
    says: 'the root is `rss` of version 2.0, in no namespace',
    isBroken: ({uri, name, attributes}) => uri !== '' || name !== 'rss' || attributes.version !== '2.0',
    breaks: ['version="2.0"', 'version="3.0"'],
  },
  {
    element: 'channel',
    says: 'there is exactly one channel',
    isBroken: (rss) => all(rss, 'channel').length !== 1,
    breaks: [/<channel>[\s\S]*<\/channel>/, '$&$&'],
  },
  {
    element: 'channel',
    says: 'a channel has one title, one link and one description',
    isBroken: (rss) =>
      ['title', 'link', 'description'].some((name) => all(channelOf(rss), name).length !== 1) ||
      text(channelOf(rss), 'title') === '',
    breaks: ['<description>What changed.</description>', ''],
  },
  {
    element: 'link',
    says: 'a link is a full address',
    isBroken: (rss) =>
      [channelOf(rss), ...itemsOf(rss)]
        .flatMap((parent) => all(parent, 'link'))
        .some((link) => !URL_RE.test(link.text)),
    breaks: ['<link>https://flood.example/one/</link>', '<link>/one/</link>'],
  },
  {
    element: 'language',
    says: 'a language is a tag',
    isBroken: (rss) => !/^[a-z]{2,3}(-[a-z\d]+)*$/i.test(text(channelOf(rss), 'language')),
    breaks: ['<language>en-GB</language>', '<language>British English</language>'],
  },
  {
    element: 'pubDate',
    says: 'a date is one of RFC 822',
    isBroken: (rss) =>
      [...all(channelOf(rss), 'lastBuildDate'), ...itemsOf(rss).flatMap((item) => all(item, 'pubDate'))].some(
        (date) => !DATE_RE.test(date.text) || new Date(date.text).toUTCString() !== date.text,
      ),
    breaks: ['<pubDate>Tue, 24 Nov 2026', '<pubDate>Wed, 24 Nov 2026'],
  },
  {
    element: 'item',
    says: 'an item has a title or a description',
    isBroken: (rss) => itemsOf(rss).some((item) => text(item, 'title') === '' && text(item, 'description') === ''),
    breaks: ['<title>Two</title>', ''],
  },
  {
    element: 'item',
    says: 'an item has each element once, and none of RSS that the specification does not know',
    isBroken: (rss) =>
      itemsOf(rss).some(({children}) => {
        const own = children.filter(({uri}) => uri === '').map(({name}) => name);
        return new Set(own).size !== own.length || own.some((name) => !KNOWN_IN_ITEM.includes(name));
      }),
    breaks: ['<title>Two</title>', '<title>Two</title><updated>2026-11-24</updated>'],
  },
  {
    element: 'guid',
    says: 'an item has a guid that no other has',
    isBroken: (rss) => {
      const guids = itemsOf(rss).map((item) => text(item, 'guid'));
      return guids.includes('') || new Set(guids).size !== guids.length;
    },
    breaks: ['>two</guid>', '>https://flood.example/one/</guid>'],
  },
  {
    element: 'guid',
    says: 'a guid that is no full address says so',
    isBroken: (rss) =>
      itemsOf(rss)
        .flatMap((item) => all(item, 'guid'))
        .some((guid) => guid.attributes.isPermaLink !== 'false' && !URL_RE.test(guid.text)),
    breaks: [' isPermaLink="false"', ''],
  },
  {
    element: 'atom:link',
    says: 'a channel names its own address',
    isBroken: (rss) =>
      channelOf(rss)?.children.filter(
        ({uri, name, attributes}) =>
          uri === 'http://www.w3.org/2005/Atom' &&
          name === 'link' &&
          attributes.rel === 'self' &&
          URL_RE.test(attributes.href ?? ''),
      ).length !== 1,
    breaks: [/<atom:link.*/, ''],
  },
];
