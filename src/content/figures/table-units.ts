import type {Table, TableRow} from 'mdast';
import type {LinkIn, ProseUnit, RowFacts, UnitPlace} from './prose-unit.ts';
import {timesIn} from './year-pattern.ts';

type Read = (node: TableRow['children'][number]) => {text: string; links: LinkIn[]};

/** What columns hold, by the words at their head; a column of several such things is a plain cell. */
const COLUMNS: readonly (readonly [RegExp, UnitPlace])[] = [
  [/^figure$/i, 'figure-cell'],
  [/^what it counts$/i, 'what-cell'],
  [/^(?:years?|when|dates?)$/i, 'year-cell'],
  [/^(?:area|where)$/i, 'area-cell'],
  [/^sources?\b/i, 'source-cell'],
  [/^(?:sections?|clause|article|step|no\.?)$/i, 'section-cell'],
];

/** Each cell of a table, with what its row says of it. */
export function tableUnits(table: Table, read: Read, around: Pick<ProseUnit, 'section' | 'around'>): ProseUnit[] {
  const [head, ...rows] = table.children;
  const titles = head?.children.map((cell) => read(cell).text.trim()) ?? [];
  const places = titles.map((title) => COLUMNS.find(([pattern]) => pattern.test(title))?.[1] ?? 'cell');
  const heads = (head?.children ?? []).map((node): ProseUnit => ({place: 'heading', ...read(node), ...around, node}));
  return [...heads, ...rows.flatMap((row) => rowUnits(row, places, titles, read, around))];
}

function rowUnits(
  row: TableRow,
  places: readonly UnitPlace[],
  titles: readonly string[],
  read: Read,
  around: Pick<ProseUnit, 'section' | 'around'>,
): ProseUnit[] {
  const cells = row.children.map((node, index) => ({place: places[index] ?? 'cell', node, ...read(node)}));
  const at = (place: UnitPlace) => cells.find((cell) => cell.place === place)?.text.trim() ?? '';
  const source = at('source-cell');
  const [first] = cells;
  const facts: RowFacts = {
    figure: at('figure-cell'),
    what: at('what-cell'),
    year: at('year-cell') || timeIn(source) || timeIn(first?.text ?? ''),
    area: at('area-cell'),
    words: cells.map(({text}) => text).join(' | '),
    links: [...cells.filter(({place}) => place === 'source-cell'), ...cells].flatMap(({links}) => links),
  };
  return cells.map((cell, index): ProseUnit => {
    // A figure in a table of another shape is understood by the row's name and the column's.
    const name = cell.place === 'cell' && index > 0 ? `${first?.text.trim()}; ${titles[index]}` : '';
    const what = cell.place === 'figure-cell' || cell.place === 'what-cell' ? facts.what : name;
    // `Online survey, 2015` at the head of a column dates it.
    const year = at('year-cell') || timeIn(titles[index] ?? '') || facts.year;
    return {...cell, ...around, row: {...facts, what, year}};
  });
}

/** A cell that holds more than a time names it last: `Participation Survey, 2024/25`. */
function timeIn(text: string): string {
  return timesIn(text).at(-1)?.words ?? '';
}
