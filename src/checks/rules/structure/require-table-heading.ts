import type {Table} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import {visit} from '../../../markdown/visit.ts';
import type {PageFinding, PageRule} from '../../rule.ts';

export const requireTableHeading: PageRule = {
  id: 'require-table-heading',
  group: 'structure',
  summary: 'A table names each of its columns, all but the first at least, and has a row below.',
  why: 'Read aloud, a figure in a table comes with the heading of its column; without one it is only a figure.',
  good: [
    '| Ford | Depth |\n| --- | --- |\n| Mill | 2 feet |',
    '| | Depth |\n| --- | --- |\n| Mill | 2 feet |',
    '| ![Ford](ford.png) | `depth` |\n| --- | --- |\n| Mill | |',
  ],
  bad: [
    '| Ford | |\n| --- | --- |\n| Mill | 2 feet |',
    '| | |\n| --- | --- |\n| Mill | 2 feet |',
    '| Ford | Depth |\n| --- | --- |',
    '| |\n| --- |\n| Mill |',
  ],
  check: (page) => {
    const found: PageFinding[] = [];
    visit(page.tree, 'table', (table) => void found.push(...judgeTable(table)));
    return found;
  },
};

function judgeTable({children: [heading, ...rows], position}: Table): PageFinding[] {
  if (!heading) return [];
  const isOnlyColumn = heading.children.length === 1;
  const found: PageFinding[] = heading.children.flatMap((cell, index) => {
    if (textOf(cell).trim() !== '' || (index === 0 && !isOnlyColumn)) return [];
    return [
      {
        place: cell.position?.start ?? heading.position?.start,
        end: cell.position?.end,
        problem: `column ${index + 1} of the table has no heading, expected a word or two in every column but the first`,
        fix: 'Write what the column holds into the first row.',
      },
    ];
  });
  if (rows.length > 0) return found;
  const problem = 'table has a heading and no row, expected at least one row below it';
  return [...found, {place: position?.start, end: position?.end, problem, fix: 'Add the rows, or remove the table.'}];
}
