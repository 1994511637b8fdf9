import type {BlockContent, List, PhrasingContent} from 'mdast';
import {list, listItem, paragraph, strong, table, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import {ENGLISH} from '../../../language/text.ts';
import type {PageDiff} from '../edit.ts';
import {type Block, blocksOf, type Piece} from './blocks.ts';
import {nameEdit} from './describe-edit.ts';

/** The number of unchanged words that Markdown keeps on each side of a change. HTML keeps all. */
const CONTEXT = 12;

/** Renders a difference for editors as a list for a report, with removals and additions marked and labelled. */
export function diffList({edits}: PageDiff): List {
  return list(
    edits.map((edit) => {
      const blocks = blocksOf(edit, ENGLISH, 'editors').map(toMarkdown);
      return listItem([paragraph([strong(toPhrasing(nameEdit(edit)))]), ...blocks]);
    }),
  );
}

function toMarkdown(block: Block): BlockContent {
  if (block.kind === 'sentence') return paragraph([text(block.sentence)]);
  if (block.kind === 'text') return paragraph(toNodes(block.pieces));
  return table([block.head, ...block.rows].map((cells) => cells.map(toNodes)));
}

function toNodes(pieces: readonly Piece[]): PhrasingContent[] {
  return pieces.flatMap(({kind, space, words}, index): PhrasingContent[] => {
    if (kind === 'same') return toPhrasing(space + shorten(words, index > 0, index < pieces.length - 1));
    const children = toPhrasing(words);
    const marked: PhrasingContent = kind === 'removed' ? {type: 'delete', children} : strong(children);
    return [text(`${space}[${kind}: `), marked, text(']')];
  });
}

function shorten(words: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const parts = words.split(/(?<=\s)/);
  const head = isAfterChange ? CONTEXT : 0;
  const tail = isBeforeChange ? CONTEXT : 0;
  if (head + tail === 0 || parts.length <= head + tail + 1) return words;
  const end = tail === 0 ? '' : ` ${parts.slice(-tail).join('')}`;
  return `${parts.slice(0, head).join('')}…${end}`;
}
