import type {Nodes, Parents} from 'mdast';
import {once} from '../once.ts';
import type {ParsedPage} from '../parsed-page.ts';
import {perPage} from '../per-page.ts';
import type {TextRun} from './text-run.ts';
import {HIDDEN, hide} from './text-run.ts';

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
export const blockRuns = perPage((page) => runsOf(page, []));

/** The same without titles and names: what stands in links and in emphasis is hidden. */
export const ownBlockRuns = perPage((page) => runsOf(page, ['link', 'linkReference', 'emphasis']));

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
