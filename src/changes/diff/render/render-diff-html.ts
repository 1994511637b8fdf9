import {type Html, html, trusted} from '../../../format/html.ts';
import {isWideTable} from '../../../format/wide-table.ts';
import {ENGLISH, type Text} from '../../../language/text.ts';
import type {Edit, PageDiff} from '../edit.ts';
import {type Block, blocksOf, type Piece} from './blocks.ts';
import {nameEdit} from './describe-edit.ts';

const LINES: Readonly<Partial<Record<Edit['part'], readonly [before: string, after: string]>>> = {
  'list item': ['<ul><li dir="auto">', '</li></ul>'],
  quotation: ['<blockquote dir="auto"><p>', '</p></blockquote>'],
  code: ['<pre><code>', '</code></pre>'],
};

/** Renders a difference for readers as HTML that works without colour or scripts: each edit under a heading, with a link to the next. */
export function renderDiffHtml({edits}: PageDiff, text: Text = ENGLISH): string {
  const {differences: t} = text;
  if (edits.length === 0) return html`<p>${t.nothing}</p>\n`.html;
  const sections = edits.map((edit, index) => {
    const next = index + 2;
    const blocks = blocksOf(edit, text, 'readers');
    // Two sentences, each with its text, are side by side where there is room.
    const isPair = edit.kind === 'rewritten' && blocks.length === 4;
    const skip = html`<p class="next-edit"><a href="#change-${next}">${t.skip({next, all: edits.length})}</a></p>\n`;
    return html`<div class="edit${isPair && ' before-after'}">
<h3 id="change-${index + 1}"><bdi>${nameEdit(edit, text)}</bdi></h3>
${next <= edits.length && skip}${blocks.map((block) => html`${toHtml(block, text)}\n`)}</div>
`;
  });
  return html`<div class="diff">
${sections}</div>
`.html;
}

function toHtml(block: Block, text: Text): Html {
  const words = (pieces: readonly Piece[]) => html`${pieces.map((piece) => pieceToHtml(piece, text))}`;
  if (block.kind === 'sentence') return html`<p>${block.sentence}</p>`;
  if (block.kind === 'text') {
    const [open, close] = LINES[block.part] ?? ['<p dir="auto">', '</p>'];
    return html`${trusted(open)}${words(block.pieces)}${trusted(close)}`;
  }
  const names = block.head.map((cell) => cell.map((piece) => piece.space + piece.words).join(''));
  const isWide = isWideTable(names.length);
  const label = (column: number) => isWide && column > 0 && names[column] && html` data-label="${names[column]}"`;
  // Like tables in pages, it is shown row by row on narrow screens, or scrolls, also by keyboard when focused.
  return html`<div class="table-scroll" role="group" aria-label="${block.name}" tabindex="0"><table${isWide && html` class="by-row"`}>
<thead><tr>${block.head.map((cell) => (cell.length === 0 ? html`<td></td>` : html`<th scope="col">${words(cell)}</th>`))}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${row.map((cell, column) => html`<td dir="auto"${label(column)}>${words(cell)}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

/** Labels additions and removals for readers who do not see colour. */
function pieceToHtml({kind, space, words}: Piece, {differences}: Text): Html {
  if (kind === 'same') return html`${space}${words}`;
  const label = html`<span class="visually-hidden">${differences[kind]}</span>`;
  const labelled = html`${label}${words}<span class="visually-hidden">]</span>`;
  return kind === 'removed' ? html`${space}<del>${labelled}</del>` : html`${space}<ins>${labelled}</ins>`;
}
