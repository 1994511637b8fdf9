import {type Html, html, trusted} from '../../format/html.ts';
import {capitalise} from '../../format/text.ts';
import {isWideTable} from '../../format/wide-table.ts';
import {ENGLISH, type Text} from '../../language/text.ts';
import type {Edit, PageDiff, Segment} from '../edit.ts';
import {CELL_BORDER, ROW_BORDER} from '../units/token.ts';
import {nameEdit} from './describe-edit.ts';

/** Options to fit the fragment into a page. */
interface Options {
  /** The level of the heading over each change. */
  level?: number;
  /** The prefix of the anchors of changes. Two fragments on one page need different ones. */
  prefix?: string;
  text?: Text;
}

const LINES: Readonly<Partial<Record<Edit['part'], readonly [before: string, after: string]>>> = {
  'list item': ['<ul><li dir="auto">', '</li></ul>'],
  quotation: ['<blockquote dir="auto"><p>', '</p></blockquote>'],
  code: ['<pre><code>', '</code></pre>'],
};

/** Renders a difference as HTML that works without colour or scripts: each edit under a heading, with a link to the next. */
export function renderDiffHtml(
  {edits}: PageDiff,
  {level = 3, prefix = 'change', text = ENGLISH}: Options = {},
): string {
  const {differences: t} = text;
  if (edits.length === 0) return html`<p>${t.nothing}</p>\n`.html;
  const [open, close] = [trusted(`h${level}`), trusted(`/h${level}`)];
  const sections = edits.map((edit, index) => {
    const id = `${prefix}-${index + 1}`;
    return html`<div class="edit">
<${open} id="${id}"><bdi>${nameEdit(edit, text)}</bdi><${close}>
${skipLink(index + 1)}${body(edit, text)}</div>
`;
  });
  return html`<div class="diff">
${sections}</div>
`.html;

  function skipLink(number: number): Html | undefined {
    if (number === edits.length) return undefined;
    return html`<p class="next-edit"><a href="#${prefix}-${number + 1}">${t.skip({next: number + 1, all: edits.length})}</a></p>
`;
  }
}

function body(edit: Edit, text: Text): Html {
  const {differences: t} = text;
  const {kind, part, before, after, span, segments, contents} = edit;
  if (contents.length > 0) return html`${contents.map((part) => body(part, text))}`;
  if (kind === 'moved') {
    return html`<p dir="auto">${after}</p>
<p>${span > 1 ? t.hasMovedWhole : t.hasMoved}</p>
`;
  }
  if (part.startsWith('table') && part !== 'table cell') return table(edit, text);
  if (kind === 'rewritten' && before !== undefined && after !== undefined) {
    const [old, now] = ['removed', 'added'].map((side) => segments.filter((segment) => segment.kind === side));
    return html`<p>${t.textWas}</p>
${line(part, renderSegmentsHtml(old ?? [], text))}<p>${t.textIs}</p>
${line(part, renderSegmentsHtml(now ?? [], text))}`;
  }
  return line(part, renderSegmentsHtml(segments, text));
}

function line(part: Edit['part'], words: Html): Html {
  const [open, close] = LINES[part] ?? ['<p dir="auto">', '</p>'];
  return html`${trusted(open)}${words}${trusted(close)}
`;
}

/** Renders rows, columns and whole tables by cell. A column is shown as a row, below the names of its rows. */
function table(edit: Edit, text: Text): Html {
  const {head: headings, rows: cells} = readTable(edit);
  const head = headings.map((cell) => renderSegmentsHtml(cell, text));
  const names = headings.map((cell) =>
    cell

      .map((segment) => segment.text)
      .join('')
      .trim(),
  );
  const isWide = isWideTable(names.length);
  const label = (column: number) => isWide && column > 0 && names[column] && html` data-label="${names[column]}"`;
  // Like tables in pages, it is shown row by row on narrow screens, or scrolls, also by keyboard when focused.
  return html`<div class="table-scroll" role="group" aria-label="${capitalise(text.differences.named[edit.part])}" tabindex="0"><table${isWide && html` class="by-row"`}>
<thead><tr>${head.map((cell) => (cell.html === '' ? html`<td></td>` : html`<th scope="col">${cell}</th>`))}</tr></thead>
<tbody>${cells.map((row) => html`<tr>${row.map((cell, column) => html`<td dir="auto"${label(column)}>${renderSegmentsHtml(cell, text)}</td>`)}</tr>`)}</tbody>
</table></div>
`;
}

/** The rows of cells of a table, a row or a column, the headings first. */
export function readTable({labels, segments}: Edit): {head: Edit['segments'][]; rows: Edit['segments'][][]} {
  const rows = splitAt(segments, 'row').map((row) => splitAt(row, 'cell'));
  const [first = [], ...others] = rows;
  if (!labels.some((label) => label !== '')) return {head: first, rows: others};
  return {head: labels.map((text) => (text === '' ? [] : [{kind: 'same', what: 'words', text}])), rows};
}

const SIGNS = {row: ROW_BORDER.text, cell: CELL_BORDER.text};

function splitAt(segments: Edit['segments'], border: 'row' | 'cell'): Edit['segments'][] {
  return segments.reduce<Edit['segments'][number][][]>(
    (parts, segment) => {
      if (segment.what === border)
        parts.push(...[...segment.text].filter((sign) => sign === SIGNS[border]).map(() => []));
      else parts.at(-1)?.push(segment);
      return parts;
    },
    [[]],
  );
}

/** Renders segments as HTML, with text labels for additions and removals for readers who do not see colour. */
function renderSegmentsHtml(segments: readonly Segment[], {differences}: Text): Html {
  return html`${groupSegments(segments).map((segment, index, all) => toHtml(segment, all[index - 1], differences))}`;
}

function toHtml({kind, text}: Segment, before: Segment | undefined, labels: Text['differences']): Html {
  if (kind === 'same') return html`${before ? text : text.trimStart()}`;
  const isPaired = kind === 'added' && before?.kind === 'removed';
  const space = isPaired || (before && text.startsWith(' ')) ? ' ' : '';
  const open = html`<span class="visually-hidden">${labels[kind]}</span>`;
  const close = html`<span class="visually-hidden">]</span>`;
  const words = html`${open}${text.trim()}${close}`;
  return kind === 'removed' ? html`${space}<del>${words}</del>` : html`${space}<ins>${words}</ins>`;
}

/** Merges words and addresses that were added or removed together, and drops unchanged addresses. */
export function groupSegments(segments: readonly Segment[]): Segment[] {
  const groups: Segment[] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    const isBorder = segment.what === 'cell' || segment.what === 'row';
    const isPlain = last?.what === 'words' && !isBorder;
    if (segment.kind === 'same' && segment.what === 'link') continue;
    if (isPlain && last.kind === segment.kind) groups[groups.length - 1] = {...last, text: last.text + segment.text};
    else groups.push(isBorder ? segment : {...segment, what: 'words'});
  }
  return groups;
}
