/** What a row says where the page does not. */
export const NOT_STATED = 'not stated';

/** What a row says of a source that the page names and does not link to. */
export const NAMED_IN_TEXT = 'named in the text';

/** One number that claims something. */
export interface Figure {
  /** With its unit, as it is written. */
  figure: string;
  /** What it counts, or its sentence. */
  what: string;
  /** The words of the page around it. */
  words: string;
  /** The section of the page in which it stands; none before the first heading. */
  anchor?: string | undefined;
  year: string;
  area: string;
  /** `url` is an address on the web or of a page here; without one the sentence names who says it. */
  source?: {title: string; url?: string} | undefined;
}

/** A page that gives figures. */
interface PageWithFigures {
  id: string;
  /** Without the site's base URL. */
  address: string;
  title: string;
  /** The group of pages to which it belongs, as the sidebar has it. */
  group?: string | undefined;
}

/** The figures of one page. */
export interface PageFigures extends PageWithFigures {
  figures: Figure[];
}

/** How many figures a page gives. */
export interface CountedFigures extends PageWithFigures {
  count: number;
}

/** Numbers that claim nothing, of one class. */
export interface AllowedCount {
  label: string;
  reason: string;
  count: number;
}
