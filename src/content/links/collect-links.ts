import {Parser} from 'htmlparser2';
import type {Place} from '../problem.ts';

/** A link as a page writes it. */
export interface Link {
  target: string;
  /** Where its tag begins in the built file. */
  place: Place;
}

/** What a page leads to, and what others can lead to in it. */
export interface PageLinks {
  anchors: Set<string>;
  links: Link[];
}

const ONE_TARGET = ['href', 'src', 'poster', 'action', 'xlink:href'];

/** Reads every link and every anchor of one page of HTML. */
export function collectLinks(html: string): PageLinks {
  const anchors = new Set<string>();
  const links: Link[] = [];
  const placeAt = createPlaceFinder(html);
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes.id) anchors.add(attributes.id);
      if (name === 'a' && attributes.name) anchors.add(attributes.name);
      const targets = targetsOf(attributes);
      if (targets.length === 0) return;
      const place = placeAt(parser.startIndex);
      links.push(...targets.map((target) => ({target, place})));
    },
  });
  parser.end(html);
  return {anchors, links};
}

function targetsOf(attributes: Readonly<Record<string, string>>): string[] {
  const targets = ONE_TARGET.flatMap((name) => attributes[name] ?? []);
  return [...targets, ...readSrcset(attributes.srcset ?? '')].filter((target) => target.trim() !== '');
}

/** The addresses of `small.png 1x, large.png 2x`; an address may itself hold commas, but not end with one. */
function readSrcset(srcset: string): string[] {
  return [...srcset.matchAll(/(\S*[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)/g)].flatMap((match) => match[1] ?? []);
}

/** Turns ever larger offsets into places, looking at each line once. */
function createPlaceFinder(text: string): (offset: number) => Place {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return {line, column: offset - lineStart + 1};
  };
}
