import type {CaseStudy} from '../schemas/case-study-schema.ts';
import {shortNameOf} from './file-name.ts';

export const FIGURES_ADDRESS = '/figures/';

export const FIGURES_FILE = '/figures.csv';

export function fileOfChart(id: string, format: 'svg' | 'csv'): string {
  return `${FIGURES_ADDRESS}charts/${id}.${format}`;
}

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
  sources: FigureSource[];
}

/** `url` is a web address or an address in this site; missing if the author names a source without a link. */
export interface FigureSource {
  title: string;
  url?: string | undefined;
}

export interface PageFigures {
  id: string;
  /** Without the site's base URL. */
  address: string;
  title: string;
  group?: string | undefined;
  /** The place of a case study; missing for other pages. */
  place?: string | undefined;
  /** The labels of the terms of guidance that it is about. */
  subjects: string[];
  publishers: Readonly<Record<string, string>>;
  figures: Figure[];
}

/** What a figure is about: an outcome is of the place of its case study. */
export function areaOf({area, page}: Pick<Figure, 'area'> & {page: Pick<PageFigures, 'place'>}): string {
  return area || (page.place ?? '');
}

export function outcomeAnchor({figure, what}: Pick<Figure, 'figure' | 'what'>): string {
  return shortNameOf(`figure ${figure} ${what}`);
}

/** The outcomes of a case study, which state no area and are a list with its answer. */
export function outcomeFigures({outcomes = [], sources}: Pick<CaseStudy, 'outcomes' | 'sources'>): Figure[] {
  return outcomes.map(({figure, what, year, source}) => ({
    figure,
    what,
    anchor: outcomeAnchor({figure, what}),
    year: year === undefined ? '' : String(year),
    area: '',
    sources: [{title: sources.find(({url}) => url === source)?.title ?? source, url: source}],
  }));
}
