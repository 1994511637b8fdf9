import type {CsvColumn} from '../../format/render-csv.ts';
import {csvRows, renderCsv} from '../../format/render-csv.ts';
import type {Figure, PageFigures} from '../../model/pages/figure.ts';
import {NOT_STATED} from '../../model/pages/figure.ts';

/** One figure with its page; addresses are full. */
interface FigureRow extends Figure {
  page: PageFigures;
  pageUrl: string;
}

/** The columns of the table of figures. */
const FIGURE_COLUMNS: readonly CsvColumn<FigureRow>[] = [
  {title: 'Page id', read: ({page}) => page.id},
  {title: 'Page', read: ({page}) => page.title},
  {title: 'Page address', read: ({pageUrl}) => pageUrl},
  {title: 'Section address', read: ({pageUrl, anchor}) => (anchor ? `${pageUrl}#${anchor}` : pageUrl)},
  {title: 'Place of the case study', read: ({page}) => page.place},
  {title: 'Figure', read: ({figure}) => figure},
  {title: 'What it counts', read: ({what}) => what},
  {title: 'Year', read: ({year}) => year},
  {title: 'Area', read: ({area}) => area},
  {title: 'Source', read: ({sources}) => (sources.length > 0 ? sources.map(({title}) => title) : [NOT_STATED])},
  {title: 'Source address', read: ({sources}) => sources.flatMap(({url}) => url ?? [])},
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
