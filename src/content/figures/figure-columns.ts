import type {CsvColumn} from '../csv-column.ts';
import type {Figure, PageFigures} from './figure.ts';
import {NOT_STATED} from './figure.ts';

/** One figure with the page that says it; addresses are full. */
export interface FigureRow extends Omit<Figure, 'source'> {
  page: PageFigures;
  pageUrl: string;
  /** Of the section of the page in which it stands. */
  sectionUrl: string;
  source: {title: string; url?: string | undefined} | undefined;
}

/** The columns of the table of figures. */
export const FIGURE_COLUMNS: readonly CsvColumn<FigureRow>[] = [
  {
    name: 'page_id',
    title: 'Page id',
    description: 'The id of the page that says it; it never changes silently.',
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
    description: 'Where that page is read.',
    datatype: 'anyURI',
    read: ({pageUrl}) => pageUrl,
  },
  {
    name: 'section_address',
    title: 'Section address',
    description: 'Where on that page it stands.',
    datatype: 'anyURI',
    read: ({sectionUrl}) => sectionUrl,
  },
  {
    name: 'figure',
    title: 'Figure',
    description: 'The figure with its unit, as the page writes it: words, and no number to count with.',
    datatype: 'string',
    read: ({figure}) => figure,
  },
  {
    name: 'what',
    title: 'What it counts',
    description: 'What the figure counts, or the sentence or row that it stands in.',
    datatype: 'string',
    read: ({what}) => what,
  },
  {
    name: 'words',
    title: 'The words around it',
    description:
      'The words of the page around it, by which the row is understood alone; cells of a row are parted by |.',
    datatype: 'string',
    read: ({words}) => words,
  },
  {
    name: 'year',
    title: 'Year',
    description: `The year or period it is about, in the words of the page; "${NOT_STATED}" where the page gives none.`,
    datatype: 'string',
    read: ({year}) => year,
  },
  {
    name: 'area',
    title: 'Area',
    description: `The area it is about; "${NOT_STATED}" where the page gives none.`,
    datatype: 'string',
    read: ({area}) => area,
  },
  {
    name: 'source',
    title: 'Source',
    description: `The publication that the page takes it from; "${NOT_STATED}" where the page gives none.`,
    datatype: 'string',
    read: ({source}) => source?.title ?? NOT_STATED,
  },
  {
    name: 'source_address',
    title: 'Source address',
    description: 'Where that publication is read; empty where the page gives no address.',
    datatype: 'anyURI',
    read: ({source}) => source?.url,
  },
];
