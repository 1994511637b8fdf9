import {createPlaceFinder} from '../markdown/place-finder.ts';
import type {Place} from '../model/problem.ts';
import type {Attributes, HtmlListener} from './read-html.ts';
import {readHtml} from './read-html.ts';

/** A link as written in a page. */
export interface Link {
  target: string;
  /** Where its tag starts in the built file. */
  place: Place;
}

/** The links of a page, and the anchors that others can link to. */
export interface PageLinks {
  anchors: Set<string>;
  links: Link[];
  /** Where the page redirects readers. */
  refresh?: string | undefined;
}

const ONE_TARGET = ['href', 'src', 'poster', 'action', 'formaction', 'cite', 'xlink:href'];

/** What other sites show with a link to the page: https://ogp.me/ */
const SHARED = new Set(['og:url', 'og:image', 'twitter:image']);

/** Reads every link and every anchor of one page of HTML. */
export function collectLinks(html: string): PageLinks {
  const {links, listener} = linkCollector(html);
  readHtml(html, [listener]);
  return links;
}

/** Collects the links of a page while something else reads it too: `links` is complete once the page is read. */
export function linkCollector(html: string): {links: PageLinks; listener: HtmlListener} {
  const page: PageLinks = {anchors: new Set(), links: []};
  const placeAt = createPlaceFinder(html);
  let data: string | undefined;
  const listener: HtmlListener = {
    onTag(name, attributes, offset) {
      if (attributes.id) page.anchors.add(attributes.id);
      if (name === 'a' && attributes.name) page.anchors.add(attributes.name);
      if (name === 'script' && attributes.type === 'application/ld+json') data = '';
      const targets = targetsOf(name, attributes);
      if (name === 'meta' && isRefresh(attributes)) page.refresh = targets[0];
      if (targets.length === 0) return;
      const place = placeAt(offset);
      page.links.push(...targets.map((target) => ({target, place})));
    },
    onText(text) {
      if (data !== undefined) data += text;
    },
    onEnd(offset) {
      if (data === undefined) return;
      const place = placeAt(offset);
      page.links.push(
        ...textsInJson(data)
          .filter(isJsonAddress)
          .map(({text}) => ({target: text, place})),
      );
      data = undefined;
    },
  };
  return {links: page, listener};
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

/** A text somewhere in JSON, and its key. */
interface JsonText {
  key: string;
  text: string;
}

/** Every text among the values of JSON; none where the JSON is invalid. */
export function textsInJson(json: string): JsonText[] {
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
export function isJsonAddress({key, text}: JsonText): boolean {
  return /^https?:\/\/[^\s{}]+$/.test(text) && !NAMES.has(key);
}
