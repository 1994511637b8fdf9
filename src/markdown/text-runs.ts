import type {Nodes, Parents} from 'mdast';
import {once, oncePer} from '../model/memo.ts';
import type {Finding, Place, TextEdit} from '../model/problem.ts';
import type {KeyPath, SourceDocument} from '../model/source-document.ts';
import type {ParsedPage} from './parsed-page.ts';
import {createPlaceFinder} from './place-finder.ts';

/** Words as readers see them, without their marks, and where each letter of them stands in the file. */
export interface TextRun {
  text: string;
  /** One offset for each UTF-16 unit of `text`; -1 where it is not known. */
  offsets: readonly number[];
  /** Where the whole of it stands, where its letters cannot be placed. */
  place?: Place | undefined;
}

/** Stands for a letter that a rule must not read, such as one of code. */
const HIDDEN = '\uFFFC';

/** The words with every match hidden; lengths stay, so that offsets still hold. */
function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => HIDDEN.repeat(match.length));
}

/** What stands between quotation marks, which is not the author's to change. */
export const QUOTED_RE =
  /"[^"\n]+"|“[^”\n]+”|(?<![\p{L}\p{N}])‘[^\n]+?’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'(?=\S)[^\n]{1,200}?(?<=\S)'(?![\p{L}\p{N}])/gu;

/** The words with every quotation hidden; few hold a sign that could begin one. */
export function hideQuoted(text: string): string {
  return /["“‘']/.test(text) ? hide(text, QUOTED_RE) : text;
}

/** Where some letters of a run stand in the file, for a finding. */
export function placesOf(source: string, run: TextRun, start: number, length: number): Pick<Finding, 'place' | 'end'> {
  const first = run.offsets[start];
  const last = run.offsets[start + length - 1];
  if (first === undefined || last === undefined || first < 0 || last < 0) return {place: run.place};
  const placeAt = createPlaceFinder(source);
  return {place: placeAt(first), end: placeAt(last + 1)};
}

/** The change that puts other words in place of some; none where marks stand between their letters. */
export function editOf(
  source: string,
  run: TextRun,
  start: number,
  length: number,
  text: string,
): TextEdit | undefined {
  const first = run.offsets[start];
  const found = run.text.slice(start, start + length);
  if (first === undefined || first < 0 || source.slice(first, first + length) !== found) return undefined;
  return {start: first, end: first + length, text};
}

/** The words of one paragraph, heading or cell. */
export interface BlockRun extends TextRun {
  block: 'paragraph' | 'heading' | 'tableCell';
}

/** What stands apart from the words after it. */
const BLOCKS: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'tableCell']);

/** An address shown as it is; its digits are no figures. One of e-mail is looked for where words begin, and so once in each. */
const ADDRESS_RE = /\bhttps?:\/\/\S+|\bwww\.\S+|(?<!\S)\S[^\s@]*@\S+\.\w+/g;

/** What any address holds; the other pattern tries each letter of a text anew. */
const HOLDS_ADDRESS_RE = /:\/\/|www\.|@/;

/** The words of each block of a page but quotations. */
export const blockRuns = oncePer((page: ParsedPage) => runsOf(page, []));

/** The same without titles and names: what stands in links and in emphasis is hidden. */
export const ownBlockRuns = oncePer((page: ParsedPage) => runsOf(page, ['link', 'linkReference', 'emphasis']));

function runsOf(page: ParsedPage, without: readonly Nodes['type'][]): BlockRun[] {
  const runs: BlockRun[] = [];
  walk(page.tree);
  return runs;

  function walk(node: Nodes): void {
    if (node.type === 'blockquote') return;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      runs.push(Object.assign(runOf(node, page.document.text, without), {block: node.type}));
    } else if ('children' in node) {
      for (const child of node.children) walk(child);
    }
  }
}

/** The words inside a node; where their letters stand is worked out when somebody asks, which few pages need. */
export function runOf(node: Parents, source: string, without: readonly Nodes['type'][] = []): TextRun {
  const {text} = read(node, source, without, false);
  const offsets = once(() => read(node, source, without, true).offsets);
  return {
    text: HOLDS_ADDRESS_RE.test(text) ? hide(text, ADDRESS_RE) : text,
    get offsets() {
      return offsets();
    },
  };
}

