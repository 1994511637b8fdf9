import {chartDirectivesIn} from './charts/chart-directives.ts';
import {chartFile} from './charts/chart-file.ts';
import type {Published, PublishedPage} from './published.ts';
import type {Fingerprint} from './toolkit.ts';

const known = new WeakMap<PublishedPage, string>();

/** The fingerprint of a text on record, with the data of its charts as it was then. */
export function publishedFingerprint(
  {chartsAt}: Pick<Published, 'chartsAt'>,
  page: PublishedPage,
  fingerprintOf: Fingerprint,
): string {
  const made = known.get(page) ?? work();
  known.set(page, made);
  return made;

  function work(): string {
    const document = page.document();
    const calls = chartDirectivesIn(document);
    const charts = calls.length > 0 ? chartsAt(page.slug) : new Map<string, unknown>();
    const data = calls.flatMap(({attributes}) => charts.get(chartFile(String(attributes?.id), document.path)) ?? []);
    return fingerprintOf(document, data);
  }
}
