import type {Definition, Image, Link, Node} from 'mdast';
import {remember} from '../../memo.ts';
import type {TextEdit} from '../../problem.ts';
import {parseText} from '../parse-markdown.ts';
import {visit} from '../visit.ts';
import {applyEdits} from './apply-edits.ts';

interface Destination extends Omit<TextEdit, 'text'> {
  url: string;
  isImage: boolean;
}

type Addressed = (Link | Image | Definition) & {data?: {destination?: Omit<TextEdit, 'text'>}};

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
  visit(parseText(text), ['link', 'image', 'definition'], (node: Node) => {
    const {url, data, position} = node as Addressed;
    const isImage = node.type === 'image';
    if (data?.destination) destinations.push({url, isImage, ...data.destination});
    else if (node.type === 'link' && position && url !== '')
      destinations.push({url, isImage, ...bareAddress(text, position)});
  });
  return destinations;
}

/** A literal address in the text, with or without angle brackets. */
function bareAddress(text: string, {start, end}: NonNullable<Node['position']>): Omit<TextEdit, 'text'> {
  const [from = 0, to = 0] = [start.offset, end.offset];
  return text[from] === '<' ? {start: from + 1, end: to - 1} : {start: from, end: to};
}
