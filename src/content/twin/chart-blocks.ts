import type {BlockContent, PhrasingContent, Table, TableRow} from 'mdast';
import {capitalise} from '../capitalise.ts';
import {formatValue} from '../charts/format-value.ts';
import type {Chart} from '../schemas/chart-schema.ts';
import {linkTo, paragraphOf, words} from './markdown.ts';

/** A chart for those who get no drawing: what it shows, and every figure with its source. */
export function chartBlocks({title, area, unit, finding, note, series, sources}: Chart): BlockContent[] {
  const isNamed = series.length > 1;
  const head = [...(isNamed ? ['What is counted'] : []), 'Year', capitalise(unit.name), 'Source'];
  const rows = series.flatMap(({label, points}) =>
    points.map(({period, value, source}) => {
      const found = sources.find(({url}) => url === source);
      const cells = [...(isNamed ? [label] : []), period, formatValue(value, {name: ''})];
      const told = found && [linkTo(found.url, found.title), words(`, ${found.publisher}`)];
      return rowOf([...cells.map((cell) => [words(cell)]), told ?? []]);
    }),
  );
  const table: Table = {type: 'table', children: [rowOf(head.map((cell) => [words(cell)])), ...rows]};
  return [
    paragraphOf({type: 'strong', children: [words(title)]}, words(` (${area}, ${unit.name})`)),
    paragraphOf(words(finding)),
    paragraphOf(words(note)),
    table,
  ];
}

function rowOf(cells: readonly PhrasingContent[][]): TableRow {
  return {type: 'tableRow', children: cells.map((children) => ({type: 'tableCell', children}))};
}
