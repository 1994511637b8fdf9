import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {visit} from './visit.ts';

/** The parser of the toolkit: CommonMark with tables, directives and front matter. */
export const markdownParser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(lookForAddressesFirst)
  .use(remarkDirective)
  .use(remarkFrontmatter)
  .freeze();

/** Text in every address that `mdast-util-gfm-autolink-literal` turns into a link. */
const ADDRESS_RE = /https?:|www\.|@/i;

/**
 * Skips the package for pages without bare addresses. It walks each tree four times, which takes a tenth of the parsing
 * time, and few pages have any.
 */
function lookForAddressesFirst(this: Processor): void {
  for (const extension of this.data().fromMarkdownExtensions?.flat() ?? []) {
    extension.transforms = extension.transforms?.map(
      (transform) => (tree: Root) => (holdsAddress(tree) ? transform(tree) : undefined),
    );
  }
}

function holdsAddress(tree: Root): boolean {
  let found = false;
  visit(tree, 'text', ({value}) => {
    found ||= ADDRESS_RE.test(value);
  });
  return found;
}
