import {formatValue, sourceLine} from '../../content/charts/bar-rows.ts';
import {chartFilesIn} from '../../content/markdown/figures/chart-directives.ts';
import {catalogueOf} from '../../content/pages/catalogue.ts';
import {cardOf, consentText, evidenceText} from '../../content/pages/facets.ts';
import type {PageEntry, Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {figuresOf} from '../../site/figures/figures.ts';

/** A line that readers see, with what one sentence of the page has of it. */
export type PageLine = readonly [text: string, ...parts: string[]];

/** The lines in which a live page and lists show its facts, figures and charts, in an order that its source has not. */
export function linesOf({id, data, document}: PageEntry, toolkit: Toolkit): PageLine[] {
  const {config} = toolkit;
  const text = textOf(config);
  const {source} = text.figures.headings;
  const {figures = [], publishers = {}} = figuresOf(toolkit).find((page) => page.id === id) ?? {};
  const study = catalogueOf(toolkit).caseStudies.find((page) => page.id === id);
  const files = chartFilesIn(document);
  const rated = ('ratings' in data && data.ratings) || {};
  const scales = config.scales.filter(({id: scale}) => rated[scale]);
  const steps = scales.map(
    (scale) => scale.steps.find(({id: step}) => step === rated[scale.id]?.step)?.label ?? text.ratings.notKnown,
  );
  const lines: PageLine[] = [[data.title, ...steps].join(' '), ...steps].map((line) => [line]);
  if (id === 'index' && config.predecessor) lines.push([config.predecessor.notice]);
  for (const {title, publisher, year} of data.sources ?? []) {
    lines.push([`${source}: ${[title, publisher, year].filter(Boolean).join(', ')}`, title, publisher]);
  }
  for (const {figure, what, area, year, sources} of figures) {
    const isStated = (one: string) => one && one.toLowerCase() !== text.figures.notStated.toLowerCase();
    const stated = [[area, year].filter(isStated).join(', ')].filter(Boolean).map((words) => `${words}.`);
    const names = sources.map(({title, url = ''}) => publishers[url] ?? title);
    const links = sources.map(({title}) => `${source}: ${title}`).join('; ');
    for (const line of [
      [figure, what, ...stated, ...names],
      [`${what}.`, ...stated, links],
    ]) {
      lines.push([line.join(' '), figure, what, year, area]);
    }
  }
  for (const {document: file, data: chart} of toolkit.charts) {
    if (!files.includes(file.path)) continue;
    lines.push([`${chart.title}. ${chart.area}, ${chart.unit.name}.`, chart.title], [sourceLine(chart, text)]);
    for (const {label, points} of chart.series) {
      for (const {period, value, source: address} of points) {
        const {title, publisher} = chart.sources.find(({url}) => url === address) ?? {};
        const row = [label, period, formatValue(value, {name: ''}, text), `${title}, ${publisher}`].join(' ');
        lines.push([row, `${label}, ${period}`]);
      }
    }
  }
  for (const rating of Object.values(rated)) {
    if (rating?.lowered_by) lines.push([text.ratings.lost({reasons: rating.lowered_by.join('; ')})]);
  }
  if (study && 'consent' in data) {
    const [, facts, region] = cardOf(study, config, text);
    lines.push(
      [`${study.title} ${facts}`],
      [facts],
      [region],
      [`${study.title} ${study.place}`],
      [`${text.evidence.labels[study.evidence]} ${facts} ${region}`],
      [`${text.facts.cost} ${study.cost}`, study.cost ?? ''],
      [evidenceText(study.evidence, text)],
      [consentText(data.consent, text)],
    );
  }
  return lines;
}
