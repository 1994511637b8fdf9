export interface PageText {
  frontMatter: Readonly<Record<string, unknown>> | undefined;
  /** Markdown. */
  body: string;
}

/** A run of text that stayed, was removed or was added. A space between two runs is at the start of the second. */
export interface Segment {
  kind: 'same' | 'removed' | 'added';
  /** The kind of content: words, the address of a link, a picture. `cell` and `row` are borders in a table. */
  what: 'words' | 'link' | 'picture' | 'cell' | 'row';
  text: string;
}

/** The kind of content an edit affects. All except `words` and `picture` may change what readers do or believe. */
export type Aspect = 'words' | 'number' | 'date' | 'modal' | 'negation' | 'link' | 'picture';

export type Part =
  | 'heading'
  | 'paragraph'
  | 'list item'
  | 'table'
  | 'table cell'
  | 'table row'
  | 'table column'
  | 'quotation'
  | 'code'
  | 'picture'
  | 'download'
  | 'note'
  | 'fact'
  | 'section';

/**
 * The position of an edit among the units of a text, counted from 0. Rows count from the column headings, row 0. A removed
 * row has a table but no row number.
 */
export interface Position {
  unit: number;
  /** The level of a heading or the depth of a list item; otherwise 0. */
  depth: number;
  row?: number | undefined;
  column?: number | undefined;
}

export interface Edit {
  kind: 'added' | 'removed' | 'changed' | 'moved' | 'rewritten' | 'replaced';
  part: Part;
  /** The headings above it, then the row and column of a cell; or the key of a fact. */
  where: readonly string[];
  /** The old text as read, with the address of each link in brackets; `undefined` if there was none. */
  before: string | undefined;
  after: string | undefined;
  /** The change word by word, or the whole text if it is rewritten, added or removed. Empty for a move or a section. */
  segments: readonly Segment[];
  /** Empty for a move, which changes no words. */
  affects: readonly Aspect[];
  from: Position | undefined;
  to: Position | undefined;
  /** The number of units, which is more than one only for sections. */
  span: number;
  /** The headings of the cells in `segments`: the columns of a row, or the rows of a column. */
  labels: readonly string[];
  /** The content of an added or removed section. */
  contents: readonly Edit[];
}

export interface PageDiff {
  kind: 'same' | 'added' | 'removed' | 'changed' | 'rewritten';
  edits: readonly Edit[];
}
