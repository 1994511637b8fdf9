import type {CsvColumn} from '../csv-column.ts';
import {csvRows} from '../csv-column.ts';
import {renderCsv} from '../render-csv.ts';
import type {Figure, PageFigures} from './figure.ts';
import {NOT_STATED} from './figure.ts';

/** One figure with its page; addresses are full. */
interface FigureRow extends Figure {
  page: PageFigures;
  pageUrl: string;
}

/** The columns of the table of figures. */
export const FIGURE_COLUMNS: readonly CsvColumn<FigureRow>[] = [
  {
    name: 'page_id',
    title: 'Page id',
    description: 'The id of the page with the figure; it never changes silently.',
    datatype: 'string',
    read: ({page}) => page.id,
  },
  {
    name: 'page',
    title: 'Page',
    description: 'The title of that page.',
    datatype: 'string',
    read: ({page}) => page.title,
  },
  {
    name: 'page_address',
    title: 'Page address',
    description: 'The address of that page.',
    datatype: 'anyURI',
    read: ({pageUrl}) => pageUrl,
  },
  {
    name: 'section_address',
    title: 'Section address',
    description: 'The address of the section with the figure.',
    datatype: 'anyURI',
    read: ({pageUrl, anchor}) => (anchor ? `${pageUrl}#${anchor}` : pageUrl),
  },
  {
    name: 'place',
    title: 'Place of the case study',
    description: 'The place that a case study is about; empty for other pages.',
    datatype: 'string',
    read: ({page}) => page.place,
  },
  {
    name: 'figure',
    title: 'Figure',
    description: 'The figure with its unit, as the page writes it: text, not a number to calculate with.',
    datatype: 'string',
    read: ({figure}) => figure,
  },
  {
    name: 'what',
    title: 'What it counts',
    description: 'What the figure counts, as the page writes it.',
    datatype: 'string',
    read: ({what}) => what,
  },
  {
    name: 'year',
    title: 'Year',
    description: `The year or period, as the page writes it; "${NOT_STATED}" where it gives none.`,
    datatype: 'string',
    read: ({year}) => year,
  },
  {
    name: 'area',
    title: 'Area',
    description: `The area, as the page writes it; "${NOT_STATED}" where it gives none.`,
    datatype: 'string',
    read: ({area}) => area,
  },
  {
    name: 'source',
    title: 'Source',
    description: 'The publications that the page gives as its source.',
    datatype: 'string',
    isList: true,
    read: ({sources}) => (sources.length > 0 ? sources.map(({title}) => title) : [NOT_STATED]),
  },
  {
    name: 'source_address',
    title: 'Source address',
    description: 'The addresses of those publications; empty where the page gives none.',
    datatype: 'anyURI',
    isList: true,
    read: ({sources}) => sources.flatMap(({url}) => url ?? []),
  },
];

/** Every figure as RFC 4180 defines it, with a header; `urlOf` makes a full address of one in this site. */
export function renderFiguresCsv(pages: readonly PageFigures[], urlOf: (address: string) => string): string {
  const rows = pages.flatMap((page) =>
    page.figures.map((figure): FigureRow => {
      const sources = figure.sources.map(({title, url}) => ({title, url: url?.startsWith('/') ? urlOf(url) : url}));
      return {...figure, sources, page, pageUrl: urlOf(page.address)};
    }),
  );
  return renderCsv(csvRows(FIGURE_COLUMNS, rows));
}
