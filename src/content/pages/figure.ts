import type {CaseStudy} from '../schemas/case-study-schema.ts';
import {KEY_FIGURES_ANCHOR} from './facets.ts';

/** The address of the list of pages with figures, without the site's base URL. */
export const FIGURES_ADDRESS = '/figures/';

/** The address of all figures as a file for spreadsheets. */
export const FIGURES_FILE = '/figures.csv';

/** The address of a live chart as a picture or a file for spreadsheets. */
export function fileOfChart(id: string, format: 'svg' | 'csv'): string {
  return `${FIGURES_ADDRESS}charts/${id}.${format}`;
}

/** Where a chart is on its page. */
export function chartAnchor(id: string): string {
  return `chart-${id}`;
}

/** One figure that an author entered as data, in the author's wording; texts are empty where the author gave none. */
export interface Figure {
  figure: string;
  what: string;
  /** The row, list or chart with the figure on its page. */
  anchor: string;
  year: string;
  area: string;
  /** Empty if none is given. */
  sources: FigureSource[];
}

/** `url` is a web address or an address in this site; missing if the author names a source without a link. */
export interface FigureSource {
  title: string;
  url?: string | undefined;
}

/** A page with figures. */
interface PageWithFigures {
  id: string;
  /** Without the site's base URL. */
  address: string;
  title: string;
  /** Its group in the sidebar. */
  group?: string | undefined;
  /** The place of a case study; missing for other pages. */
  place?: string | undefined;
}

/** The figures of one page. */
export interface PageFigures extends PageWithFigures {
  figures: Figure[];
}

/** How many figures a page has, and its charts. */
export interface CountedFigures extends PageWithFigures {
  count: number;
  charts: {title: string; address: string}[];
}

/** The outcomes of a case study, which state no area. */
export function outcomeFigures({outcomes = [], sources}: Pick<CaseStudy, 'outcomes' | 'sources'>): Figure[] {
  return outcomes.map(({figure, what, year, source}) => ({
    figure,
    what,
    anchor: KEY_FIGURES_ANCHOR,
    year: year === undefined ? '' : String(year),
    area: '',
    sources: [{title: sources.find(({url}) => url === source)?.title ?? source, url: source}],
  }));
}
