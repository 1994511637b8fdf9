import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type {Processor} from 'unified';
import {unified} from 'unified';
import {visit} from './visit.ts';

/** The one parser set of the toolkit: CommonMark with tables, directives and front matter. */
export const markdownParser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(lookForAddressesFirst)
  .use(remarkDirective)
  .use(remarkFrontmatter)
  .freeze();

/** What any address holds that `mdast-util-gfm-autolink-literal` makes a link of. */
const ADDRESS_RE = /https?:|www\.|@/i;

/**
 * The package walks each tree four times to make links of addresses that the parser passed over; few pages hold any,
 * and the walks take a tenth of the time that parsing does.
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
