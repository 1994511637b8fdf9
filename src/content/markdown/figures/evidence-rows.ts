import type {Nodes, Root, Table, TableRow} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {Text} from '../../../language/text.ts';
import {remember} from '../../memo.ts';
import type {Figure, FigureSource} from '../../pages/figure.ts';
import {shortNameOf} from '../../pages/file-name.ts';
import {pageIdOf} from '../../pages/page-id.ts';
import type {SourceDocument} from '../../source-document.ts';
import type {PageEntry} from '../../toolkit.ts';
import {parseMarkdown} from '../parse-markdown.ts';
import {visit} from '../visit.ts';

/** The headings of an evidence table; only the first two are required. */
export type FigureHeadings = Text['figures']['headings'];

/** The rows of a page's evidence tables, in order; `pages` are the pages that a source may link to. */
export function evidenceRows(
  document: SourceDocument,
  pages: ReadonlyMap<string, PageEntry>,
  headings: FigureHeadings,
): Figure[] {
  const {path, text} = document;
  // Few tables hold evidence.
  const lower = text.toLowerCase();
  if (![headings.figure, headings.what].every((heading) => lower.includes(heading.toLowerCase()))) return [];
  return remember('evidence rows', [text, JSON.stringify(headings)], () =>
    rowsIn(parseMarkdown(document.text), headings),
  ).map((row) => ({
    ...row,
    sources: row.sources.map(({title, url}) => ({title, url: url === undefined ? undefined : addressOf(url)})),
  }));

  /** Links between pages are written as paths of their files. */
  function addressOf(url: string): string | undefined {
    if (/^(?:https?:\/)?\//.test(url)) return url;
    return pages.get(pageIdOf(new URL(url.replace(/#.*$/, ''), `file:///${path}`).pathname.slice(1)))?.address;
  }
}

interface EvidenceRow {
  row: TableRow;
  /** From its figure and what it counts: a row keeps it when others come and go. */
  anchor: string;
  cellAt(column: keyof FigureHeadings): Nodes | undefined;
}

export function evidenceRowsIn(tree: Root, headings: FigureHeadings): EvidenceRow[] {
  const rows: EvidenceRow[] = [];
  const used = new Map<string, number>();
  visit(tree, 'table', (table: Table) => {
    const [head, ...body] = table.children;
    const names = head?.children.map((cell) => plain(cell).toLowerCase()) ?? [];
    const columnOf = (column: keyof FigureHeadings) => names.indexOf(headings[column].toLowerCase());
    if (columnOf('figure') < 0 || columnOf('what') < 0) return;
    for (const row of body) {
      const cellAt = (column: keyof FigureHeadings) => row.children[columnOf(column)];
      const name = shortNameOf(`figure ${plain(cellAt('figure'))} ${plain(cellAt('what'))}`);
      const nth = (used.get(name) ?? 0) + 1;
      used.set(name, nth);
      rows.push({row, anchor: nth === 1 ? name : `${name}-${nth}`, cellAt});
    }
  });
  return rows;
}

/** The rows of a page, with links as they were written. */
function rowsIn(tree: Root, headings: FigureHeadings): Figure[] {
  const definitions = definitionsIn(tree);
  return evidenceRowsIn(tree, headings).map(({anchor, cellAt}) => ({
    figure: plain(cellAt('figure')),
    what: plain(cellAt('what')),
    anchor,
    year: plain(cellAt('year')),
    area: plain(cellAt('area')),
    sources: sourcesIn(cellAt('source')),
  }));

  /** Each link in a cell is a source; a cell with at most one link is a source with its whole text. */
  function sourcesIn(cell: Nodes | undefined): FigureSource[] {
    const links: FigureSource[] = [];
    if (cell) {
      visit(cell, ['link', 'linkReference'], (link: Nodes) => {
        const url =
          link.type === 'link' ? link.url : 'identifier' in link ? definitions.get(link.identifier) : undefined;
        if (url !== undefined) links.push({title: plain(link), url});
      });
    }
    const title = plain(cell);
    return links.length > 1 ? links : title ? [{title, url: links[0]?.url}] : [];
  }
}

function definitionsIn(tree: Root): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  visit(tree, 'definition', ({identifier, url}) => void urls.set(identifier, url));
  return urls;
}

function plain(node: Nodes | undefined): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}
