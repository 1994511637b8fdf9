import type {Nodes, Root, Table} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {Text} from '../../language/text.ts';
import {remember} from '../../model/memo.ts';
import type {Figure, FigureSource} from '../../model/pages/figure.ts';
import {pageIdOf} from '../../model/pages/page-id.ts';
import type {SourceDocument} from '../../model/source-document.ts';
import type {PageEntry} from '../../model/toolkit.ts';
import {headingsIn} from '../headings/headings.ts';
import {parseText} from '../parse-markdown.ts';
import {visit} from '../visit.ts';

/** The headings of an evidence table; only the first two are required. */
type Headings = Text['figures']['headings'];

/** The rows of a page's evidence tables, in order; `pages` are the pages that a source may link to. */
export function evidenceRows(
  {path, text}: SourceDocument,
  pages: ReadonlyMap<string, PageEntry>,
  headings: Headings,
): Figure[] {
  // Parsing takes long, and few tables are of evidence.
  const lower = text.toLowerCase();
  if (![headings.figure, headings.what].every((heading) => lower.includes(heading.toLowerCase()))) return [];
  return remember('evidence rows', [text, JSON.stringify(headings)], () => rowsIn(text, headings)).map((row) => ({
    ...row,
    sources: row.sources.map(({title, url}) => ({title, url: url === undefined ? undefined : addressOf(url)})),
  }));

  /** Links between pages are written as paths of their files. */
  function addressOf(url: string): string | undefined {
    if (/^(?:https?:\/)?\//.test(url)) return url;
    return pages.get(pageIdOf(new URL(url.replace(/#.*$/, ''), `file:///${path}`).pathname.slice(1)))?.address;
  }
}

/** The rows of a text, with links as they were written. */
function rowsIn(text: string, own: Headings): Figure[] {
  const tree = parseText(text);
  const headings = headingsIn(tree, text);
  const definitions = definitionsIn(tree);
  const rows: Figure[] = [];
  visit(tree, 'table', (table: Table) => {
    const [head, ...body] = table.children;
    const names = head?.children.map((cell) => plain(cell).toLowerCase()) ?? [];
    const hasColumn = (heading: string) => names.includes(heading.toLowerCase());
    if (!hasColumn(own.figure) || !hasColumn(own.what)) return;
    const line = table.position?.start.line ?? 0;
    const anchor = headings.findLast((heading) => (heading.place?.line ?? 0) < line)?.anchor || undefined;
    for (const {children} of body) {
      const cellAt = (heading: string) => children[names.indexOf(heading.toLowerCase())];
      const wordsAt = (heading: string) => plain(cellAt(heading));
      rows.push({
        figure: wordsAt(own.figure),
        what: wordsAt(own.what),
        anchor,
        year: wordsAt(own.year),
        area: wordsAt(own.area),
        sources: sourcesIn(cellAt(own.source)),
      });
    }
  });
  return rows;

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
