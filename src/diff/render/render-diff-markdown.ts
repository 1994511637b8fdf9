import type {BlockContent, List, ListItem, PhrasingContent, Table} from 'mdast';
import {list, listItem, paragraph, strong, text, toPhrasing} from '../../format/markdown-nodes.ts';
import type {Edit, PageDiff, Segment} from '../edit.ts';
import {nameEdit} from './describe-edit.ts';
import {groupSegments, readTable} from './render-diff-html.ts';

/** The number of unchanged words that Markdown keeps on each side of a change. HTML keeps all. */
const CONTEXT = 12;

/** Renders a difference as a list for a report, with removals and additions marked and labelled. */
export function diffList({edits}: PageDiff): List {
  return list(
    edits.map((edit): ListItem => listItem([paragraph([strong(toPhrasing(nameEdit(edit)))]), ...bodies(edit)])),
  );
}

function bodies(edit: Edit): BlockContent[] {
  const {kind, part, after = '', span, segments, contents} = edit;
  if (contents.length > 0) return contents.flatMap(bodies);
  if (kind === 'moved') {
    const more = span > 1 ? ', with everything below it' : '';
    return [paragraph(toPhrasing(after)), paragraph([text(`It has moved${more}.`)])];
  }
  if (part.startsWith('table') && part !== 'table cell') return [tableOf(edit)];
  return [paragraph(toNodes(segments))];
}

function tableOf(edit: Edit): Table {
  const {head, rows} = readTable(edit);
  return {
    type: 'table',
    children: [head, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({type: 'tableCell', children: toNodes(cell)})),
    })),
  };
}

function toNodes(segments: readonly Segment[]): PhrasingContent[] {
  return groupSegments(segments).flatMap(({kind, text: words}, index, all): PhrasingContent[] => {
    if (kind === 'same') return toPhrasing(shorten(words, index > 0, index < all.length - 1));
    const isPaired = kind === 'added' && all[index - 1]?.kind === 'removed';
    const space = isPaired || (words.startsWith(' ') && index > 0) ? ' ' : '';
    const children = toPhrasing(words.trim());
    const marked: PhrasingContent = kind === 'removed' ? {type: 'delete', children} : strong(children);
    return [text(`${space}[${kind}: `), marked, text(']')];
  });
}

function shorten(words: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const parts = words.split(/(?<=\s)/);
  const head = isAfterChange ? CONTEXT : 0;
  const tail = isBeforeChange ? CONTEXT : 0;
  if (parts.length <= head + tail + 1) return words;
  const end = tail === 0 ? '' : ` ${parts.slice(-tail).join('')}`;
  return `${parts.slice(0, head).join('')}…${end}`;
}
