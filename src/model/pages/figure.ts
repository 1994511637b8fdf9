/** Where readers find the pages that give figures; without the site's base URL. */
export const FIGURES_ADDRESS = '/figures/';

/** Every figure as a file for spreadsheets. */
export const FIGURES_FILE = '/figures.csv';

/** The figures of one page: `/figures/priorities/homes/`. */
export function figuresOfPage(pageId: string): string {
  return `${FIGURES_ADDRESS}${pageId}/`;
}

/** What a row shows where the author stated nothing. */
export const NOT_STATED = 'Not stated';

/** One figure that an author wrote as data, in the author's own text. */
export interface Figure {
  figure: string;
  what: string;
  /** The section of the page with the figure; none before the first heading. */
  anchor?: string | undefined;
  year: string;
  area: string;
  /** Empty where none is stated. */
  sources: FigureSource[];
}

/** `url` is an address on the web or in this site; none where the author names a source without a link. */
export interface FigureSource {
  title: string;
  url?: string | undefined;
}

/** A page that gives figures. */
interface PageWithFigures {
  id: string;
  /** Without the site's base URL. */
  address: string;
  title: string;
  /** The group of pages to which it belongs, as the sidebar has it. */
  group?: string | undefined;
  /** The place that a case study is about; other pages have none. */
  place?: string | undefined;
}

/** The figures of one page. */
export interface PageFigures extends PageWithFigures {
  figures: Figure[];
}

/** How many figures a page gives. */
export interface CountedFigures extends PageWithFigures {
  count: number;
}
