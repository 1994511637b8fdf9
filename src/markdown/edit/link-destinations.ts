import type {Definition, Image, Link, Node, Root} from 'mdast';
import type {Processor} from 'unified';
import {remember} from '../../model/memo.ts';
import type {TextEdit} from '../../model/problem.ts';
import {markdownProcessor} from '../parse-markdown.ts';
import {visit} from '../visit.ts';
import {applyEdits} from './apply-edits.ts';

/** The destination of a link, picture or definition. */
interface Destination extends Omit<TextEdit, 'text'> {
  /** The decoded address. */
  url: string;
}

type Addressed = (Link | Image | Definition) & {data?: {destination?: Omit<TextEdit, 'text'>}};

/** The context of the parser's handlers: https://github.com/syntax-tree/mdast-util-from-markdown#extension */
interface Compiler {
  stack: readonly Node[];
  buffer(): void;
}
interface Token {
  start: {offset: number};
  end: {offset: number};
}

/** The parser of the toolkit, which also records the place of each destination. */
const parser = markdownProcessor().use(noteDestinations).freeze();

function noteDestinations(this: Processor): void {
  const data = this.data() as {fromMarkdownExtensions?: unknown[]};
  const enter = {resourceDestinationString: note, definitionDestinationString: note};
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), {enter}];
}

function note(this: Compiler, {start, end}: Token): void {
  const node = this.stack.at(-1) as Addressed;
  node.data = {...node.data, destination: {start: start.offset, end: end.offset}};
  // The default behaviour of the parser: it collects the characters of the address.
  this.buffer();
}

/** Replaces the destinations of links and pictures for which `change` returns a new address. */
export function editLinks(text: string, change: (url: string) => string | undefined): string {
  const edits = destinationsIn(text).flatMap(({url, start, end}): TextEdit[] => {
    const changed = change(url);
    return changed === undefined || changed === url ? [] : [{start, end, text: changed}];
  });
  return edits.length === 0 ? text : applyEdits(text, edits);
}

/** Every explicit destination in a text, in order. Text between backticks is not a link. */
function destinationsIn(text: string): Destination[] {
  return remember('link destinations', [text], () => findDestinations(text));
}

function findDestinations(text: string): Destination[] {
  const found: Destination[] = [];
  visit(parser.parse(text) as Root, ['link', 'image', 'definition'], (node: Node) => {
    const {url, data, position} = node as Addressed;
    if (data?.destination) found.push({url, ...data.destination});
    else if (node.type === 'link' && position && url !== '') found.push({url, ...bareAddress(text, position)});
  });
  return found;
}

/** A literal address in the text, with or without angle brackets. */
function bareAddress(text: string, {start, end}: NonNullable<Node['position']>): Omit<TextEdit, 'text'> {
  const [from = 0, to = 0] = [start.offset, end.offset];
  return text[from] === '<' ? {start: from + 1, end: to - 1} : {start: from, end: to};
}
