import {LINES_PER_PAGE, type ListPage, listPages} from '../../content/lists/list-pages.ts';
import {areaOf, chartAnchor, FIGURES_ADDRESS, type Figure} from '../../content/pages/figure.ts';
import type {ChartEntry, Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {numbersOf} from './figure-numbers.ts';
import {figuresOf} from './figures.ts';

export interface ListedFigure extends Pick<Figure, 'figure' | 'what' | 'year' | 'area' | 'sources'> {
  /** The place of the figure on its page. */
  address: string;
  years: readonly number[];
  page: {title: string; address: string; place?: string | undefined; subjects: readonly string[]; anchor: string};
}

/** What the pages of the list show of the whole. */
export interface FigureTotals {
  figures: number;
  pages: number;
  charts: (Pick<ChartEntry, 'id' | 'data'> & {address: string})[];
  /** The values that readers can filter by. */
  choices: Record<'subject' | 'area' | 'year', readonly string[]>;
}

/** All figures in pages, page by page in the order of the whole document. */
export function figureList(toolkit: Toolkit): {total: FigureTotals; pages: ListPage<ListedFigure>[]} {
  const text = textOf(toolkit.config);
  const pages = figuresOf(toolkit);
  const listed = pages.flatMap(({id, title, address, place, subjects, publishers, figures}) => {
    const page = {title, address, place, subjects, anchor: id.replaceAll('/', '-')};
    return figures.map(({anchor, sources, ...figure}): ListedFigure => {
      const {year_from: from, year_to: to = from} = numbersOf(figure, text);
      return {
        ...figure,
        page,
        address: `${address}#${anchor}`,
        years: from && to ? Array.from({length: to - from + 1}, (_, index) => from + index) : [],
        // Two sources of one publisher have the names that the author gave them.
        sources: sources.map(({title: name, url}) => {
          const publisher = publishers[url ?? ''];
          const isOnly = sources.filter((other) => publishers[other.url ?? ''] === publisher).length === 1;
          return {title: publisher && isOnly ? publisher : name, url};
        }),
      };
    });
  });
  const sorted = (values: readonly string[]) => [...new Set(values)].filter(Boolean).sort(text.format.compare);
  const total: FigureTotals = {
    figures: listed.length,
    pages: pages.length,
    charts: toolkit.charts.flatMap((chart) => {
      const at = `#${chartAnchor(chart.id)}`;
      const shown = chart.edition ? undefined : listed.find(({address}) => address.endsWith(at));
      return shown ? [{id: chart.id, data: chart.data, address: shown.address}] : [];
    }),
    choices: {
      subject: sorted(pages.flatMap(({subjects}) => subjects)),
      area: sorted(listed.map(areaOf)),
      year: sorted(listed.flatMap(({years}) => years.map(String))).reverse(),
    },
  };
  return {total, pages: listPages(FIGURES_ADDRESS, listed, LINES_PER_PAGE)};
}
