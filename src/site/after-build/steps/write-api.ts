import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {relaySettings} from '../../../intake/relay-settings.ts';
import {textOf} from '../../../language/text.ts';
import {chartDirectivesIn} from '../../../markdown/figures/chart-directives.ts';
import {remember} from '../../../model/memo.ts';
import {FIGURES_FILE, fileOfChart} from '../../../model/pages/figure.ts';
import {absoluteUrl, fileOfAddress} from '../../../model/routes/addresses.ts';
import {markdownAddress} from '../../../model/routes/api-addresses.ts';
import {updateDifferenceAddress} from '../../../model/routes/difference-addresses.ts';
import {RELAY_SETTINGS} from '../../../model/routes/generated-routes.ts';
import {allPages} from '../../../model/toolkit.ts';
import {apiFiles, type ServedFile} from '../../../outputs/api/api-files.ts';
import {apiSource} from '../../../outputs/api/api-source.ts';
import {cutBody} from '../../../outputs/api/content-items.ts';
import {renderMirror} from '../../../outputs/api/markdown-mirror.ts';
import {renderFeeds} from '../../../outputs/feeds/render-feeds.ts';
import {chartCsv, chartSvg} from '../../../outputs/figures/chart-files.ts';
import {figuresOf, renderFiguresCsv} from '../../../outputs/figures/figures.ts';
import {type BuiltSite, inParallel, writeServed} from '../built-site.ts';

/** Writes the API: pages, changes and case studies as data, and pages as Markdown; and what the relay reads. */
export async function writeApi(site: BuiltSite): Promise<void> {
  const bodies = await inParallel(allPages(site.toolkit), async ({id, address}) => {
    const html = await readFile(path.join(site.dir, fileOfAddress(address)), 'utf8');
    const url = absoluteUrl(site, address);
    return [id, remember('text of a page', [html, url], () => cutBody(html, url))] as const;
  });
  const {toolkit, records} = site;
  const mirrors = allPages(toolkit).map((page) => {
    return {address: markdownAddress(page.address), text: renderMirror(page, toolkit.config, site)};
  });
  const relay = relaySettings(toolkit.config);
  writeServed(site, [
    ...(relay === undefined ? [] : [{address: RELAY_SETTINGS, text: relay}]),
    ...apiFiles(apiSource(site, toolkit, records), new Map(bodies)),
    ...mirrors,
  ]);
}

/** Writes the feeds next to the pages they are about. */
export async function writeFeeds(site: BuiltSite): Promise<void> {
  const {toolkit, differences} = site;
  const readable = new Set(differences.updates.map(({slug, pageId}) => updateDifferenceAddress(slug, pageId)));
  writeServed(site, renderFeeds(toolkit, site, readable));
}

/** Writes the figures as a file for spreadsheets, which the page of figures links to, and each chart as files. */
export async function writeFigures(site: BuiltSite): Promise<void> {
  const text = textOf(site.toolkit.config);
  const csv = renderFiguresCsv(figuresOf(site.toolkit), (address) => absoluteUrl(site, address), text);
  writeServed(site, [{address: FIGURES_FILE, text: csv}, ...chartFiles(site)]);
}

/** Each chart of a live page, as a picture and for spreadsheets. */
function chartFiles(site: BuiltSite): ServedFile[] {
  const {toolkit, files} = site;
  const {theme} = toolkit.config;
  const text = textOf(toolkit.config);
  const html = new Map(files);
  const pageOf = new Map(
    allPages(toolkit).flatMap(({document, address}) =>
      chartDirectivesIn(document).map(({attributes}) => [String(attributes?.id), address] as const),
    ),
  );
  return toolkit.charts.flatMap(({id, edition, data}) => {
    const address = edition === undefined ? pageOf.get(id) : undefined;
    if (address === undefined) return [];
    const page = String(html.get(fileOfAddress(address)));
    return [
      {
        address: fileOfChart(id, 'svg'),
        text: chartSvg(page, id, data, theme, absoluteUrl(site, address), text),
      },
      {address: fileOfChart(id, 'csv'), text: chartCsv(data, text)},
    ];
  });
}
