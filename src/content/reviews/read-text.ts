import {withCharts} from '../charts/chart-words.ts';
import type {PublishedPage} from '../published.ts';
import type {SourceDocument} from '../source-document.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';

/** A text on record as its readers read it, with the figures of its charts as they were then. */
export function readPublished({published}: Toolkit, {slug, document}: PublishedPage): SourceDocument {
  return withCharts(document(), (file) => published.chartsAt(slug).get(file));
}

/** A page of today as its readers read it. */
export function readLive({charts}: Toolkit, {document}: PageEntry): SourceDocument {
  return withCharts(document, (file) => charts.find((chart) => chart.document.path === file)?.data);
}
