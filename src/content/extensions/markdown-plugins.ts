import type {Root as HtmlRoot} from 'hast';
import type {Root} from 'mdast';
import type {SourceDocument} from '../source-document.ts';

/** What the plugins of a publisher do with each page. */
export interface MarkdownPlugins {
  /** What decides their work: names, code and options. It is part of the key of caches. */
  key: string;
  /** Changes the tree of a page. */
  onMarkdown(tree: Root, document: SourceDocument): Root;
  /** Changes the elements of a page, before the sanitiser. */
  onHtml(tree: HtmlRoot, document: SourceDocument): HtmlRoot;
}
