import {capitalise} from '../../../format/text.ts';
import type {Text} from '../../../language/text.ts';
import type {Edit, Part, Segment} from '../edit.ts';
import {CELL_BORDER, ROW_BORDER} from '../units/token.ts';

export interface Piece {
  kind: Segment['kind'];
  space: '' | ' ';
  words: string;
}

/** A block of an edit as it is shown: our own sentence, a text of the page, or cells of a table with their headings. */
export type Block =
  | {kind: 'sentence'; sentence: string}
  | {kind: 'text'; part: Part; pieces: Piece[]}
  | {kind: 'table'; name: string; head: Piece[][]; rows: Piece[][][]};

/** Who a difference is for: editors see the address of each link that came or went. */
export type Audience = 'readers' | 'editors';

/** What an edit shows. Rewritten text is shown twice, and a column as a row, below the names of its rows. */
export function blocksOf(edit: Edit, text: Text, audience: Audience): Block[] {
  const {differences: t} = text;
  const {kind, part, after = '', span, labels, segments, contents} = edit;
  const words = (runs: readonly Segment[]): Block => ({kind: 'text', part, pieces: piecesOf(runs, audience)});
  if (contents.length > 0) return contents.flatMap((inner) => blocksOf(inner, text, audience));
  if (kind === 'moved') {
    const pieces: Piece[] = [
      {kind: 'same', space: '', words: audience === 'readers' ? after.replace(ADDRESS_RE, '') : after},
    ];
    return [
      {kind: 'text', part: 'paragraph', pieces},
      {kind: 'sentence', sentence: span > 1 ? t.hasMovedWhole : t.hasMoved},
    ];
  }
  if (part.startsWith('table') && part !== 'table cell') {
    const rows = splitAt(segments, ROW_BORDER).map((row) =>
      splitAt(row, CELL_BORDER).map((cell) => piecesOf(cell, audience)),
    );
    const names = labels.map((words): Piece[] => (words === '' ? [] : [{kind: 'same', space: '', words}]));
    const [head = [], ...others] = names.some(({length}) => length > 0) ? [names, ...rows] : rows;
    return [{kind: 'table', name: capitalise(t.named[part]), head, rows: others}];
  }
  if (kind !== 'rewritten') return [words(segments)];
  return [
    {kind: 'sentence', sentence: t.textWas},
    words(segments.filter((segment) => segment.kind === 'removed')),
    {kind: 'sentence', sentence: t.textIs},
    words(segments.filter((segment) => segment.kind === 'added')),
  ];
}

function splitAt(segments: readonly Segment[], {what, text: border}: Pick<Segment, 'what' | 'text'>): Segment[][] {
  const parts: Segment[][] = [[]];
  for (const segment of segments) {
    if (segment.what !== what) parts.at(-1)?.push(segment);
    else
      parts.push(
        ...segment.text
          .split(border)
          .slice(1)
          .map(() => []),
      );
  }
  return parts;
}

/** The address of a link after its words, in a text as read. */
const ADDRESS_RE = / \((?:(?:https?:|mailto:|\.{0,2}\/|#)[^\s()]*|[^\s()]+\.md(?:[#?][^\s()]*)?)(?: "[^"]*")?\)/g;

/** A link to a file of the toolkit. Readers see only its path. */
const FILE_RE = /\((?:\.{1,2}\/)*(?![a-z][a-z\d+.-]*:)([^\s)]+?)\.md(?=[)#?\s])/gi;

/**
 * Merges words and addresses that were added or removed together, and drops unchanged addresses. Readers see only those
 * that changed without their words.
 */
export function piecesOf(segments: readonly Segment[], audience: Audience = 'editors'): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, {kind, what, text}] of segments.entries()) {
    const isAddress = what === 'link';
    if (isAddress && (kind === 'same' || (audience === 'readers' && segments[index - 1]?.kind === kind))) continue;
    const shown = isAddress && audience === 'readers' ? text.replace(FILE_RE, '($1') : text;
    const last = pieces.at(-1);
    const isPaired = kind === 'added' && last?.kind === 'removed';
    if (last?.kind === kind) last.words += shown;
    else
      pieces.push({
        kind,
        space: last && (isPaired || shown.startsWith(' ')) ? ' ' : '',
        words: shown.replace(/^ /, ''),
      });
  }
  return pieces.map((piece) => (piece.kind === 'same' ? piece : {...piece, words: piece.words.trim()}));
}
