import type {Definition, Image, Link, Node} from 'mdast';
import {remember} from '../../memo.ts';
import type {TextEdit} from '../../problem.ts';
import {parseMarkdown} from '../parse-markdown.ts';
import {visit} from '../visit.ts';
import {applyEdits} from './apply-edits.ts';

interface Destination extends Omit<TextEdit, 'text'> {
  url: string;
  isImage: boolean;
}

type Addressed = Link | Image | Definition;

export function editLinks(text: string, change: (url: string) => string | undefined): string {
  const edits = linkEdits(text, change);
  return edits.length === 0 ? text : applyEdits(text, edits);
}

/** The edits that replace destinations for which `change` returns a new address. */
export function linkEdits(text: string, change: (url: string) => string | undefined): TextEdit[] {
  return destinationsIn(text).flatMap(({url, start, end}): TextEdit[] => {
    const changed = change(url);
    return changed === undefined || changed === url ? [] : [{start, end, text: changed}];
  });
}

/** Every explicit destination in a text, in order. Text between backticks is not a link. */
export function destinationsIn(text: string): Destination[] {
  return remember('link destinations', [text], () => findDestinations(text));
}

function findDestinations(text: string): Destination[] {
  const destinations: Destination[] = [];
  visit(parseMarkdown(text), ['link', 'image', 'definition'], (node: Node) => {
    const {url, type} = node as Addressed;
    const place = placeOf(node as Addressed, text);
    if (place && url !== '') destinations.push({url, isImage: type === 'image', ...place});
  });
  return destinations;
}

function placeOf(node: Addressed, text: string): Omit<TextEdit, 'text'> | undefined {
  const [from, to] = [node.position?.start.offset, node.position?.end.offset];
  if (from === undefined || to === undefined) return undefined;
  if (text[from] === '<') return {start: from + 1, end: to - 1};
  // An address in the text that is a link as it stands.
  if (!/[![]/.test(text.charAt(from))) return {start: from, end: to};
  const label = ('children' in node && node.children.at(-1)?.position?.end.offset) || from;
  const found = DESTINATION_RE[node.type].exec(text.slice(label, to));
  const [start = 0, end = 0] = found?.indices?.groups?.angled ?? found?.indices?.groups?.plain ?? [];
  return end === 0 ? undefined : {start: label + start, end: label + end};
}

/** White space with at most one line break, after which a line of a quotation has its marks. */
const GAP = String.raw`[ \t]*(?:\r?\n[\s>]*)?`;
const TITLE = String.raw`(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^)\\])*\))`;
const ANGLED = String.raw`<(?<angled>(?:\\.|[^<>\\\n])*)>`;

/** From the end of the text of a link. A picture can have other pictures in its text, which end with `](` too. */
const DESTINATION_RE: Readonly<Record<Addressed['type'], RegExp>> = {
  link: new RegExp(String.raw`^\[?\s*\]\(${GAP}(?:${ANGLED}|(?<plain>\S*?))(?:(?=\s)${GAP}${TITLE})?${GAP}\)$`, 'sd'),
  image: new RegExp(
    String.raw`\]\(${GAP}(?:${ANGLED}|(?<plain>(?:(?!\]\()\S)*?))(?:(?=\s)${GAP}${TITLE})?${GAP}\)$`,
    'sd',
  ),
  definition: new RegExp(String.raw`^\[(?:\\.|[^[\]\\])*\]:${GAP}(?:${ANGLED}|(?<plain>\S+))`, 'sd'),
};
