import type {ListItem, PhrasingContent} from 'mdast';
import {listItem, paragraph, stringify, text, toPhrasing} from '../report/markdown-nodes.ts';
import type {Edit, PageDiff, Segment} from './edit.ts';
import {groupSegments} from './render-diff-html.ts';
import {nameEdit} from './tell-edit.ts';

/** So many words that stayed are kept on either side of a change. */
const CONTEXT = 12;

/** What changed as Markdown, for the summary of a run. */
export function renderDiffMarkdown({edits}: PageDiff): string {
  if (edits.length === 0) return 'Nothing changed in meaning.\n';
  return `${stringify([{type: 'list', ordered: false, spread: true, children: edits.map(toItem)}])}\n`;
}

function toItem(edit: Edit): ListItem {
  const name: PhrasingContent = {type: 'strong', children: toPhrasing(nameEdit(edit))};
  return listItem([paragraph([name]), ...bodies(edit).map(paragraph)]);
}

function bodies(edit: Edit): PhrasingContent[][] {
  const {kind, after = '', span, segments, contents} = edit;
  if (contents.length > 0) return contents.flatMap(bodies);
  if (kind !== 'moved') return [groupSegments(segments).flatMap(toNodes)];
  const more = span > 1 ? ', with all that stands under it' : '';
  return [toPhrasing(after), [text(`It stands in another place now${more}.`)]];
}

function toNodes({kind, what, text: words}: Segment, index: number, all: readonly Segment[]): PhrasingContent[] {
  if (kind === 'same') return toPhrasing(shorten(words, index > 0, index < all.length - 1));
  if (what === 'cell' || what === 'row') return [text(what === 'cell' ? ' | ' : ' / ')];
  const isPaired = kind === 'added' && all[index - 1]?.kind === 'removed';
  const space = isPaired || (words.startsWith(' ') && index > 0) ? ' ' : '';
  const children = toPhrasing(words.trim());
  const marked: PhrasingContent = kind === 'removed' ? {type: 'delete', children} : {type: 'strong', children};
  return [text(`${space}[${kind}: `), marked, text(']')];
}

function shorten(words: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const parts = words.split(/(?<=\s)/);
  const head = isAfterChange ? CONTEXT : 0;
  const tail = isBeforeChange ? CONTEXT : 0;
  if (parts.length <= head + tail + 1) return words;
  const end = tail === 0 ? '' : ` ${parts.slice(-tail).join('')}`;
  return `${parts.slice(0, head).join('')}…${end}`;
}
