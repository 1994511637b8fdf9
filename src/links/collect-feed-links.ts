import {Parser} from 'htmlparser2';
import {createPlaceFinder} from '../markdown/place-finder.ts';
import type {Link} from './collect-links.ts';
import {collectLinks, isJsonAddress, textsInJson} from './collect-links.ts';

/** Elements of Atom, RSS and site maps whose text is an address; the id of an entry of Atom only names it. */
const ADDRESSES = new Set(['link', 'loc', 'image:loc', 'icon', 'logo', 'guid', 'comments', 'url', 'uri', 'docs']);

/** Elements that contain HTML as text. */
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
