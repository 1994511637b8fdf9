import {formatValue} from '../../content/charts/bar-rows.ts';
import {chartFile} from '../../content/charts/chart-file.ts';
import {chartDirectivesIn} from '../../content/markdown/figures/chart-directives.ts';
import {evidenceRows} from '../../content/markdown/figures/evidence-rows.ts';
import {oncePer} from '../../content/memo.ts';
import {documentParts} from '../../content/pages/document-parts.ts';
import {chartAnchor, type Figure, outcomeFigures, type PageFigures} from '../../content/pages/figure.ts';
import {guidanceVocabularies, termIdsIn} from '../../content/schemas/vocabulary-schema.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {allPages, type ChartEntry, type Toolkit} from '../../content/toolkit.ts';
import {type CsvColumn, csvRows, renderCsv} from '../../format/render-csv.ts';
import {type Text, textOf} from '../../language/text.ts';
import {type FigureNumbers, numbersOf} from './figure-numbers.ts';

/**
 * The live pages with figures, in the order of the whole toolkit as one document. A figure is data: a row of an
 * evidence table, an outcome of a case study, or a value of a chart.
 */
export const figuresOf = oncePer((toolkit: Toolkit): PageFigures[] => {
  const text = textOf(toolkit.config);
  const byId = new Map(allPages(toolkit).map((entry) => [entry.id, entry]));
  const vocabularies = guidanceVocabularies(toolkit.config);
  return documentParts(toolkit)
    .flatMap(({label, sections}) => sections.map(({id}) => ({entry: byId.get(id), group: label})))
    .flatMap(({entry, group}): PageFigures[] => {
      if (!entry || entry.data.withdrawn) return [];
      const {id, address, data, document} = entry;
      const place = 'place' in data ? data.place : undefined;
      const figures = [
        ...('outcomes' in data ? outcomeFigures(data) : []),
        ...evidenceRows(document, byId, text.figures.headings),
        ...chartFigures(document, toolkit.charts, text),
      ];
      const subjects = vocabularies.flatMap((vocabulary) =>
        vocabulary.terms.filter((term) => term.page === id || termIdsIn(data, vocabulary).includes(term.id)),
      );
      const page = {id, address, title: data.title, group, place, subjects: subjects.map(({label}) => label)};
      const publishers = Object.fromEntries((data.sources ?? []).map(({url, publisher}) => [url, publisher]));
      return figures.length > 0 ? [{...page, publishers, figures}] : [];
    });
});

/** The values of a page's charts, chart by chart; each links to its chart. */
function chartFigures(page: SourceDocument, charts: readonly ChartEntry[], text: Text): Figure[] {
  return chartDirectivesIn(page).flatMap(({attributes}) => {
    const file = chartFile(String(attributes?.id), page.path);
    return charts.filter(({document}) => document.path === file).flatMap((chart) => valuesOf(chart, text));
  });
}

function valuesOf({id, data: {title, area, unit, series, sources}}: ChartEntry, text: Text): Figure[] {
  const hasSign = unit.before !== undefined || unit.after !== undefined;
  return series.flatMap(({label, points}) => {
    const counted = series.length > 1 ? label : hasSign ? undefined : unit.name;
    return points.map(({period, value, source}) => ({
      figure: formatValue(value, unit, text),
      what: counted === undefined ? title : `${title}: ${counted}`,
      anchor: chartAnchor(id),
      year: period,
      area,
      sources: [{title: sources.find(({url}) => url === source)?.title ?? source, url: source}],
    }));
  });
}

/** One figure with its page; addresses are full. */
interface FigureRow extends Figure {
  page: PageFigures;
  pageUrl: string;
  numbers: FigureNumbers;
}

function figureColumns({data: {columns}, figures: {headings, notStated}}: Text): readonly CsvColumn<FigureRow>[] {
  return [
    {title: headings.figure, read: ({figure}) => figure || notStated},
    {title: headings.what, read: ({what}) => what || notStated},
    {title: headings.year, read: ({year}) => year || notStated},
    {title: headings.area, read: ({area}) => area || notStated},
    {
      title: headings.source,
      read: ({sources}) => (sources.length > 0 ? sources.map(({title}) => title) : [notStated]),
    },
    {title: columns.sourceAddress, read: ({sources}) => sources.flatMap(({url}) => url ?? [])},
    {title: columns.page, read: ({page}) => page.title},
    {title: columns.studyPlace, read: ({page}) => page.place},
    {title: columns.pageAddress, read: ({pageUrl}) => pageUrl},
    {title: columns.figureAddress, read: ({pageUrl, anchor}) => `${pageUrl}#${anchor}`},
    {title: columns.pageId, read: ({page}) => page.id},
    {title: columns.value, read: ({numbers}) => numbers.value},
    {title: columns.unit, read: ({numbers}) => numbers.unit},
    {title: columns.lower, read: ({numbers}) => numbers.lower},
    {title: columns.upper, read: ({numbers}) => numbers.upper},
    {title: columns.yearFrom, read: ({numbers}) => numbers.year_from},
    {title: columns.yearTo, read: ({numbers}) => numbers.year_to},
  ];
}

/** Every figure as RFC 4180 defines it, with a header; `urlOf` makes a full address of one in this site. */
export function renderFiguresCsv(
  pages: readonly PageFigures[],
  urlOf: (address: string) => string,
  config: Toolkit['config'],
): string {
  const text = textOf(config);
  const {studyPlace} = text.data.columns;
  const rows = pages.flatMap((page) =>
    page.figures.map((figure): FigureRow => {
      const sources = figure.sources.map(({title, url}) => ({title, url: url?.startsWith('/') ? urlOf(url) : url}));
      return {...figure, sources, page, pageUrl: urlOf(page.address), numbers: numbersOf(figure, text)};
    }),
  );
  const columns = figureColumns(text).filter(({title}) => config.case_studies || title !== studyPlace);
  return renderCsv(csvRows(columns, rows));
}
