import type {XmlElement} from './read-xml.ts';

const ATOM = 'http://www.w3.org/2005/Atom';

/** A rule of RFC 4287. */
export interface AtomRule {
  section: string;
  says: string;
  isBroken(feed: XmlElement): boolean;
  /** What turns `SOUND_ATOM` into a feed that breaks it: a piece of it, and what takes its place. */
  breaks: [piece: string | RegExp, by: string];
}

/** A feed that breaks no rule, and holds something for each. */
export const SOUND_ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="${ATOM}" xml:lang="en-GB">
<id>https://flood.example/feed.atom</id>
<title>Floods</title>
<subtitle>What changed.</subtitle>
<updated>2026-11-24T00:00:00Z</updated>
<author><name>Flood wardens</name><uri>https://flood.example/</uri><email>flood@flood.example</email></author>
<rights>CC0</rights>
<generator>A program</generator>
<icon>/icon.png</icon>
<logo>/logo.png</logo>
<category term="floods"/>
<link rel="self" type="application/atom+xml" href="https://flood.example/feed.atom"/>
<link rel="alternate" type="text/html" hreflang="en-GB" href="https://flood.example/"/>
<entry>
<id>https://flood.example/one</id>
<title>One</title>
<published>2026-11-24T00:00:00Z</published>
<updated>2026-11-24T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://flood.example/one/"/>
<summary>First.</summary>
<rights>CC0</rights>
<content type="html">&lt;p>One.&lt;/p></content>
</entry>
<entry>
<id>https://flood.example/two</id>
<title type="text">Two</title>
<updated>2026-11-23T00:00:00Z</updated>
<link href="https://flood.example/two/"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two.</p></div></content>
</entry>
</feed>
`;

const all = (parent: XmlElement, name: string) =>
  parent.children.filter((child) => child.name === name && child.uri === ATOM);
const entriesOf = (feed: XmlElement) => all(feed, 'entry');
const inAny = (feed: XmlElement, test: (parent: XmlElement) => boolean) => [feed, ...entriesOf(feed)].some(test);
const everywhere = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(everywhere)];
const named = (feed: XmlElement, ...names: string[]) =>
  everywhere(feed).filter(({uri, name}) => uri === ATOM && names.includes(name));
const links = (parent: XmlElement, rel: string) =>
  all(parent, 'link').filter(({attributes}) => (attributes.rel ?? 'alternate') === rel);

/** RFC 3339, with the letters that RFC 4287 asks to be capitals. */
const DATE_RE =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const MEDIA_TYPE_RE = /^[\w.+-]+\/[\w.+-]+/;
const TAG_RE = /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i;
const ABSOLUTE_RE = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i;
const REFERENCE_RE = /^[^\s<>"{}|\\^`]+$/;
const EMAIL_RE = /^[^\s@]+@[^\s@]+$/;

function exactlyOne(section: string, where: 'feed' | 'entry', name: string, piece: RegExp): AtomRule {
  return {
    section,
    says: `a ${where} has exactly one ${name}`,
    isBroken: (feed) => (where === 'feed' ? [feed] : entriesOf(feed)).some((parent) => all(parent, name).length !== 1),
    breaks: [piece, ''],
  };
}

function atMostOne(section: string, where: 'feed' | 'entry', name: string, piece: RegExp): AtomRule {
  return {
    section,
    says: `a ${where} has at most one ${name}`,
    isBroken: (feed) => (where === 'feed' ? [feed] : entriesOf(feed)).some((parent) => all(parent, name).length > 1),
    breaks: [piece, '$&$&'],
  };
}