function read(node: Parents, source: string, without: readonly Nodes['type'][], isPlaced: boolean) {
  const letters: string[] = [];
  const offsets: number[] = [];
  // Words that the parser makes a link of carry no position: they follow what came before.
  let cursor = node.position?.start.offset ?? 0;
  add(node, false);
  return {text: letters.join(''), offsets};

  function add(child: Nodes, hidden: boolean): void {
    const start = child.position?.start.offset ?? cursor;
    const end = child.position?.end.offset ?? node.position?.end.offset ?? start;
    if (child.type === 'text') {
      letters.push(hidden ? HIDDEN.repeat(child.value.length) : child.value);
      if (isPlaced) for (const offset of align(child.value, source.slice(start, end))) offsets.push(start + offset);
      cursor = (offsets.at(-1) ?? start) + 1;
    } else if (child.type === 'inlineCode' || child.type === 'image') {
      letters.push(HIDDEN.repeat(end - start));
      for (let offset = start; isPlaced && offset < end; offset += 1) offsets.push(offset);
    } else if (child.type === 'textDirective') {
      // `8:30am` reads as a directive to the parser, and as a time to everybody else.
      for (let offset = start; offset < end; offset += 1) {
        letters.push(source.charAt(offset));
        offsets.push(offset);
      }
    } else if (child.type === 'break') {
      letters.push('\n');
      offsets.push(start);
    } else if ('children' in child) {
      for (const inner of child.children) add(inner, hidden || without.includes(child.type));
    }
    cursor = child.position?.end.offset ?? cursor;
    if (child !== node && BLOCKS.has(child.type)) {
      letters.push('\n');
      offsets.push(cursor - 1);
    }
  }
}

/** Where each letter of a text stands in its source, which may hold escapes, entities and indents beside. */
function align(value: string, source: string): number[] {
  // Most texts are written as they read.
  if (source.startsWith(value)) return Array.from({length: value.length}, (_, index) => index);
  let from = 0;
  return Array.from({length: value.length}, (_, index) => {
    const found = source.indexOf(value.charAt(index), from);
    const offset = found < 0 ? from : found;
    from = offset + 1;
    return offset;
  });
}

/** The words of front matter that readers see and that are the author's own; titles of sources are not. */
export const frontMatterRuns = oncePer((page: ParsedPage): TextRun[] => {
  const {frontMatter} = page.document;
  const outcomes = Array.isArray(frontMatter?.outcomes) ? frontMatter.outcomes : [];
  return [
    ...['title', 'description', 'cost'].flatMap((key) => runAt(page, [key], frontMatter?.[key])),
    ...outcomes.flatMap((outcome, index) =>
      ['figure', 'what'].flatMap((key) => runAt(page, ['outcomes', index, key], outcome?.[key])),
    ),
  ];
});

/** The run of one value; without offsets where YAML writes it otherwise than it reads. */
export function runAt({document}: ParsedPage, path: KeyPath, value: unknown): TextRun[] {
  if (typeof value !== 'string') return [];
  const stand = once(() => placeValue(document, path, value));
  return [
    {
      text: value,
      get offsets() {
        return stand().offsets;
      },
      get place() {
        return stand().place;
      },
    },
  ];
}

function placeValue({placeOf, text}: SourceDocument, path: KeyPath, value: string): Omit<TextRun, 'text'> {
  const place = placeOf(path, 'value');
  if (!place) return {offsets: []};
  const at = offsetAt(text, place);
  const isQuoted = /["']/.test(text.charAt(at));
  const start = isQuoted ? at + 1 : at;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  // Between brackets a comma, as in `10,000`, would begin another value.
  const isBracketed = !isQuoted && /[[{]/.test(line);
  if (isBracketed || !text.startsWith(value, start)) return {offsets: [], place};
  return {offsets: Array.from({length: value.length}, (_, index) => start + index)};
}

/** The offset of a place in a text; offsets count in UTF-16 units. */
export function offsetAt(text: string, {line, column}: Place): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, {length}) => sum + length + 1, 0) + column - 1;
}
