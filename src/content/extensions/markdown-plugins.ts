import type {Root as HtmlRoot} from 'hast';
import type {Root} from 'mdast';
import type {SourceDocument} from '../source-document.ts';

export interface MarkdownPlugins {
  /** What decides their work: names, code and options. It is part of the key of caches. */
  key: string;
  onMarkdown(tree: Root, document: SourceDocument): Root;
  /** Changes the elements of a page, before the sanitiser. */
  onHtml(tree: HtmlRoot, document: SourceDocument): HtmlRoot;
}
