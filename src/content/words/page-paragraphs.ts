import type {Heading} from 'mdast';
import type {Paragraph, Sentence} from 'nlcst';
import {perPage} from '../per-page.ts';
import {visit} from '../visit.ts';
import {paragraphsIn} from './sentences-in.ts';

/** The lines on which headings stand. */
export const headingLines = perPage(({tree}): ReadonlySet<number | undefined> => {
  const lines = new Set<number | undefined>();
  visit(tree, 'heading', ({position}: Heading) => {
    lines.add(position?.start.line);
  });
  return lines;
});

/** The paragraphs and items of a page's body; headings, which are no sentences, are left out. */
export const pageParagraphs = perPage((page): Paragraph[] => {
  const headings = headingLines(page);
  return paragraphsIn(page.prose()).filter(({position}) => !headings.has(position?.start.line));
});

/** The sentences of a paragraph that hold words. */
export function sentencesOf(paragraph: Paragraph): Sentence[] {
  return paragraph.children.filter((node) => node.type === 'SentenceNode').filter((node) => countWords(node) > 0);
}

/** How many words a sentence has, as people count: what stands between spaces, `£239m` and `2014/15`, is one. */
export function countWords({children}: Sentence): number {
  let count = 0;
  let isCounted = false;
  for (const {type} of children) {
    if (type === 'WhiteSpaceNode') isCounted = false;
    if (type !== 'WordNode' || isCounted) continue;
    count += 1;
    isCounted = true;
  }
  return count;
}
