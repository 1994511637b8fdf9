import {csvRows} from '../csv-column.ts';
import {renderCsv} from '../render-csv.ts';
import type {PageFigures} from './figure.ts';
import type {FigureRow} from './figure-columns.ts';
import {FIGURE_COLUMNS} from './figure-columns.ts';

/** Every figure as RFC 4180 has it, with a header; `urlOf` makes a full address of one in this site. */
export function renderFiguresCsv(pages: readonly PageFigures[], urlOf: (address: string) => string): string {
  const rows = pages.flatMap((page) =>
    page.figures.map(({source, ...figure}): FigureRow => {
      const url = source?.url?.startsWith('/') ? urlOf(source.url) : source?.url;
      const pageUrl = urlOf(page.address);
      const sectionUrl = figure.anchor ? `${pageUrl}#${figure.anchor}` : pageUrl;
      return {...figure, page, pageUrl, sectionUrl, source: source && {title: source.title, url}};
    }),
  );
  return renderCsv(csvRows(FIGURE_COLUMNS, rows));
}
