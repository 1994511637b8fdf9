import {evidenceRows} from '../../content/markdown/figures/evidence-rows.ts';
import {chartAnchor, type Figure} from '../../content/pages/figure.ts';
import {qualifiedId} from '../../content/pages/page-id.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {figuresOf} from './figures.ts';

/** The rows of tables that pages show with their answer, by id; those of editions as `2017-03:visits`. */
export function keyFiguresOf(toolkit: Toolkit): Readonly<Record<string, Figure[]>> {
  const rowsOf = rowsIn(toolkit);
  const live = allPages(toolkit).map(({id, document}) => ({key: id, document}));
  const frozen = toolkit.editions.flatMap(({name, pages}) =>
    pages.map(({id, document}) => ({key: qualifiedId(id, name), document})),
  );
  return Object.fromEntries(
    [...live, ...frozen].flatMap(({key, document}) => {
      const named = document.frontMatter?.key_figures;
      if (!Array.isArray(named)) return [];
      const rows = rowsOf(document);
      return [[key, named.flatMap((name) => rows.find(({figure}) => figure === name) ?? [])]];
    }),
  );
}

/** What the home page shows: an answer, figures with their places, and the place of its chart. */
export function homeEvidence(toolkit: Toolkit) {
  const rowsOf = rowsIn(toolkit);
  const {figures, chart} = toolkit.config.home;
  const anchor = chartAnchor(chart ?? '');
  const withChart = figuresOf(toolkit).find((page) => page.figures.some((figure) => figure.anchor === anchor));
  return {
    answer: homeAnswer(toolkit, rowsOf),
    figures: figures.flatMap(({id, figure: name}) => {
      const page = allPages(toolkit).find((entry) => entry.id === id && !entry.data.withdrawn);
      const row = page && rowsOf(page.document).find(({figure}) => figure === name);
      return row && page ? [{...row, page: page.data.title, to: addressAt(page.address, row.anchor)}] : [];
    }),
    chartAt: chart && withChart && addressAt(withChart.address, anchor),
  };
}

/** The first question of the home page whose page is rated and shows a figure with its answer, with both. */
function homeAnswer({config, pages}: Toolkit, rowsOf: (document: SourceDocument) => Figure[]) {
  for (const {label: question, to} of config.home.questions) {
    const page = pages.find(({address, data}) => address === to.replace(/#.*$/, '') && !data.withdrawn);
    const [name] = page?.data.key_figures ?? [];
    const figure = page && rowsOf(page.document).find((row) => row.figure === name);
    if (figure && page.data.ratings) return {...figure, question, to, ratings: page.data.ratings};
  }
  return undefined;
}

function addressAt(address: string, anchor: string): string {
  return `${address}#${anchor}`;
}

function rowsIn(toolkit: Toolkit): (document: SourceDocument) => Figure[] {
  const byId = new Map(allPages(toolkit).map((entry) => [entry.id, entry]));
  const {headings} = textOf(toolkit.config).figures;
  return (document) => evidenceRows(document, byId, headings);
}