/** What RFC 4287 asks of a feed document, MUST and SHOULD alike, as far as a reader of one document can see it. */
export const ATOM_RULES: readonly AtomRule[] = [
  {
    section: '2',
    says: 'the root is a feed in the namespace of Atom',
    isBroken: ({uri, name}) => uri !== ATOM || name !== 'feed',
    breaks: [ATOM, 'http://example.org/2005/Atom'],
  },
  {
    section: '2',
    says: 'a language is a tag of RFC 3066, and one is named for words that people read',
    isBroken: ({attributes}) => !TAG_RE.test(attributes['xml:lang'] ?? ''),
    breaks: ['xml:lang="en-GB"', 'xml:lang=""'],
  },
  {
    section: '3.1.1',
    says: 'a text is `text`, `html` or `xhtml`',
    isBroken: (feed) =>
      named(feed, 'title', 'subtitle', 'summary', 'rights').some(
        ({attributes}) => !['text', 'html', 'xhtml'].includes(attributes.type ?? 'text'),
      ),
    breaks: ['<title type="text">', '<title type="text/html">'],
  },
  {
    section: '3.1.1.1',
    says: 'a text that is `text` has no elements in it',
    isBroken: (feed) =>
      named(feed, 'title', 'subtitle', 'summary', 'rights').some(
        ({attributes, children}) => attributes.type !== 'xhtml' && children.length > 0,
      ),
    breaks: ['<title>One', '<title><b>One</b>'],
  },
  {
    section: '3.1.1.3',
    says: 'a text that is `xhtml` has one `div` of XHTML',
    isBroken: (feed) =>
      named(feed, 'title', 'subtitle', 'summary', 'rights', 'content')
        .filter(({attributes}) => attributes.type === 'xhtml')
        .some(
          ({children}) =>
            children.length !== 1 || children[0]?.name !== 'div' || children[0].uri !== 'http://www.w3.org/1999/xhtml',
        ),
    breaks: ['<div xmlns="http://www.w3.org/1999/xhtml"><p>Two.</p></div>', 'Two.'],
  },
  {
    section: '3.2.1',
    says: 'a person has exactly one name, which is not empty',
    isBroken: (feed) =>
      named(feed, 'author', 'contributor').some(
        (person) => all(person, 'name').length !== 1 || all(person, 'name')[0]?.text.trim() === '',
      ),
    breaks: ['<name>Flood wardens</name>', ''],
  },
  {
    section: '3.2.2',
    says: 'a person has at most one address on the web, and it is one',
    isBroken: (feed) =>
      named(feed, 'author', 'contributor').some(
        (person) => all(person, 'uri').length > 1 || all(person, 'uri').some(({text}) => !REFERENCE_RE.test(text)),
      ),
    breaks: ['<uri>https://flood.example/</uri>', '<uri>our home page</uri>'],
  },
  {
    section: '3.2.3',
    says: 'a person has at most one email address, and it is one',
    isBroken: (feed) =>
      named(feed, 'author', 'contributor').some(
        (person) => all(person, 'email').length > 1 || all(person, 'email').some(({text}) => !EMAIL_RE.test(text)),
      ),
    breaks: ['flood@flood.example', 'flood at flood.example'],
  },
  {
    section: '3.3',
    says: 'a date is an instant of RFC 3339 with a capital T and Z',
    isBroken: (feed) => named(feed, 'updated', 'published').some(({text}) => !DATE_RE.test(text)),
    breaks: ['2026-11-23T00:00:00Z', '2026-11-23'],
  },
  {
    section: '4.1.1',
    says: 'a feed has an author, or each of its entries has',
    isBroken: (feed) =>
      all(feed, 'author').length === 0 &&
      (entriesOf(feed).length === 0 || entriesOf(feed).some((entry) => all(entry, 'author').length === 0)),
    breaks: [/<author>.*<\/author>/, ''],
  },
  exactlyOne('4.1.1', 'feed', 'id', /<id>https:\/\/flood.example\/feed.atom<\/id>/),
  exactlyOne('4.1.1', 'feed', 'title', /<title>Floods<\/title>/),
  exactlyOne('4.1.1', 'feed', 'updated', /(?<=What changed\.<\/subtitle>\n)<updated>.*/),
  atMostOne('4.1.1', 'feed', 'generator', /<generator>.*/),
  atMostOne('4.1.1', 'feed', 'icon', /<icon>.*/),
  atMostOne('4.1.1', 'feed', 'logo', /<logo>.*/),
  atMostOne('4.1.1', 'feed', 'rights', /<rights>.*/),
  atMostOne('4.1.1', 'feed', 'subtitle', /<subtitle>.*/),
  {
    section: '4.1.1',
    says: 'no two links to the same in another form have the same type and language',
    isBroken: (feed) =>
      inAny(feed, (parent) => {
        const kinds = links(parent, 'alternate').map(({attributes}) => `${attributes.type} ${attributes.hreflang}`);
        return new Set(kinds).size !== kinds.length;
      }),
    breaks: [/<link rel="alternate" type="text\/html" hreflang.*/, '$&$&'],
  },
  {
    section: '4.1.1',
    says: 'a feed has one link to itself, the address by which it is best asked for',
    isBroken: (feed) => links(feed, 'self').length !== 1,
    breaks: [/<link rel="self".*/, ''],
  },
  {
    section: '4.1.1',
    says: 'no two entries have the same id with the same time of change',
    isBroken: (feed) => {
      const ids = entriesOf(feed).map((entry) => `${all(entry, 'id')[0]?.text} ${all(entry, 'updated')[0]?.text}`);
      return new Set(ids).size !== ids.length;
    },
    breaks: [/<entry>\n<id>https:\/\/flood.example\/one[\s\S]*?<\/entry>/, '$&$&'],
  },
  {
    section: '4.1.1.1',
    says: 'a title is not empty, and an entry has a summary or content that is not',
    isBroken: (feed) =>
      inAny(feed, (parent) => all(parent, 'title')[0]?.text.trim() === '') ||
      entriesOf(feed).some((entry) =>
        [...all(entry, 'content'), ...all(entry, 'summary')].every(
          ({text, children}) => text.trim() === '' && children.length === 0,
        ),
      ),
    breaks: ['<title>One</title>', '<title></title>'],
  },
  {
    section: '4.1.2',
    says: 'an entry without content has a link to the same in another form',
    isBroken: (feed) =>
      entriesOf(feed).some((entry) => all(entry, 'content').length === 0 && links(entry, 'alternate').length === 0),
    breaks: [/<link href="https:\/\/flood.example\/two\/"\/>\n<content.*/, ''],
  },
  exactlyOne('4.1.2', 'entry', 'id', /<id>https:\/\/flood.example\/one<\/id>/),
  exactlyOne('4.1.2', 'entry', 'title', /<title>One<\/title>/),
  exactlyOne('4.1.2', 'entry', 'updated', /<updated>2026-11-23.*/),
  atMostOne('4.1.2', 'entry', 'content', /<content type="html">.*/),
  atMostOne('4.1.2', 'entry', 'published', /<published>.*/),
  atMostOne('4.1.2', 'entry', 'summary', /<summary>.*/),
  atMostOne('4.1.2', 'entry', 'rights', /(?<=First.<\/summary>\n)<rights>.*/),
  {
    section: '4.1.3.1',
    says: 'content is `text`, `html`, `xhtml` or of a media type that is not composite',
    isBroken: (feed) =>
      named(feed, 'content').some(({attributes: {type = 'text'}}) =>
        type.includes('/') ? !MEDIA_TYPE_RE.test(type) || /^(multipart|message)\//i.test(type) : !isTextType(type),
      ),
    breaks: ['<content type="html">', '<content type="multipart/mixed">'],
  },
  {
    section: '4.1.3.2',
    says: 'content that lies elsewhere has an address, and nothing in it',
    isBroken: (feed) =>
      named(feed, 'content').some(
        ({attributes: {src}, text, children}) =>
          src !== undefined && (!REFERENCE_RE.test(src) || text.trim() !== '' || children.length > 0),
      ),
    breaks: ['<content type="html">', '<content type="html" src="https://flood.example/one/">'],
  },
  {
    section: '4.1.3.3',
    says: 'content that is `html` has its marks escaped, and no elements in it',
    isBroken: (feed) =>
      named(feed, 'content').some(
        ({attributes: {type = 'text'}, children}) => ['text', 'html'].includes(type) && children.length > 0,
      ),
    breaks: ['&lt;p>One.&lt;/p>', '<p>One.</p>'],
  },
  {
    section: '4.2.2.1',
    says: 'a category has a term',
    isBroken: (feed) => named(feed, 'category').some(({attributes}) => attributes.term === undefined),
    breaks: ['<category term="floods"/>', '<category label="floods"/>'],
  },
  {
    section: '4.2.6',
    says: 'an id is an absolute address',
    isBroken: (feed) => inAny(feed, (parent) => !ABSOLUTE_RE.test(all(parent, 'id')[0]?.text ?? '')),
    breaks: ['<id>https://flood.example/one</id>', '<id>one</id>'],
  },
  {
    section: '4.2.7.1',
    says: 'a link has an address',
    isBroken: (feed) => named(feed, 'link').some(({attributes}) => !REFERENCE_RE.test(attributes.href ?? '')),
    breaks: ['<link href="https://flood.example/two/"/>', '<link title="Two"/>'],
  },
  {
    section: '4.2.7.2',
    says: 'how a link relates is a name or an address, and not empty',
    isBroken: (feed) =>
      named(feed, 'link').some(
        ({attributes: {rel = 'alternate'}}) => !/^[a-z][a-z.-]*$/.test(rel) && !ABSOLUTE_RE.test(rel),
      ),
    breaks: ['rel="self"', 'rel=""'],
  },
  {
    section: '4.2.7.3',
    says: 'what a link leads to has a media type',
    isBroken: (feed) =>
      named(feed, 'link').some(({attributes: {type}}) => type !== undefined && !MEDIA_TYPE_RE.test(type)),
    breaks: ['type="application/atom+xml"', 'type="atom"'],
  },
  {
    section: '4.2.7.4',
    says: 'the language of what a link leads to is a tag of RFC 3066',
    isBroken: (feed) =>
      named(feed, 'link').some(({attributes: {hreflang}}) => hreflang !== undefined && !TAG_RE.test(hreflang)),
    breaks: ['hreflang="en-GB"', 'hreflang="English (British)"'],
  },
];

function isTextType(type: string): boolean {
  return ['text', 'html', 'xhtml'].includes(type);
}
