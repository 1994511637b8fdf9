import {formatValue, sourceLine} from '../../content/charts/bar-rows.ts';
import {chartFilesIn} from '../../content/markdown/figures/chart-directives.ts';
import {catalogueOf} from '../../content/pages/catalogue.ts';
import {fieldTexts} from '../../content/pages/collection-pages.ts';
import {cardOf, consentText, evidenceText} from '../../content/pages/facets.ts';
import {collectionOf} from '../../content/pages/page-id.ts';
import type {Scale} from '../../content/pages/scales.ts';
import type {PageEntry, Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {figuresOf} from '../../site/figures/figures.ts';

/** A line that readers see, with what a sentence of the page has of it. */
export type PageLine = readonly [text: string, ...parts: string[]];

/** The lines in which a live page and lists show its facts, figures and charts, whose order and labels its source lacks. */
export function linesOf({id, data, document}: PageEntry, toolkit: Toolkit): PageLine[] {
  const {config} = toolkit;
  const text = textOf(config);
  const {
    facts: t,
    format,
    evidence,
    ratings,
    figures: {headings, notStated, whatIsCounted},
  } = text;
  const {source} = headings;
  const page = figuresOf(toolkit).find((one) => one.id === id);
  const study = catalogueOf(toolkit).caseStudies.find((one) => one.id === id);
  const charts = new Set(chartFilesIn(document));
  const fields = [...(collectionOf(id, config.collections)?.fields ?? []), ...config.facts];
  const values: Readonly<Record<string, unknown>> = {...data, ...('facts' in data && data.facts)};
  const rated = ('ratings' in data && data.ratings) || {};
  const stepOf = ({id: scale, steps}: Scale) =>
    steps.find((step) => step.id === rated[scale]?.step)?.label ?? ratings.notKnown;
  return [
    ...(data.sources ?? []).map(({title, publisher, year}): PageLine => {
      return [`${source}: ${[title, publisher, year].filter(Boolean).join(', ')}`, title, publisher];
    }),
    ...(page?.figures ?? []).flatMap(({figure, what, area, year, sources}): PageLine[] => {
      const stated = [area, year].filter((one) => one && one.toLowerCase() !== notStated.toLowerCase()).join(', ');
      const publishers = sources.map(({title, url = ''}) => page?.publishers[url] ?? title).join(' ');
      const names = sources.map(({title}) => `${source}: ${title}`).join('; ');
      const lines = [
        [figure, what, stated && `${stated}.`, publishers],
        [`${what}.`, stated && `${stated}.`, names],
      ];
      return lines.map((words) => [words.filter(Boolean).join(' '), figure, what, year, area]);
    }),
    ...toolkit.charts.flatMap(({document: {path}, data: chart}): PageLine[] => {
      const {title, area, unit, series, sources} = chart;
      if (!charts.has(path)) return [];
      const rows = series.flatMap(({label, points}) =>
        points.map((point): PageLine => {
          const {title: name, publisher} = sources.find(({url}) => url === point.source) ?? {};
          const value = formatValue(point.value, {name: ''}, text);
          return [`${label} ${point.period} ${value} ${name}, ${publisher}`, `${label}, ${point.period}`];
        }),
      );
      const heads = [whatIsCounted, `${whatIsCounted} ${headings.year}`].map(
        (first): PageLine => [`${first} ${unit.name} ${source}`],
      );
      return [[`${title}. ${area}, ${unit.name}.`, title], [sourceLine(chart, text)], ...heads, ...rows];
    }),
    ...Object.values(rated).flatMap((rating): PageLine[] =>
      rating?.lowered_by ? [[ratings.lost({reasons: rating.lowered_by.join('; ')})]] : [],
    ),
    ...config.scales.map((scale): PageLine => [stepOf(scale)]),
    [[data.title, ...config.scales.map(stepOf)].join(' ')],
    ...fields.flatMap(({id: key, label, ...field}) =>
      fieldTexts(field, values[key], format).map((value): PageLine => [`${label} ${value}`, value]),
    ),
    ...linesOfStudy(),
    ...(id === 'index' && config.predecessor ? [[config.predecessor.notice] satisfies PageLine] : []),
  ];

  function linesOfStudy(): PageLine[] {
    if (!study || !('consent' in data)) return [];
    const [, facts, region] = cardOf(study, config, text);
    const terms = config.vocabularies.flatMap(({key, terms: all}) =>
      all.filter(({id: term}) => study.terms[key]?.includes(term)),
    );
    return [
      [`${study.title} ${facts}`],
      [`${study.title} ${study.place}`],
      [`${evidence.labels[study.evidence]} ${facts} ${region}`],
      [`${t.cost} ${study.cost}`, study.cost ?? ''],
      [evidenceText(study.evidence, text)],
      [consentText(data.consent, text)],
      ...terms.map(({label}): PageLine => [label]),
    ];
  }
}
