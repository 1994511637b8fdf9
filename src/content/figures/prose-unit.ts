import type {Parents} from 'mdast';

/** In which part of a page a text stands; `repeated` are descriptions whose numbers the text has too. */
export type UnitPlace =
  | 'prose'
  | 'cell'
  | 'figure-cell'
  | 'what-cell'
  | 'year-cell'
  | 'area-cell'
  | 'source-cell'
  | 'section-cell'
  | 'heading'
  | 'title'
  | 'description'
  | 'repeated'
  | 'cost'
  | 'outcome'
  | 'source'
  | 'setting'
  | 'code'
  | 'address';

/** A link, where its words stand in a text. */
export interface LinkIn {
  start: number;
  end: number;
  url: string;
  text: string;
}

/** What a row of a table, or an outcome, says of all its figures; empty where it has no such column. */
export interface RowFacts {
  /** The figure that it is about. */
  figure: string;
  /** What it counts. */
  what: string;
  year: string;
  area: string;
  /** The words of the whole row, which may name an area where no column does. */
  words: string;
  links: readonly LinkIn[];
}

/** A text of a page that is read by itself: a paragraph, a list item, a cell, a value of front matter. */
export interface ProseUnit {
  place: UnitPlace;
  text: string;
  links: readonly LinkIn[];
  /** The heading above it. */
  section: string;
  /** What introduces the list in which it stands. */
  lead?: {text: string; links: readonly LinkIn[]} | undefined;
  /** Links around it that give the source where nothing nearer does. */
  around: readonly LinkIn[];
  row?: RowFacts | undefined;
  /** Where it stands in the Markdown. */
  node?: Parents | undefined;
}

/** A text of front matter, in which there are no links. */
export function plainUnit(place: UnitPlace, text: string, row?: RowFacts): ProseUnit {
  return {place, text, links: [], section: '', around: [], row};
}
