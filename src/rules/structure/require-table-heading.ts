import type {Table} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import {visit} from '../../content/markdown/visit.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import about from './require-table-heading.json' with {type: 'json'};

export const requireTableHeading: PageRule = {
  id: 'require-table-heading',
  group: 'structure',
  ...about,
  check: (page) => {
    const findings: PageFinding[] = [];
    visit(page.tree, 'table', (table) => void findings.push(...checkTable(table)));
    return findings;
  },
};

function checkTable({children: [heading, ...rows], position}: Table): PageFinding[] {
  if (!heading) return [];
  const isOnlyColumn = heading.children.length === 1;
  const findings: PageFinding[] = heading.children.flatMap((cell, index) => {
    if (textOf(cell).trim() !== '' || (index === 0 && !isOnlyColumn)) return [];
    return {
      place: cell.position?.start ?? heading.position?.start,
      end: cell.position?.end,
      problem: `column ${index + 1} of the table has no heading, expected one in every column except the first`,
      fix: 'Say in the first row what the column contains.',
    };
  });
  if (rows.length > 0) return findings;
  const problem = 'table has a heading row only, expected at least one row below it';
  return [
    ...findings,
    {place: position?.start, end: position?.end, problem, fix: 'Add the rows, or remove the table.'},
  ];
}
