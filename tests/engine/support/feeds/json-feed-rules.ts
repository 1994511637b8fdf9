/** JSON, of which nothing is known yet. */
type Json = Record<string, unknown>;

/** A rule of JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
export interface JsonFeedRule {
  says: string;
  isBroken(feed: Json): boolean;
  /** What turns `SOUND_JSON_FEED` into a feed that breaks it. */
  breaks(feed: Json & {items: Json[]}): void;
}

/** A feed that breaks no rule. */
export const SOUND_JSON_FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Floods',
  home_page_url: 'https://flood.example/',
  feed_url: 'https://flood.example/feed.json',
  authors: [{name: 'Flood wardens'}],
  language: 'en-GB',
  items: [
    {
      id: 'https://flood.example/one',
      url: 'https://flood.example/one/',
      content_html: '<p>One.</p>',
      date_published: '2026-11-24T00:00:00Z',
      date_modified: '2026-11-24T00:00:00Z',
    },
  ],
};

const FEED_KEYS: readonly string[] = [
  'version',
  'title',
  'home_page_url',
  'feed_url',
  'description',
  'user_comment',
  'next_url',
  'icon',
  'favicon',
  'authors',
  'language',
  'expired',
  'hubs',
  'items',
];

const ITEM_KEYS: readonly string[] = [
  'id',
  'url',
  'external_url',
  'title',
  'content_html',
  'content_text',
  'summary',
  'image',
  'banner_image',
  'date_published',
  'date_modified',
  'authors',
  'tags',
  'language',
  'attachments',
];

const DATE_RE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const isUrl = (value: unknown) => typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value);
const itemsOf = ({items}: Json) => (Array.isArray(items) ? (items as Json[]) : []);

/** What JSON Feed 1.1 asks of a feed. */
export const JSON_FEED_RULES: readonly JsonFeedRule[] = [
  {
    says: 'version is the address of version 1.1',
    isBroken: ({version}) => version !== 'https://jsonfeed.org/version/1.1',
    breaks: (feed) => Object.assign(feed, {version: 'https://jsonfeed.org/version/1'}),
  },
  {
    says: 'title is a text',
    isBroken: ({title}) => typeof title !== 'string' || title === '',
    breaks: (feed) => delete feed.title,
  },
  {
    says: 'home_page_url and feed_url are full addresses, and are there',
    isBroken: (feed) => !isUrl(feed.home_page_url) || !isUrl(feed.feed_url),
    breaks: (feed) => Object.assign(feed, {feed_url: '/feed.json'}),
  },
  {
    says: 'authors is a list in which each has a name, an address or a picture; author is of version 1.0',
    isBroken: ({author, authors, items}) =>
      author !== undefined ||
      [authors, ...itemsOf({items}).map((item) => item.authors)]
        .filter((list) => list !== undefined)
        .some((list) => !Array.isArray(list) || list.some(({name, url, avatar}) => !(name ?? url ?? avatar))),
    breaks: (feed) => Object.assign(feed, {author: {name: 'Flood wardens'}}),
  },
  {
    says: 'language is a tag of RFC 5646',
    isBroken: ({language}) => !/^[a-z]{2,3}(-[a-z\d]+)*$/i.test(String(language)),
    breaks: (feed) => Object.assign(feed, {language: 'British English'}),
  },
  {
    says: 'items is a list',
    isBroken: ({items}) => !Array.isArray(items),
    breaks: (feed) => delete (feed as Json).items,
  },
  {
    says: 'no key is unknown, but for those that begin with an underscore',
    isBroken: (feed) =>
      Object.keys(feed).some((key) => !key.startsWith('_') && !FEED_KEYS.includes(key)) ||
      itemsOf(feed).some((item) => Object.keys(item).some((key) => !key.startsWith('_') && !ITEM_KEYS.includes(key))),
    breaks: ({items}) => items.map((item) => Object.assign(item, {updated: '2026-11-24'})),
  },
  {
    says: 'an item has an id that is a text, and that no other has',
    isBroken: (feed) => {
      const ids = itemsOf(feed).map(({id}) => id);
      return ids.some((id) => typeof id !== 'string' || id === '') || new Set(ids).size !== ids.length;
    },
    breaks: ({items}) => items.push(...items),
  },
  {
    says: 'the address of an item is a full one',
    isBroken: (feed) => itemsOf(feed).some(({url}) => url !== undefined && !isUrl(url)),
    breaks: ({items}) => items.map((item) => Object.assign(item, {url: '/one/'})),
  },
  {
    says: 'an item has content in HTML or in text',
    isBroken: (feed) => itemsOf(feed).some((item) => typeof (item.content_html ?? item.content_text) !== 'string'),
    breaks: ({items}) => items.map((item) => delete item.content_html),
  },
  {
    says: 'a date is an instant of RFC 3339',
    isBroken: (feed) =>
      itemsOf(feed)
        .flatMap((item) => [item.date_published, item.date_modified])
        .some((date) => date !== undefined && !DATE_RE.test(String(date))),
    breaks: ({items}) => items.map((item) => Object.assign(item, {date_published: '24 November 2026'})),
  },
];
