import type {Nodes, Parents} from 'mdast';
import {MAX_CHARACTERS} from '../../content/markdown/parse-limits.ts';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {once, oncePer} from '../../content/memo.ts';
import type {Finding, Place, TextEdit} from '../../content/problem.ts';
import type {KeyPath, SourceDocument} from '../../content/source-document.ts';

/** Text as readers see it, without Markdown syntax, with the offset of each letter in the file. */
export interface TextRun {
  text: string;
  /** The offset of each UTF-16 unit of `text`; -1 if it is not known. */
  offsets: readonly number[];
  /** The place of the whole run, if its letters have no offsets. */
  place?: Place | undefined;
}

/** Replaces a letter that rules must not read, such as a letter in code. */
const HIDDEN = '\uFFFC';

/** Hides every match in a text, and keeps its length, so that offsets stay valid. */
function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => HIDDEN.repeat(match.length));
}

/** Text between quotation marks, which the author must not change. */
export const QUOTED_RE =
  /"[^"\n]+"|“[^”\n]+”|(?<![\p{L}\p{N}])‘[^\n]{1,500}?’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'(?=\S)[^\n]{1,200}?(?<=\S)'(?![\p{L}\p{N}])/gu;

/** Hides every quotation in a text. Few texts have a character that could begin one. */
export function hideQuoted(text: string): string {
  return /["“‘']/.test(text) ? hide(text, QUOTED_RE) : text;
}

export function placesOf(source: string, run: TextRun, start: number, length: number): Pick<Finding, 'place' | 'end'> {
  const first = run.offsets[start];
  const last = run.offsets[start + length - 1];
  if (first === undefined || last === undefined || first < 0 || last < 0) return {place: run.place};
  const placeAt = createPlaceFinder(source);
  return {place: placeAt(first), end: placeAt(last + 1)};
}

/** The edit that replaces a part of a run; `undefined` if Markdown syntax is inside that part. */
export function editOf(
  source: string,
  run: TextRun,
  start: number,
  length: number,
  text: string,
): TextEdit | undefined {
  const first = run.offsets[start];
  const current = run.text.slice(start, start + length);
  if (first === undefined || first < 0 || source.slice(first, first + length) !== current) return undefined;
  return {start: first, end: first + length, text};
}

export interface BlockRun extends TextRun {
  block: 'paragraph' | 'heading' | 'tableCell';
}

/** Nodes that separate the text before and after them. */
const BLOCKS: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'tableCell']);

/** A visible address, whose digits are not figures. An email address is matched only at the start of a word, for speed. */
const ADDRESS_RE = /\bhttps?:\/\/\S+|\bwww\.\S+|(?<!\S)\S[^\s@]*@\S+\.\w+/g;

/** A quick test for addresses, because the other pattern is tried at every letter. */
const HOLDS_ADDRESS_RE = /:\/\/|www\.|@/;

/** The text of each block of a page, except for quotations. */
export const blockRuns = oncePer((page: ParsedPage) => runsOf(page, []));

/** The same without titles and names: text in links and emphasis is hidden. */
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

/** The text inside a node. Offsets are computed on first use, because few pages need them. */
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
  // A bare address that the parser turned into a link has no position, so it follows the previous text.
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
      // The parser takes the end of `8:30am` for a directive, but it is a time.
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

/** The offset of each letter in the source, which may also contain escapes, entities and indents. */
function align(value: string, source: string): number[] {
  // Most texts are the same as their source.
  if (source.startsWith(value)) return Array.from({length: value.length}, (_, index) => index);
  let from = 0;
  return Array.from({length: value.length}, (_, index) => {
    const at = source.indexOf(value.charAt(index), from);
    const offset = at < 0 ? from : at;
    from = offset + 1;
    return offset;
  });
}

/** The text in front matter that the author wrote for readers, without the titles of sources. */
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

/** The run of one value; without offsets if its YAML differs from its text. */
export function runAt({document}: ParsedPage, path: KeyPath, value: unknown): TextRun[] {
  if (typeof value !== 'string' || value.length > MAX_CHARACTERS) return [];
  const located = once(() => placeValue(document, path, value));
  return [
    {
      text: value,
      get offsets() {
        return located().offsets;
      },
      get place() {
        return located().place;
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
  // Inside brackets, a comma as in `10,000` would begin another value.
  const isBracketed = !isQuoted && /[[{]/.test(line);
  if (isBracketed || !text.startsWith(value, start)) return {offsets: [], place};
  return {offsets: Array.from({length: value.length}, (_, index) => start + index)};
}

/** The offset of a place in a text, in UTF-16 units. */
export function offsetAt(text: string, {line, column}: Place): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, {length}) => sum + length + 1, 0) + column - 1;
}
