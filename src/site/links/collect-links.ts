import {Parser} from 'htmlparser2';
import type {SitePage, SitePlaces} from '../../content/addresses/check-destination.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import type {Place} from '../../content/problem.ts';

export interface Link {
  target: string;
  /** Where the first tag with this target starts in the built file. */
  place: Place;
}

/** The links of a page, the anchors that others can link to, and what its head says to search engines. */
export interface PageLinks {
  anchors: Set<string>;
  links: Link[];
  /** Where the page redirects readers. */
  refresh?: string | undefined;
  /** The value of `<meta name="robots">`. */
  robots?: string | undefined;
  canonical?: string | undefined;
}

/** A built page, or a feed, with its links. */
export interface LinkedPage extends SitePage, Omit<PageLinks, 'anchors'> {}

/** A built site with the links of its pages. */
export interface LinkedSite extends SitePlaces {
  pages: readonly LinkedPage[];
}

const ONE_TARGET = ['href', 'src', 'poster', 'action', 'formaction', 'cite', 'xlink:href'];

/** What other sites show with a link to the page: https://ogp.me/ */
const SHARED = new Set(['og:url', 'og:image', 'twitter:image']);

/** Reads one page of HTML once: building a tree would take ten times as long. */
export function collectLinks(html: string): PageLinks {
  const page: PageLinks = {anchors: new Set(), links: []};
  const seen = new Set<string>();
  const placeAt = createPlaceFinder(html);
  const add = (targets: readonly string[]) => {
    for (const target of targets) {
      if (!seen.has(target)) page.links.push({target, place: placeAt(parser.startIndex)});
      seen.add(target);
    }
  };
  let data: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const {id, name: key, type, rel, href, content} = attributes;
      if (id) page.anchors.add(id);
      if (name === 'a' && key) page.anchors.add(key);
      if (name === 'script' && type === 'application/ld+json') data = '';
      if (name === 'meta' && key === 'robots') page.robots = content;
      if (name === 'link' && rel === 'canonical') page.canonical = href;
      const targets = targetsOf(name, attributes);
      if (name === 'meta' && isRefresh(attributes)) page.refresh = targets[0];
      add(targets);
    },
    ontext(text) {
      if (data !== undefined) data += text;
    },
    onclosetag() {
      if (data === undefined) return;
      add(textsInJson(data).flatMap((entry) => (isJsonAddress(entry) ? [entry.text] : [])));
      data = undefined;
    },
  });
  parser.end(html);
  return page;
}

function targetsOf(name: string, attributes: Attributes): string[] {
  if (name === 'meta') return metaTargets(attributes);
  const targets = ONE_TARGET.flatMap((key) => attributes[key] ?? []);
  if (name === 'object' && attributes.data) targets.push(attributes.data);
  const sets = [attributes.srcset, attributes.imagesrcset].flatMap((set) => (set ? readSrcset(set) : []));
  return [...targets, ...sets].filter((target) => target.trim() !== '');
}

function metaTargets(attributes: Attributes): string[] {
  const {content = '', property = attributes.name ?? ''} = attributes;
  const [, url] =
    (isRefresh(attributes) && /^\s*[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*['"]?(.*?)['"]?\s*$/i.exec(content)) || [];
  return url || SHARED.has(property) ? [url || content] : [];
}

function isRefresh(attributes: Attributes): boolean {
  return attributes['http-equiv']?.toLowerCase() === 'refresh';
}

/** The addresses in `small.png 1x, large.png 2x`; an address may contain commas, but not end with one. */
function readSrcset(srcset: string): string[] {
  return [...srcset.matchAll(/(\S*[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)/g)].flatMap((match) => match[1] ?? []);
}

interface JsonText {
  key: string;
  text: string;
}

/** Every text among the values of JSON; none where the JSON is invalid. */
function textsInJson(json: string): JsonText[] {
  const found: JsonText[] = [];
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string') found.push({key, text: value});
    else if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (typeof value === 'object' && value) for (const [name, item] of Object.entries(value)) walk(item, name);
  };
  try {
    walk(JSON.parse(json));
  } catch {
    return [];
  }
  return found;
}

/** Keys whose value is only a name that need not exist as an address. */
const NAMES = new Set(['id', '@id', '$id', '@context', '$schema', '$ref']);

/** Whether a text in JSON is a whole address; one with `{` is a template. */
function isJsonAddress({key, text}: JsonText): boolean {
  return /^https?:\/\/[^\s{}]+$/.test(text) && !NAMES.has(key);
}

type Attributes = Readonly<Record<string, string>>;

/** Elements of Atom, RSS and site maps whose text is an address; the id of an entry of Atom only names it. */
const ADDRESSES = new Set(['link', 'loc', 'image:loc', 'icon', 'logo', 'guid', 'comments', 'url', 'uri', 'docs']);

const HTML = new Set(['content', 'summary', 'description', 'content:encoded']);

/** Reads every link of a feed or a site map in XML, including those in the text of its entries. */
export function collectFeedLinks(xml: string): Link[] {
  const links: Link[] = [];
  const placeAt = createPlaceFinder(xml);
  let open: {name: string; text: string; offset: number} | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open = isNoAddress(name, attributes) ? undefined : {name, text: '', offset: parser.startIndex};
        for (const key of ['href', 'src', 'url']) {
          const target = attributes[key];
          if (target) links.push({target, place: placeAt(parser.startIndex)});
        }
      },
      ontext(text) {
        if (open) open.text += text;
      },
      onclosetag() {
        if (!open) return;
        const place = placeAt(open.offset);
        links.push(...targetsIn(open.name, open.text.trim()).map((target) => ({target, place})));
        open = undefined;
      },
    },
    {xmlMode: true},
  );
  parser.end(xml);
  return links;
}

function isNoAddress(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'guid' && attributes.isPermaLink === 'false';
}

function targetsIn(name: string, text: string): string[] {
  if (text === '') return [];
  if (ADDRESSES.has(name)) return [text];
  return HTML.has(name) && text.includes('<') ? collectLinks(text).links.map(({target}) => target) : [];
}

/** Reads every link of a JSON file: a feed, or data that programs read. */
export function collectJsonLinks(json: string): Link[] {
  const placeAt = createPlaceFinder(json);
  let from = 0;
  return textsInJson(json).flatMap((entry) => {
    const own = isJsonAddress(entry) ? [entry.text] : [];
    const targets = entry.key === 'content_html' ? targetsIn('content', entry.text) : own;
    if (targets.length === 0) return [];
    from = Math.max(from, json.indexOf(JSON.stringify(entry.text), from));
    const place = placeAt(from);
    return targets.map((target) => ({target, place}));
  });
}
