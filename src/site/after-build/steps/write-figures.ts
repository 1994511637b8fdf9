import {absoluteUrl} from '../../../content/addresses/addresses.ts';
import {chartDirectivesIn} from '../../../content/markdown/figures/chart-directives.ts';
import {chartAnchor, FIGURES_FILE, fileOfChart} from '../../../content/pages/figure.ts';
import {allPages} from '../../../content/toolkit.ts';
import {textOf} from '../../../language/text.ts';
import {chartCsv, chartSvg} from '../../figures/chart-files.ts';
import {figuresOf, renderFiguresCsv} from '../../figures/figures.ts';
import {type BuiltSite, type ServedFile, servedFiles} from '../built-site.ts';

/** Writes the figures as a file for spreadsheets, which the page of figures links to, and each chart as files. */
export async function writeFigures(site: BuiltSite): Promise<void> {
  const {toolkit} = site;
  const csv = renderFiguresCsv(figuresOf(toolkit), (address) => absoluteUrl(site, address), toolkit.config);
  site.output.write(servedFiles([{address: FIGURES_FILE, text: csv}, ...chartFiles(site)]));
}

/** Each chart of a live page, as a picture and for spreadsheets. */
function chartFiles(site: BuiltSite): ServedFile[] {
  const {toolkit} = site;
  const {theme} = toolkit.config;
  const text = textOf(toolkit.config);
  const pageOf = new Map(
    allPages(toolkit).flatMap(({document, address}) =>
      chartDirectivesIn(document).map(({attributes}) => [String(attributes?.id), address] as const),
    ),
  );
  return toolkit.charts.flatMap(({id, edition, data}) => {
    const address = edition === undefined ? pageOf.get(id) : undefined;
    if (address === undefined) return [];
    const drawing = site.draw(data, chartAnchor(id));
    return [
      {address: fileOfChart(id, 'svg'), text: chartSvg(drawing, data, theme, absoluteUrl(site, address), text)},
      {address: fileOfChart(id, 'csv'), text: chartCsv(data, text)},
    ];
  });
}
