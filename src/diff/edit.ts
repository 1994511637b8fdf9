/** The words of a page and the front matter that readers see; a document has both. */
export interface PageText {
  frontMatter: Readonly<Record<string, unknown>> | undefined;
  /** Markdown. */
  body: string;
}

/** A stretch of words that stayed, went or came; spaces between stretches stand at the start of the second. */
export interface Segment {
  kind: 'same' | 'removed' | 'added';
  /** What it is: words, the address that a link leads to, a picture; `cell` and `row` are the borders in a table. */
  what: 'words' | 'link' | 'picture' | 'cell' | 'row';
  text: string;
}

/** What kind of words an edit touches; what is not `words` or `picture` may change what a reader has to do or believes. */
export type Touch = 'words' | 'number' | 'date' | 'modal' | 'negation' | 'link' | 'picture';

/** What an edit is about: a paragraph, a cell of a table, a fact of the front matter. */
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
  | 'note'
  | 'fact'
  | 'section';

/**
 * Where an edit stands among the units of one text, counted from 0; rows count from the column headings, row 0. A row
 * that was removed has a table to stand in, but no row.
 */
export interface Position {
  unit: number;
  /** The level of a heading, the depth of a list item, else 0. */
  depth: number;
  row?: number | undefined;
  column?: number | undefined;
}

/** One change of what a page says, as a reader would tell it. */
export interface Edit {
  kind: 'added' | 'removed' | 'changed' | 'moved' | 'rewritten';
  part: Part;
  /** The headings above it, then the row and column of a cell, or the key of a fact. */
  where: readonly string[];
  /** The words before, as read, each link with its address in brackets; `undefined` where there were none. */
  before: string | undefined;
  after: string | undefined;
  /** Word by word; what is rewritten, added or removed stands in it whole. Empty for a move and for a section. */
  segments: readonly Segment[];
  /** Empty for a move: no word changed. */
  touches: readonly Touch[];
  from: Position | undefined;
  to: Position | undefined;
  /** How many units it takes up: more than one for sections only. */
  span: number;
  /** What the cells in `segments` stand under: the columns of a row, the rows of a column. */
  labels: readonly string[];
  /** What a section that was added or removed holds. */
  contents: readonly Edit[];
}

/** What became of a page. */
export interface PageDiff {
  kind: 'same' | 'added' | 'removed' | 'changed' | 'rewritten';
  edits: readonly Edit[];
}
