import type {Nodes, Paragraph, Root, TableCell} from 'mdast';
import {toNlcst} from 'mdast-util-to-nlcst';
import type {Root as Prose} from 'nlcst';
import {ParseEnglish} from 'parse-english';
import {VFile} from 'vfile';
import {once} from '../memo.ts';
import type {DocumentKind} from '../pages/page-id.ts';
import type {SourceDocument} from '../source-document.ts';
import {readableTree} from './parse-limits.ts';
import {parseMarkdown} from './parse-markdown.ts';
import {correctPositions, splitSentences} from './sentences.ts';
import {visit} from './visit.ts';

/** A page for rules, parsed once. Positions are relative to the whole file. */
export interface ParsedPage {
  kind: DocumentKind;
  document: SourceDocument;
  /** The syntax tree, including front matter. */
  tree: Root;
  /** Paragraphs, headings and cells that are too long, and are not in the tree. */
  endless: readonly Nodes[];
  prose: () => Prose;
  /** The text of table cells, each a paragraph. */
  cells: () => Prose;
}

/** Parts to leave out: authors cannot change quotations, and table cells are rarely sentences. */
const NO_PROSE = ['blockquote', 'table', 'tableRow', 'tableCell', 'footnoteDefinition'];

export function parsePage(kind: DocumentKind, document: SourceDocument): ParsedPage {
  const {tree, endless} = readableTree(parseMarkdown(document.text));
  const file = new VFile({path: document.path, value: document.text});
  return {
    kind,
    document,
    tree,
    endless,
    prose: once(() => {
      const prose = toNlcst(tree, file, ParseEnglish, {ignore: NO_PROSE});
      correctPositions(prose, document.text);
      splitSentences(prose);
      return prose;
    }),
    cells: once(() => {
      const paragraphs: Paragraph[] = [];
      visit(tree, 'tableCell', ({children, position}: TableCell) => {
        // Cells stand on one line, and `<br>` in them parts words.
        const end = {type: 'break' as const, position};
        const words = children.map((node) => (node.type === 'html' ? {...node, ...end} : node));
        paragraphs.push({type: 'paragraph', children: [...words, end], position});
      });
      const prose = toNlcst({...tree, children: paragraphs}, file, ParseEnglish);
      correctPositions(prose, document.text);
      return prose;
    }),
  };
}
